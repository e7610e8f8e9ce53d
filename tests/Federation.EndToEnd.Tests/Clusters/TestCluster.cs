using System.Text.Json;
using Federation.Cli.Clusters;

namespace Federation.EndToEnd.Tests.Clusters;

/// <summary>A folder for a cluster of real processes; whatever still runs in it dies after the test.</summary>
internal sealed class TestCluster : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-cluster-");

    public string Folder => _folder.FullName;

    /// <summary>The silos' processes, by name; read before an expected loss of the state on disk.</summary>
    public IReadOnlyDictionary<string, ProcessIdentity> Processes =>
        ClusterFile.Read(Folder)!.Silos.ToDictionary(silo => silo.Name, silo => silo.Process);

    /// <summary>Runs 'federation cluster ... --dir FOLDER --json'.</summary>
    public Task<ConsoleRun> Run(params string[] arguments) =>
        ConsoleRun.Of(["cluster", .. arguments, "--dir", Folder, "--json"]);

    /// <summary>What 'cluster status' says of each silo.</summary>
    public static Dictionary<string, string> Statuses(JsonElement reply) => reply.GetProperty("silos")
        .EnumerateArray()
        .ToDictionary(silo => silo.GetProperty("name").GetString()!, silo => silo.GetProperty("status").GetString()!);

    public async Task<string> StatusOf(string silo) =>
        (await ClusterStatus.ReadAsync(Folder)).Silos.Single(standing => standing.Name == silo).Status;

    public void Dispose()
    {
        foreach (var silo in ClusterFile.Read(Folder)?.Silos ?? []) silo.Process.Kill();
        _folder.Delete(recursive: true);
    }
}

/// <summary>Tests that start processes run one after the other: two cores are soon busy.</summary>
[CollectionDefinition("processes", DisableParallelization = true)]
public sealed class ProcessTests;
