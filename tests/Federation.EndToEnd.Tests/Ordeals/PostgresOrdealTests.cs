using Federation.Cli.Clusters;
using Federation.EndToEnd.Tests.Runs;
using Federation.Testing.Postgres;

namespace Federation.EndToEnd.Tests.Ordeals;

/// <summary>The same blows on silos that keep their circles in PostgreSQL, and its server killed beside them.</summary>
[Collection("processes")]
public sealed class PostgresOrdealTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-ordeal-");

    private string Cluster => Path.Combine(_folder.FullName, "cluster");

    public void Dispose()
    {
        foreach (var silo in ClusterFile.Read(Cluster)?.Silos ?? []) silo.Process.Kill();
        _folder.Delete(recursive: true);
    }

    [PostgresTheory]
    [InlineData("kill", 2)]
    [InlineData("freeze", 1)]
    [InlineData("drain", 1)]
    [InlineData("killall", 1)]
    [InlineData("roll", 1)]
    [InlineData("cut", 1)]
    public async Task A_struck_cluster_loses_and_doubles_nothing(string blow, int most)
    {
        await using var server = await PostgresServer.StartAsync();

        await Held(Strike(server, "--blows", blow, "--most", $"{most}", "--minutes", "1"), most);
    }

    [PostgresFact]
    public async Task A_server_killed_and_started_again_between_the_blows_costs_time_and_nothing_else()
    {
        await using var server = await PostgresServer.StartAsync();
        var striking = Strike(server, "--blows", "kill", "--most", "3", "--minutes", "1");
        await Deadline.Until("silos are at work", () => Answered() > 100, ConsoleRun.Within);

        await server.KillAsync();
        await server.StartAgainAsync();

        await Held(striking, 3);
    }

    private static async Task Held(Task<ConsoleRun> striking, int blows)
    {
        var report = (await striking).Succeeded().Json;
        Assert.True(report.GetProperty("held").GetBoolean(), $"{report}");
        Assert.Equal("postgres", report.GetProperty("storage").GetString());
        Assert.Equal(blows, report.GetProperty("blows").GetArrayLength());
        Assert.Equal(0, report.GetProperty("lost").GetInt64() + report.GetProperty("doubled").GetInt64());
        Assert.True(report.GetProperty("decisions").GetInt32() > 0);
    }

    private async Task<ConsoleRun> Strike(PostgresServer server, params string[] words)
    {
        using var console = ConsoleRun.Start(
            "federation.dll", new Dictionary<string, string> { ["FEDERATION_STORE"] = server.Address },
            ["chaos", TestRuns.Scenario("wide"), "--storage", "postgres", "--seed", "5", "--out", Cluster, "--json", .. words]);
        console.StandardInput.Close();
        return await ConsoleRun.End(console);
    }

    private long Answered() => TestRuns.AnsweredIn(Cluster);
}
