using System.Text.Json.Nodes;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class HuntTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_hunt_finds_shrinks_and_writes_what_runs_show_again()
    {
        var hunt = await Invocation.Of("hunt", Town(), "--seeds", "1..2", "--out", _folder.In("first"), "--json");

        Assert.Equal(ExitCode.Ok, hunt.Code);
        var finds = hunt.Json["finds"]!.AsArray();
        Assert.InRange(finds.Count, 6, 30);
        Assert.Empty(hunt.Json["broken"]!.AsArray());
        foreach (var find in finds)
        {
            Assert.Empty("case seed circles decisions scenarioFile cure".Split(' ')
                .Except(find!.AsObject().Select(property => property.Key)));
            Assert.InRange((long)find["circles"]!, 1, (long)find["circlesBefore"]!);
            var out_ = _folder.In($"run-{find["case"]}");
            var run = await Invocation.With(Composition.OfProgram(),
                ["run", (string)find["scenarioFile"]!, "--driver", "reference", "--out", out_, "--quiet", "--json"]);
            Assert.True(run.Code == ExitCode.Ok, run.Out);
            Assert.Contains((int)find["case"]!, run.Json["cases"]!.AsArray().Select(one => (int)one!["case"]!));
            Assert.Equal(run.Json["cases"]!.AsArray().Count, (await File.ReadAllLinesAsync(Path.Combine(out_, "cases.jsonl"))).Length);
        }
    }

    [Fact]
    public async Task The_same_hunt_finds_the_same()
    {
        var first = await Invocation.Of("hunt", Town(), "--seeds", "3", "--out", _folder.In("first"), "--json");
        var second = await Invocation.Of("hunt", Town(), "--seeds", "3..3", "--out", _folder.In("second"), "--json");

        Assert.Equal(WithoutFolder(first.Json["finds"]!, "first"), WithoutFolder(second.Json["finds"]!, "second"));
    }

    [Fact]
    public async Task It_stops_when_its_minutes_are_over_and_says_what_it_left_out()
    {
        var hunt = await Invocation.Of("hunt", Town(), "--seeds", "1..9000", "--minutes", "0.0001", "--out", _folder.In("short"));

        Assert.Equal(ExitCode.Ok, hunt.Code);
        Assert.Contains("Not all was searched", hunt.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interruption_keeps_what_was_found_and_says_where()
    {
        using var pressed = new CancellationTokenSource();
        await pressed.CancelAsync();

        var hunt = await Invocation.With(
            Invocation.Failing, ["hunt", Town(), "--out", _folder.In("broken")], interrupted: pressed.Token);

        Assert.Equal(ExitCode.Interrupted, hunt.Code);
        Assert.Contains(_folder.In("broken"), hunt.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        await File.WriteAllTextAsync(_folder.In("taken"), "mine");

        var hunt = await Invocation.Of("hunt", Town(), "--out", _folder.In("taken"));
        var under = await Invocation.Of("hunt", Town(), "--out", _folder.In("taken/below"));

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (hunt.Code, under.Code));
        Assert.Contains("--out", hunt.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be made", under.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.In("taken")));
    }

    [Fact]
    public async Task Explain_names_the_cases_of_its_decision()
    {
        var run = _folder.In("late");
        await Invocation.With(Composition.OfProgram(), ["run", Town(), "--driver", "reference", "--out", run, "--quiet",
            "--set", "agenda.1.term=1"]);

        var told = await Invocation.Of("explain", "1", "--run", run);
        var document = await Invocation.Of("explain", "1", "--run", run, "--json");

        Assert.Contains("15 late message", told.Out, StringComparison.Ordinal);
        Assert.Contains("Cure: ", told.Out, StringComparison.Ordinal);
        Assert.Contains(15, document.Json["cases"]!.AsArray().Select(one => (int)one!["case"]!));
    }

    private static string WithoutFolder(JsonNode finds, string folder) =>
        finds.ToJsonString().Replace($"{folder}/", "", StringComparison.Ordinal);

    private string Town() => Tests.Town.In(_folder);
}
