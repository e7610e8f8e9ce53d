using System.Diagnostics;
using System.Security.Cryptography;
using Federation.Cli.Clusters;
using Federation.EndToEnd.Tests.Clusters;

namespace Federation.EndToEnd.Tests.Runs;

/// <summary>What is broken off and is no study: it goes on, or says how far it came and what does the rest.</summary>
[Collection("processes")]
public sealed class BrokenOffTests : IDisposable
{
    private readonly TestRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    /// <summary>A hunt goes on with its trials and with what it was shrinking.</summary>
    [Fact]
    public async Task A_hunt_broken_off_again_and_again_finds_what_one_finds_that_was_not()
    {
        string[] asked = ["hunt", TestRuns.Scenario("wide"), "--seeds", "1..2"];
        var whole = (await _runs.Run("whole", asked)).Succeeded();
        var lines = _runs.Journalled("whole");

        var struck = 0;
        foreach (var (signal, share) in (ValueTuple<string, int>[])[("INT", 10), ("TERM", 35), ("KILL", 60), ("INT", 85)])
        {
            var hunt = _runs.Start("broken", struck > 0 ? [.. asked, "--resume"] : asked);
            await Deadline.Until("so much is done", () => hunt.HasExited || _runs.Journalled("broken") >= lines * share / 100, ConsoleRun.Within);
            var ended = await ConsoleRun.Broken(hunt, signal);
            if (signal != "KILL" && ended.ExitCode != 0) Assert.Contains(ended.ExitCode, (int[])[130, 143]);
            if (ended.ExitCode == 0) break;
            struck++;
        }

        Assert.True(struck >= 2, "It was done before it was broken off.");
        var taken = (await _runs.Run("broken", [.. asked, "--resume"])).Succeeded();

        Assert.Equal(Finds(whole), Finds(taken));
        foreach (var file in Directory.GetFiles(_runs.Folder("whole"), "*.yaml"))
            Assert.Equal(
                (await File.ReadAllTextAsync(file)).Replace("/whole/", "/broken/", StringComparison.Ordinal),
                await File.ReadAllTextAsync(file.Replace("/whole/", "/broken/", StringComparison.Ordinal)));
    }

    private static string Finds(ConsoleRun hunt) =>
        $"{hunt.Json.GetProperty("runs")} {hunt.Json.GetProperty("broken")} {hunt.Json.GetProperty("finds")}"
            .Replace("/broken/", "/whole/", StringComparison.Ordinal);

    /// <summary>What cannot be kept is told: how far it came, and the command that does the rest.</summary>
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_check_broken_off_tells_what_was_checked_and_how_the_rest_is(string signal)
    {
        using var check = ConsoleRun.Start("federation.dll", "check", "--no-silos", "--json");
        await Said(check, "1 of ");
        var ended = await ConsoleRun.Broken(check, signal);

        Assert.Equal(130, ended.ExitCode);
        var taken = ended.Json.GetProperty("rows").GetArrayLength();
        Assert.InRange(taken, 1, TestRuns.Number(ended.Json, "planned") - 1);
        Assert.Contains($"{taken} of ", ended.Error("message"));
        Assert.Contains("federation check --only ", ended.Error("remedy"));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 130)]
    [InlineData("KILL", 137)]
    public async Task A_replay_broken_off_leaves_the_run_as_it_was_and_can_begin_again(string signal, int exit)
    {
        (await _runs.Run("run", "run", TestRuns.Scenario("wide"), "--driver", "reference", "--set", "life.horizonDays=1500",
            "--set", "life.cyclesMax=5000")).Succeeded();
        var before = Contents("run");
        using var replay = ConsoleRun.Start("federation.dll", "replay", _runs.Folder("run"), "--json");
        await Said(replay, " of ");
        var ended = await ConsoleRun.Broken(replay, signal);

        Assert.Equal(exit, ended.ExitCode);
        if (exit == 130) Assert.Matches(@"the first \d+ of \d+ recorded seals came out again", ended.Error("message"));
        if (exit == 130) Assert.Contains("federation replay", ended.Error("remedy"));
        Assert.Equal(before, Contents("run"));
        Assert.True((await ConsoleRun.Of("replay", _runs.Folder("run"), "--json", "--quiet")).Succeeded().Json.GetProperty("equal").GetBoolean());
    }

    [Fact]
    public async Task A_bench_broken_off_tells_the_sizes_it_measured_and_leaves_no_silo()
    {
        var temporary = Directory.CreateDirectory(_runs.Folder("temporary"));
        using var bench = ConsoleRun.Start(
            "federation.dll", new Dictionary<string, string> { ["TMPDIR"] = temporary.FullName },
            ["bench", "--set", "circles=137,29257", "--set", "silos=1", "--json"]);
        await Said(bench, "29,257 circles: bare");
        var ended = await ConsoleRun.Broken(bench, "INT");

        Assert.Equal(130, ended.ExitCode);
        Assert.All(ended.Json.GetProperty("rows").EnumerateArray(), row => Assert.Equal(137, TestRuns.Number(row, "circles")));
        Assert.Contains("circles=29257 --set silos=1", ended.Error("remedy"));
        Assert.Empty(temporary.EnumerateDirectories("federation-bench-*"));
    }

    [Fact]
    public async Task A_cluster_broken_off_while_it_starts_leaves_no_silo_and_can_be_started()
    {
        using var cluster = new TestCluster();
        using var up = ConsoleRun.Start("federation.dll", "cluster", "up", "--silos", "3", "--dir", cluster.Folder, "--json");
        await Deadline.Until("a silo is started", () => ClusterFile.Read(cluster.Folder) is { Silos.Count: > 0 });
        var silos = cluster.Processes.Values.ToArray();
        var ended = await ConsoleRun.Broken(up, "INT");

        if (ended.ExitCode != 0)
        {
            Assert.Equal(130, ended.ExitCode);
            Assert.Contains("federation cluster up", ended.Error("remedy"));
            await Deadline.Until("they are gone", () => silos.All(silo => !silo.IsAlive));
        }

        (await cluster.Run("down")).ToString();
        (await cluster.Run("up", "--silos", "1")).Succeeded();
    }

    private string Contents(string folder) => string.Join('\n', Directory
        .GetFiles(_runs.Folder(folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));

    /// <summary>Reads what a command says on the way until it says this.</summary>
    private static async Task Said(Process console, string words)
    {
        using var late = new CancellationTokenSource(ConsoleRun.Within);
        while (await console.StandardError.ReadLineAsync(late.Token) is { } line)
            if (line.Contains(words, StringComparison.Ordinal)) return;
        Assert.Fail($"It never said '{words}'.");
    }
}
