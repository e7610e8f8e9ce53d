using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class ConventionTests
{
    [Theory]
    [InlineData("rnu", "Did you mean 'run'?")]
    [InlineData("scenario chek x", "Did you mean 'check'?")]
    [InlineData("run cohousing --seeed 3", "Did you mean '--seed'?")]
    [InlineData("run cohosing", "Did you mean 'cohousing'?")]
    [InlineData("run cohousing --driver refrence", "Did you mean 'reference'?")]
    [InlineData("run cohousing --set proces.shaping=1", "Did you mean 'process'?")]
    [InlineData("run cohousing --kill 2", "2@30%")]
    [InlineData("run cohousing --kill 0@30%", "2@30%")]
    [InlineData("run cohousing --kill 2@100%", "2@30%")]
    [InlineData("run cohousing --kill 5@30% --silos 3", "--silos 6")]
    [InlineData("run cohousing --kill 1@30%", "--silos 3")]
    [InlineData("run cohousing --driver reference --kill 1@5%", "--driver cluster")]
    [InlineData("run cohousing --silos 0", "1 to 16")]
    [InlineData("run cohousing --silos many", "--help")]
    [InlineData("run cohousing --seed -1", "--help")]
    [InlineData("run cohousing --resume", "--out")]
    [InlineData("hunt contry", "Did you mean 'country'?")]
    [InlineData("hunt country --seeds 3..1", "1..30")]
    [InlineData("hunt country --seeds 1-3", "1..30")]
    [InlineData("hunt country --minutes 0", "above 0")]
    [InlineData("hunt country --set people.spred=1", "Did you mean 'spread'?")]
    [InlineData("run", "endenburg-1976")]
    [InlineData("run @file", "no such file")]
    [InlineData("run missing.yaml", "no such file")]
    [InlineData("scenario", "new, check")]
    [InlineData("explain", "--help")]
    [InlineData("show World", "lower-case")]
    [InlineData("show world --run nowhere", "run --list")]
    [InlineData("completion tcsh", "bash, zsh or fish")]
    [InlineData("doctor --timeout soon", "5m")]
    [InlineData("doctor --timeout 0", "5m")]
    public async Task Wrong_usage_ends_with_two_and_says_what_helps(string line, string told)
    {
        var invocation = await Invocation.Of(line.Split(' '));

        Assert.Equal((ExitCode.Usage, ""), (invocation.Code, invocation.Out));
        Assert.Contains(told, invocation.Error, StringComparison.Ordinal);
        Assert.StartsWith("error: ", invocation.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rnu --json", "")]
    [InlineData("run cohosing --json", "run")]
    [InlineData("scenario check missing.yaml --json", "scenario check")]
    [InlineData("--json explain", "explain")]
    public async Task With_json_an_error_is_one_document_and_nothing_else(
        string line, string command)
    {
        var invocation = await Invocation.Of(line.Split(' '));

        var document = invocation.Json;
        Assert.Equal(
            (command, false, ""), (
            (string)document["command"]!, (bool)document["ok"]!, invocation.Error));
        Assert.Equal(["code", "message", "where", "remedy"],
            document["error"]!.AsObject().Select(property => property.Key));
        Assert.Equal(
            ["command", "version", "ok"], document.Take(3).Select(property => property.Key));
    }

    [Fact]
    public async Task A_failure_keeps_its_own_exit_code()
    {
        using var folder = new Folder();

        var invocation = await Invocation.Of("run", "cohousing", "--out", folder.In("run"));

        Assert.Equal(ExitCode.NoCluster, invocation.Code);
        Assert.Contains("federation cluster up", invocation.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stack_is_shown_only_when_asked_for()
    {
        using var folder = new Folder();
        var run = folder.In("run");
        await Invocation.With(Invocation.Ending(Sample.Run), ["run", "cohousing", "--out", run]);

        var short_ = await Invocation.Of("show", "full", "--run", run);
        var verbose = await Invocation.Of("show", "full", "--run", run, "--verbose");

        Assert.Equal(ExitCode.Failed, short_.Code);
        Assert.DoesNotContain("   at ", short_.Error, StringComparison.Ordinal);
        Assert.Contains("   at ", verbose.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_told()
    {
        using var folder = new Folder();
        var file = folder.In("bad.yaml");
        await File.WriteAllTextAsync(file, "nme: x\nspace: {}\nagenda: []\n");

        var text = await Invocation.Of("scenario", "check", file);
        var json = await Invocation.Of("scenario", "check", file, "--json");

        Assert.Contains($"{file}:1:1: nme", text.Error, StringComparison.Ordinal);
        Assert.Equal(4, text.Error.Split("error: ").Length - 1);
        Assert.Equal(4, json.Json["errors"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_bare_program_shows_where_to_begin_and_only_commands_that_exist()
    {
        var invocation = await Invocation.Of();

        Assert.Equal(ExitCode.Ok, invocation.Code);
        Assert.Contains("federation demo", invocation.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("cluster", invocation.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", invocation.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_gets_colour_unless_somebody_asks_for_none()
    {
        var colored = await Invocation.With(
            Invocation.Failing, ["scenario", "check", "cohousing"], isTerminal: true);
        var plain = await Invocation.With(
            Invocation.Failing, ["scenario", "check", "cohousing", "--no-color"], isTerminal: true);

        Assert.Contains("\u001b[", colored.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", plain.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo"), InlineData("country"), InlineData("cohousing"), InlineData(
        "endenburg-1976")]
    public async Task Every_shipped_scenario_has_the_circles_its_agenda_names(string name)
    {
        var check = await Invocation.Of("scenario", "check", name, "--json");

        Assert.True((bool)check.Json["ok"]!, check.Out);
        Assert.InRange((long)check.Json["circles"]!, 6, 1000);
    }
}
