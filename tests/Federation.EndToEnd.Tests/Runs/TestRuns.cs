using System.Diagnostics;
using System.Text.Json;
using Federation.Cli.Clusters;
using Federation.Contracts.Hosting;

namespace Federation.EndToEnd.Tests.Runs;

/// <summary>A folder for runs of the real console; whatever still runs in it dies after the test.</summary>
internal sealed class TestRuns : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-runs-");
    private readonly List<Process> _consoles = [];

    /// <summary>A scenario written for these tests.</summary>
    public static string Scenario(string name) => Path.Combine(AppContext.BaseDirectory, "scenarios", $"{name}.yaml");

    public string Folder(string run) => Path.Combine(_folder.FullName, run);

    /// <summary>Runs 'federation COMMAND ... --out FOLDER --json' to its end.</summary>
    public Task<ConsoleRun> Run(string folder, params string[] words) =>
        ConsoleRun.Of([.. words, "--out", Folder(folder), "--json", "--quiet"]);

    /// <summary>Starts it and leaves it running.</summary>
    public Process Start(string folder, params string[] words) =>
        Start(folder, new Dictionary<string, string>(), words);

    public Process Start(string folder, IReadOnlyDictionary<string, string> environment, string[] words)
    {
        var console = ConsoleRun.Start(
            "federation.dll", environment, [.. words, "--out", Folder(folder), "--json", "--quiet"]);
        _consoles.Add(console);
        return console;
    }

    /// <summary>Answers the silos of a run gave so far.</summary>
    public long Answered(string folder) => AnsweredIn(Cluster(folder));

    /// <summary>Answers the silos of a cluster gave so far.</summary>
    public static long AnsweredIn(string cluster)
    {
        var silos = Path.Combine(cluster, "silos");
        if (!Directory.Exists(silos)) return 0;
        return Directory.EnumerateFiles(silos, "*.tally").Sum(file =>
        {
            using var tally = AnswerTally.Open(file);
            return tally?.Answered ?? 0;
        });
    }

    /// <summary>Processes of a run's silos that live.</summary>
    public IReadOnlyList<ProcessIdentity> Silos(string folder) =>
        [.. (ClusterFile.Read(Cluster(folder))?.Living ?? []).Select(silo => silo.Process)];

    /// <summary>Whole lines in a folder's journal; its first says what it is of.</summary>
    public int Journalled(string folder)
    {
        var journal = Path.Combine(Folder(folder), "journal.jsonl");
        if (!File.Exists(journal)) return 0;
        using var stream = new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Count(letter => letter == '\n');
    }

    /// <summary>Byte by byte, CSV and Parquet.</summary>
    public void HaveEqualTables(string expected, string actual)
    {
        var tables = Directory.GetFiles(Folder(expected)).Where(file => Path.GetExtension(file) is ".csv" or ".parquet").ToArray();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
            Assert.True(
                File.ReadAllBytes(table).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Folder(actual), Path.GetFileName(table)))),
                $"{Path.GetFileName(table)} differs.");
    }

    public static string Seal(ConsoleRun run)
    {
        var report = run.Succeeded().Json;
        Assert.Equal(0, report.GetProperty("lost").GetInt64());
        Assert.Equal(0, report.GetProperty("doubled").GetInt64());
        return report.GetProperty("seal").GetString()!;
    }

    public static int Number(JsonElement report, string name) => report.GetProperty(name).GetInt32();

    // Consoles first, which would report a lost silo; then what they left.
    public void Dispose()
    {
        foreach (var console in _consoles)
        {
            if (!console.HasExited) console.Kill();
            console.Dispose();
        }

        foreach (var run in _folder.EnumerateDirectories())
            foreach (var silo in Silos(run.Name)) silo.Kill();
        _folder.Delete(recursive: true);
    }

    private string Cluster(string folder) => Path.Combine(Folder(folder), "cluster");
}
