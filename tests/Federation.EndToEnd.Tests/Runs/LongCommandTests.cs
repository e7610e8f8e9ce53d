
namespace Federation.EndToEnd.Tests.Runs;

/// <summary>Ctrl-C, a closed terminal, a wish to end and SIGKILL, at several moments of commands that take long.</summary>
[Collection("processes")]
public sealed class LongCommandTests : IDisposable
{
    private readonly TestRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Theory]
    [InlineData("compare", "--rules", "consent,majority", "--replications", "60")]
    [InlineData("sweep", "--vary", "process.shaping=0,0.5,1", "--seeds", "1..40")]
    public async Task A_study_broken_off_again_and_again_ends_with_the_tables_of_one_that_was_not(params string[] words)
    {
        string[] asked = [words[0], TestRuns.Scenario("wide"), .. words[1..]];
        (await _runs.Run("whole", asked)).Succeeded();

        var struck = 0;
        foreach (var (signal, lines) in (ValueTuple<string, int>[])[("INT", 2), ("HUP", 5), ("KILL", 8), ("TERM", 10)])
        {
            var study = _runs.Start("broken", File.Exists(Path.Combine(_runs.Folder("broken"), "journal.jsonl")) ? [.. asked, "--resume"] : asked);
            await Deadline.Until("so many runs are done", () => study.HasExited || _runs.Journalled("broken") >= lines, ConsoleRun.Within);
            var ended = await ConsoleRun.Broken(study, signal);
            // Struck before it listens to signals it ends by the signal itself; what was reached is kept all the same.
            if (signal != "KILL" && ended.ExitCode != 0) Assert.Contains(ended.ExitCode, (int[])[130, 129, 143]);
            if (ended.ExitCode == 0) break;
            struck++;
        }

        Assert.True(struck >= 1, "It was done before it was broken off.");
        (await _runs.Run("broken", [.. asked, "--resume"])).Succeeded();

        _runs.HaveEqualTables("whole", "broken");
    }

    /// <summary>What a terminal sends when its window is closed, and what a system sends that goes down.</summary>
    [Theory]
    [InlineData("HUP")]
    [InlineData("TERM")]
    public async Task A_run_whose_terminal_is_closed_is_taken_up(string signal)
    {
        var wide = TestRuns.Scenario("wide");
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", wide, "--driver", "reference"));
        var console = _runs.Start("run", "run", wide, "--silos", "2");
        await Deadline.Until("circles have answered", () => _runs.Answered("run") > 50, ConsoleRun.Within);

        Assert.Equal(130, (await ConsoleRun.Broken(console, signal)).ExitCode);
        Assert.Empty(_runs.Silos("run"));

        Assert.Equal(expected, TestRuns.Seal(await _runs.Run("run", "run", wide, "--silos", "2", "--resume")));
    }

    /// <summary>A plan broken off leaves no silo behind, and strikes again from its seed.</summary>
    [Fact]
    public async Task Chaos_broken_off_takes_its_silos_with_it()
    {
        var folder = _runs.Folder("chaos");
        using var chaos = ConsoleRun.Start(
            "federation.dll", "chaos", TestRuns.Scenario("wide"), "--seed", "5", "--minutes", "5", "--out", folder, "--json");
        await Deadline.Until("silos are at work", () => TestRuns.AnsweredIn(folder) > 50, ConsoleRun.Within);
        var silos = Federation.Cli.Clusters.ClusterFile.Read(folder)!.Silos;

        var ended = await ConsoleRun.Broken(chaos, "INT");
        Assert.Equal(130, ended.ExitCode);
        Assert.Contains($"federation chaos {TestRuns.Scenario("wide")} --seed 5 --minutes 5", ended.Error("remedy"));
        Assert.DoesNotContain(silos, silo => silo.Process.IsAlive);
    }

    /// <summary>Silos that stand still cannot leave; the second Ctrl-C does not wait for them.</summary>
    [Fact]
    public async Task A_second_Ctrl_C_ends_the_console_at_once()
    {
        var console = _runs.Start("run", "run", "demo", "--silos", "2");
        await Deadline.Until("circles have answered", () => _runs.Answered("run") > 50, ConsoleRun.Within);
        var silos = _runs.Silos("run");
        foreach (var silo in silos) silo.Freeze();

        var ending = ConsoleRun.End(console);
        await ConsoleRun.Signal(console, "INT");
        await Deadline.Until("the second is heard", async () =>
        {
            if (!console.HasExited) await ConsoleRun.Signal(console, "INT");
            return ending.IsCompleted;
        }, TimeSpan.FromSeconds(8));

        foreach (var silo in silos) silo.Kill();
        Assert.NotEqual(0, (await ending).ExitCode);
    }
}
