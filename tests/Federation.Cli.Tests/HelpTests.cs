using System.CommandLine;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class HelpTests
{
    private static readonly Reporting Reporting = new(
        new Terminal(TextWriter.Null, TextWriter.Null, false, false, true, 80));
    private static readonly RootCommand Root = FederationCommand.Create(
        Reporting, Invocation.Failing);

    public static TheoryData<string> Commands =>
        new(All(Root).Select(command => string.Join(' ', Path(command))));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_help_ends_with_an_example_the_parser_takes(string command)
    {
        var help = await Invocation.Of(
            [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        var example = help.Out.TrimEnd().Split('\n')[^1].Trim();
        Assert.Equal(ExitCode.Ok, help.Code);
        Assert.StartsWith("federation", example, StringComparison.Ordinal);
        Assert.Empty(Root.Parse(example["federation".Length..].Trim()).Errors);
    }

    [Fact]
    public void Every_command_and_option_is_described() => Assert.All(All(Root), command =>
    {
        Assert.False(string.IsNullOrWhiteSpace(command.Description), command.Name);
        Assert.All(
            command.Options, option => Assert.False(
            string.IsNullOrWhiteSpace(option.Description), option.Name));
        Assert.All(
            command.Arguments, argument => Assert.False(
            string.IsNullOrWhiteSpace(argument.Description), argument.Name));
    });

    [Theory]
    [InlineData("sweep", "[default: 1..10]")]
    [InlineData("hunt", "[default: 1..3]")]
    public async Task Defaults_are_written_as_one_would_write_them(string command, string written) =>
        Assert.Contains(written, (await Invocation.Of(command, "--help")).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("run", "cohousing", "--out", "")]
    [InlineData("compare", "cohousing", "--out", "")]
    [InlineData("explain", "1", "--proof", "")]
    [InlineData("scenario", "new", "")]
    [InlineData("chaos", "demo", "--minutes", "")]
    [InlineData("verify", "")]
    public async Task An_empty_argument_is_told_as_one(params string[] words)
    {
        var refused = await Invocation.With(Composition.OfProgram(), words);

        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.Contains("empty", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_default_is_the_largest_number_there_is()
    {
        foreach (var command in Root.Subcommands)
            Assert.DoesNotContain("2147483647", (await Invocation.Of(command.Name, "--help")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_words_is_told_once()
    {
        var unknown = await Invocation.Of("run", "cohousing", "--rule", "foo");

        Assert.Equal(ExitCode.Usage, unknown.Code);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(unknown.Error, "schulze-winning-votes"));
    }

    [Fact]
    public async Task Completions_know_commands_and_scenarios()
    {
        var commands = await Invocation.Of("[suggest:13]", "federation ru");
        var scenarios = await Invocation.Of("[suggest:15]", "federation run ");

        Assert.Contains("run", commands.Out, StringComparison.Ordinal);
        Assert.Contains("endenburg-1976", scenarios.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c federation")]
    public async Task There_is_a_completion_script_for_each_shell(string shell, string told) =>
        Assert.Contains(
            told, (await Invocation.Of("completion", shell)).Out, StringComparison.Ordinal);

    private static IEnumerable<Command> All(Command command) =>
        command.Subcommands.SelectMany(All).Prepend(command);

    private static IEnumerable<string> Path(Command command) => command is RootCommand
        ? []
        : Path(command.Parents.OfType<Command>().Single()).Append(command.Name);
}
