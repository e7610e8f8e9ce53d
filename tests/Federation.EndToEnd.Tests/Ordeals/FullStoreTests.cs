using System.Diagnostics;
using Federation.EndToEnd.Tests.Clusters;
using Federation.EndToEnd.Tests.Runs;
using Federation.Testing.Postgres;

namespace Federation.EndToEnd.Tests.Ordeals;

/// <summary>Stores that may not grow: the run stops, says so, and goes on where there is room.</summary>
[Collection("processes")]
public sealed class FullStoreTests : IDisposable
{
    // Files of a megabyte are PostgreSQL's smallest, so it starts below this limit and is soon at it.
    private const int SmallestThatStarts = 1024;

    private readonly TestRuns _runs = new();
    private readonly TestCluster _cluster = new();

    public void Dispose()
    {
        _runs.Dispose();
        _cluster.Dispose();
    }

    /// <summary>SQLite's own limit of pages, on a cluster that outlives the console.</summary>
    [Fact]
    public async Task A_full_store_stops_a_run_that_goes_on_when_there_is_room()
    {
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", "demo", "--driver", "reference"));
        (await _cluster.Run("up", "--silos", "2", "--store-megabytes", "1")).Succeeded();

        IsSaid(await _runs.Run("run", "run", "demo", "--cluster", _cluster.Folder));
        // Nobody made room: it is said again, and nothing waits.
        IsSaid(await _runs.Run("run", "run", "demo", "--cluster", _cluster.Folder, "--resume"));

        (await _cluster.Run("down")).Succeeded();
        (await _cluster.Run("up", "--silos", "2")).Succeeded();
        var again = await _runs.Run("run", "run", "demo", "--cluster", _cluster.Folder, "--resume");
        Assert.Equal(expected, TestRuns.Seal(again));
    }

    /// <summary>The system's limit of a file's size, on silos that the console started; it ends with them.</summary>
    [Fact]
    public async Task A_file_that_may_not_grow_stops_a_run_that_goes_on_when_it_may()
    {
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", "demo", "--driver", "reference"));

        var limited = await Limited("run", "demo", "--silos", "2", "--out", _runs.Folder("run"), "--json", "--quiet");
        IsSaid(limited);
        Assert.Contains($"--resume --out {_runs.Folder("run")}", limited.Json.GetProperty("error").GetProperty("remedy").GetString());
        Assert.Empty(_runs.Silos("run"));

        Assert.Equal(expected, TestRuns.Seal(await _runs.Run("run", "run", "demo", "--silos", "2", "--resume")));
    }

    /// <summary>The system's limit of a file's size, on PostgreSQL's server; its disk may be full just so.</summary>
    [PostgresFact]
    public async Task A_server_that_may_not_grow_stops_a_run_that_goes_on_when_it_may()
    {
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", "demo", "--driver", "reference"));
        await using var server = await PostgresServer.StartAsync(kilobytesMax: SmallestThatStarts);

        IsSaid(await OnPostgres(server), "postgres:");
        Assert.Empty(_runs.Silos("run"));
        // Nobody made room: it is said again, and nothing waits.
        IsSaid(await OnPostgres(server, "--resume"), "postgres:");

        await server.KillAsync();
        await server.StartAgainAsync();
        Assert.Equal(expected, TestRuns.Seal(await OnPostgres(server, "--resume")));
    }

    private async Task<ConsoleRun> OnPostgres(PostgresServer server, params string[] words)
    {
        var console = _runs.Start(
            "run", new Dictionary<string, string> { ["FEDERATION_STORE"] = server.Address },
            ["run", "demo", "--silos", "2", "--storage", "postgres", .. words]);
        console.StandardInput.Close();
        return await ConsoleRun.End(console);
    }

    // A megabyte, in the half kilobytes of a shell's limit.
    private static async Task<ConsoleRun> Limited(params string[] words)
    {
        var start = new ProcessStartInfo(
            "sh", ["-c", "ulimit -f 2048; exec dotnet \"$@\"", "sh", Path.Combine(ConsoleRun.Folder, "federation.dll"), .. words])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // The runtime's own files in memory are larger than that.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        return await ConsoleRun.End(process);
    }

    private static void IsSaid(ConsoleRun run, string where = "store.db")
    {
        Assert.True(run.ExitCode == 1, $"It ended with {run.ExitCode}.\n{run.Output}\n{run.Errors}");
        var error = run.Json.GetProperty("error");
        Assert.Equal("store_full", error.GetProperty("code").GetString());
        Assert.Contains(where, error.GetProperty("where").GetString());
        Assert.Contains("Make room", error.GetProperty("remedy").GetString());
    }
}
