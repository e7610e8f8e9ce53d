using System.Diagnostics;
using Federation.EndToEnd.Tests.Clusters;
using Federation.EndToEnd.Tests.Runs;

namespace Federation.EndToEnd.Tests.Ordeals;

/// <summary>Stores that fill up or die while circles write to them.</summary>
[Collection("processes")]
public sealed class StoreFaultTests : IDisposable
{
    private readonly TestRuns _runs = new();
    private readonly TestCluster _cluster = new();

    public void Dispose()
    {
        _runs.Dispose();
        _cluster.Dispose();
    }

    /// <summary>A file that may not grow further stands for a disk that is full.</summary>
    [Fact]
    public async Task A_full_disk_stops_a_run_that_goes_on_when_there_is_space()
    {
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", "demo", "--driver", "reference"));
        (await _cluster.Run("up", "--silos", "2", "--store-megabytes", "1")).Succeeded();
        var console = _runs.Start("run", "run", "demo", "--cluster", _cluster.Folder);
        await Deadline.Until("a write is refused", IsFull, ConsoleRun.Within);
        using (var signal = Process.Start("kill", ["-INT", $"{console.Id}"])) await signal.WaitForExitAsync();
        Assert.Equal(130, (await ConsoleRun.End(console)).ExitCode);
        (await _cluster.Run("down")).Succeeded();

        (await _cluster.Run("up", "--silos", "2")).Succeeded();
        var again = await _runs.Run("run", "run", "demo", "--cluster", _cluster.Folder, "--resume");
        (await _cluster.Run("down")).Succeeded();

        Assert.Equal(expected, TestRuns.Seal(again));
    }

    [PostgresFact]
    public async Task A_database_server_that_is_killed_and_started_again_costs_time_and_nothing_else()
    {
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", "demo", "--driver", "reference"));
        await using var server = await PostgresServer.StartAsync();
        var console = _runs.Start(
            "run", new Dictionary<string, string> { ["FEDERATION_STORE"] = server.Address },
            ["run", "demo", "--silos", "2", "--storage", "postgres"]);
        await Deadline.Until("circles have answered", () => _runs.Answered("run") > 200, ConsoleRun.Within);

        await server.KillAsync();
        await server.StartAgainAsync();

        Assert.Equal(expected, TestRuns.Seal(await ConsoleRun.End(console)));
    }

    private bool IsFull() => Directory.EnumerateFiles(Path.Combine(_cluster.Folder, "silos"), "*.log").Any(log =>
    {
        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Contains("database or disk is full", StringComparison.Ordinal);
    });
}
