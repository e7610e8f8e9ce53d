using System.Text.Json.Nodes;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.Places;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Out => _folder.In("run");

    [Fact]
    public async Task The_document_has_every_name_of_the_contract()
    {
        var run = await Invocation.With(
            Invocation.Ending(Sample.Run), ["run", "cohousing", "--out", Out, "--json"]);

        Assert.Equal(ExitCode.Ok, run.Code);
        Contains(
            run.Json,
            "command version ok scenario seed rule silos driver durability storage circles "
            + "people cycles "
            + "seal silosLost askedAgain restarts lost doubled represented harm outsideTolerance "
                + "counterfactual "
            + "reversedBy wallSeconds cpuSeconds peakMemoryBytes runDirectory traceFile report "
                + "decisions");
        Contains(run.Json["harm"], "mean worstDecile");
        Contains(run.Json["counterfactual"]![0], "rule harm outsideTolerance weeks");
        Contains(
            run.Json["decisions"]![0],
            "id title circle effect outcome version proposed decided objections integrated "
            + "circlesAsked circlesCarried circlesAdapted circlesUnresolved circlesDeclined "
                + "reviewRequests variances "
            + "rung levelsUp levelsDown personHours weeks traceId");
        Contains(run.Json["decisions"]![0]!["weeks"], "low mid high");
        Assert.Equal(
            20.4, (double)run.Json["decisions"]![0]!["decided"]!["common house temperature"]!);
    }

    [Fact]
    public async Task A_scenario_with_an_unknown_circle_leaves_no_folder()
    {
        var run = await Invocation.With(
            Invocation.Ending(Sample.Run) with { Run = (_, _, _) => throw new UnknownCircleException("No circle 'full/nobody'.") },
            ["run", "cohousing", "--out", Out]);

        Assert.NotEqual(ExitCode.Ok, run.Code);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public async Task Progress_is_told_on_standard_error_and_silenced_by_quiet()
    {
        var told = await Invocation.With(
            Invocation.Ending(Sample.Run), ["run", "cohousing", "--out", Out]);
        var quiet = await Invocation.With(
            Invocation.Ending(Sample.Run),
                ["run", "cohousing", "--out", _folder.In("other"), "--quiet"]);

        Assert.Contains("10 of 100 answers (10 %)", told.Error, StringComparison.Ordinal);
        Assert.Contains("2 of 3 silos up", told.Error, StringComparison.Ordinal);
        Assert.Equal("", quiet.Error);
    }

    [Fact]
    public async Task The_seed_and_the_overrides_are_in_the_scenario_that_is_kept()
    {
        await Invocation.With(Invocation.Ending(Sample.Run),
            ["run", "cohousing", "--out", Out, "--seed", "99", "--set", "process.shaping=0.25",
                "--set", "faults.hosts=4"]);

        using var directory = RunDirectory.Open(Out);
        var kept = directory.Read();
        Assert.Equal(
            (99UL, 0.25, 4), (
            kept.Resolved().Seed, kept.Resolved().Process.Shaping, kept.Resolved()
            .Faults.Hosts));
        Assert.Equal(("finished", Sample.Run.Seal), (kept.State, kept.Seal));
        Assert.Equal(
            ScenarioCatalogue.Load("cohousing").Agenda.Length, kept.Resolved().Agenda.Length);
    }

    [Fact]
    public async Task An_interruption_keeps_the_folder_and_prints_the_command_that_resumes()
    {
        using var pressed = new CancellationTokenSource();

        var run = await Invocation.With(
            Invocation.Endless(pressed.Cancel), ["run", "cohousing", "--out", Out],
                interrupted: pressed.Token);

        Assert.Equal(ExitCode.Interrupted, run.Code);
        Assert.Contains(
            $"federation run cohousing --resume --out {Out}", run.Error, StringComparison.Ordinal);
        using var directory = RunDirectory.Open(Out);
        Assert.Equal("interrupted", directory.Read().State);
    }

    [Fact]
    public async Task A_timeout_has_its_own_code()
    {
        var run = await Invocation.With(
            Invocation.Endless(() => { }),
                ["run", "cohousing", "--out", Out, "--timeout", "0.01", "--json"]);

        Assert.Equal(
            (ExitCode.TimedOut, "timeout"), (run.Code, (string)run.Json["error"]!["code"]!));
    }

    [Fact]
    public async Task Only_the_same_scenario_and_seed_can_be_taken_up()
    {
        using var pressed = new CancellationTokenSource();
        await Invocation.With(
            Invocation.Endless(pressed.Cancel), ["run", "cohousing", "--out", Out], interrupted: pressed.Token);

        var again = await Invocation.With(
            Invocation.Ending(Sample.Run), ["run", "cohousing", "--out", Out]);
        var other = await Invocation.With(
            Invocation.Ending(Sample.Run),
            ["run", "cohousing", "--out", Out, "--resume", "--seed", "6"]);
        var same = await Invocation.With(
            Invocation.Ending(Sample.Run), ["run", "cohousing", "--out", Out, "--resume"]);

        Assert.Equal(
            (ExitCode.Usage, ExitCode.Usage, ExitCode.Ok), (again.Code, other.Code, same.Code));
        Assert.Contains("--resume", again.Error, StringComparison.Ordinal);
        Assert.Contains("another scenario or seed", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_reads_the_run_that_was_kept()
    {
        await Invocation.With(Invocation.Ending(Sample.Run), ["run", "cohousing", "--out", Out]);

        var text = await Invocation.Of("explain", "warmer", "--run", Out);
        var json = await Invocation.Of("explain", "1", "--run", Out, "--json");
        var none = await Invocation.Of("explain", "7", "--run", Out);

        Assert.Contains(
            "Mara 7 objects: too warm for the seedlings.", text.Out, StringComparison.Ordinal);
        Contains(json.Json, "id title circle decided weeks steps");
        Contains(
            json.Json["steps"]![0], "day cycle circle level round kind member argument from to");
        Assert.Equal(ExitCode.Usage, none.Code);
    }

    [Fact]
    public async Task Explain_says_where_the_trace_is_and_how_to_open_it()
    {
        await Invocation.With(Invocation.Ending(Sample.Run), ["run", "cohousing", "--out", Out]);
        var bare = await Invocation.Of("explain", "1", "--run", Out, "--json");
        await File.WriteAllTextAsync(Path.Combine(Out, "traces.jsonl"), "");
        var file = await Invocation.Of("explain", "1", "--run", Out);

        Assert.Equal("abc", (string?)bare.Json["traceAddress"]);
        Assert.Contains("Trace: abc in", file.Out, StringComparison.Ordinal);
        Assert.Contains("Upload", file.Out, StringComparison.Ordinal);
    }

    private static void Contains(JsonNode? node, string names) =>
        Assert.Empty(names.Split(' ').Except(node!.AsObject().Select(property => property.Key)));
}
