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

    /// <summary>Whatever is already in the journal, whole or torn, the end is that of a hunt in one go.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(7, true)]
    [InlineData(40, false)]
    public async Task A_hunt_that_is_taken_up_ends_as_one_that_was_not_broken_off(int lines, bool torn)
    {
        var whole = await Invocation.Of("hunt", Town(), "--seeds", "1..2", "--out", _folder.In("whole"), "--json");
        var journal = await File.ReadAllLinesAsync(_folder.In("whole/journal.jsonl"));
        Assert.True(journal.Length > 60, $"{journal.Length} lines");
        Directory.CreateDirectory(_folder.In("broken"));
        await File.WriteAllTextAsync(_folder.In("broken/journal.jsonl"),
            string.Concat(journal[..lines].Select(line => $"{line}\n")).Replace("/whole/", "/broken/", StringComparison.Ordinal)
            + (torn ? journal[lines][..9] : ""));

        var taken = await Invocation.Of("hunt", Town(), "--seeds", "1..2", "--resume", "--out", _folder.In("broken"), "--json");

        Assert.Equal(WithoutFolder(whole.Json["finds"]!, "whole"), WithoutFolder(taken.Json["finds"]!, "broken"));
        Assert.Equal(($"{whole.Json["runs"]}", $"{whole.Json["broken"]}"), ($"{taken.Json["runs"]}", $"{taken.Json["broken"]}"));
        Assert.Equal(journal.Length, (await File.ReadAllLinesAsync(_folder.In("broken/journal.jsonl"))).Length);
    }

    [Fact]
    public async Task What_is_done_is_not_done_again()
    {
        await Invocation.Of("hunt", Town(), "--seeds", "1", "--out", _folder.In("whole"), "--json");
        var journal = await File.ReadAllTextAsync(_folder.In("whole/journal.jsonl"));
        var file = Directory.GetFiles(_folder.In("whole"), "*.yaml")[0];
        File.Delete(file);

        var taken = await Invocation.Of("hunt", Town(), "--seeds", "1", "--resume", "--out", _folder.In("whole"));

        Assert.Equal(ExitCode.Ok, taken.Code);
        Assert.Equal(journal, await File.ReadAllTextAsync(_folder.In("whole/journal.jsonl")));
        Assert.False(File.Exists(file), "It was shrunk once more.");
    }

    [Fact]
    public async Task Another_hunt_is_not_taken_up()
    {
        await Invocation.Of("hunt", Town(), "--seeds", "1", "--minutes", "0.0001", "--out", _folder.In("first"));

        var other = await Invocation.Of("hunt", Town(), "--seeds", "1..2", "--resume", "--out", _folder.In("first"));
        var none = await Invocation.Of("hunt", Town(), "--resume", "--out", _folder.In("none"));
        var nameless = await Invocation.Of("hunt", Town(), "--resume");

        Assert.Equal((ExitCode.Usage, ExitCode.Usage, ExitCode.Usage), (other.Code, none.Code, nameless.Code));
        Assert.Contains("other settings", other.Error, StringComparison.Ordinal);
        Assert.Contains("nothing to take up", none.Error, StringComparison.Ordinal);
        Assert.Contains("--out", nameless.Error, StringComparison.Ordinal);
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
