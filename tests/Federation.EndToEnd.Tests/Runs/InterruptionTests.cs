using System.Diagnostics;

namespace Federation.EndToEnd.Tests.Runs;

/// <summary>What is left of a run whose console ended, and how it is taken up.</summary>
[Collection("processes")]
public sealed class InterruptionTests : IDisposable
{
    // Of some 1,444.
    private const int FarEnough = 200;

    private readonly TestRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task A_run_whose_console_is_killed_is_taken_up_where_it_was()
    {
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", "demo", "--driver", "reference"));
        var console = _runs.Start("run", "run", "demo", "--silos", "2");
        await Deadline.Until("circles have answered", () => _runs.Answered("run") > FarEnough, ConsoleRun.Within);
        var silos = _runs.Silos("run");

        console.Kill();
        foreach (var silo in silos) Assert.True(await silo.WaitForExitAsync(Deadline.Usual));
        var again = await _runs.Run("run", "run", "demo", "--silos", "2", "--resume");

        Assert.Equal(expected, TestRuns.Seal(again));
        Assert.Equal(0, TestRuns.Number(again.Json, "restarts"));
    }

    /// <summary>Before any circle answered, in the founding, and shortly before the end.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(1300)]
    public async Task Whenever_it_is_killed_its_tables_are_those_of_a_run_that_was_not(int answers)
    {
        TestRuns.Seal(await _runs.Run("whole", "run", "demo", "--silos", "2"));
        var console = _runs.Start("run", "run", "demo", "--silos", "2");
        await Deadline.Until(
            "it has come so far", () => _runs.Silos("run").Count > 0 && _runs.Answered("run") >= answers, ConsoleRun.Within);
        var silos = _runs.Silos("run");

        console.Kill();
        foreach (var silo in silos) Assert.True(await silo.WaitForExitAsync(Deadline.Usual));
        TestRuns.Seal(await _runs.Run("run", "run", "demo", "--silos", "2", "--resume"));

        foreach (var table in (string[])["seals.jsonl", "decisions.csv", "circles.csv", "events.jsonl", "cases.jsonl"])
            Assert.Equal(
                await File.ReadAllTextAsync(Path.Combine(_runs.Folder("whole"), table)),
                await File.ReadAllTextAsync(Path.Combine(_runs.Folder("run"), table)));
    }

    [Fact]
    public async Task Ctrl_C_keeps_what_was_reached_and_prints_how_to_take_it_up()
    {
        var console = _runs.Start("run", "run", "demo", "--silos", "2");
        await Deadline.Until("circles have answered", () => _runs.Answered("run") > FarEnough, ConsoleRun.Within);

        var second = await _runs.Run("run", "run", "demo");
        Assert.Equal(1, second.ExitCode);
        Assert.Equal("run_locked", second.Json.GetProperty("error").GetProperty("code").GetString());

        var silos = _runs.Silos("run");
        using (var signal = Process.Start("kill", ["-INT", $"{console.Id}"])) await signal.WaitForExitAsync();
        var interrupted = await ConsoleRun.End(console);

        Assert.Equal(130, interrupted.ExitCode);
        var remedy = interrupted.Json.GetProperty("error").GetProperty("remedy").GetString();
        Assert.Contains($"federation run demo --silos 2 --resume --out {_runs.Folder("run")}", remedy);
        Assert.DoesNotContain(silos, silo => silo.IsAlive);
    }

    [Fact]
    public async Task A_limit_of_time_ends_it_with_124()
    {
        var late = await _runs.Run("run", "run", "demo", "--silos", "1", "--timeout", "1s");

        Assert.Equal(124, late.ExitCode);
        Assert.Contains("--resume", late.Json.GetProperty("error").GetProperty("remedy").GetString());
        Assert.Empty(_runs.Silos("run"));
    }
}
