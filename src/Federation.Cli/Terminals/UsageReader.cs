using System.CommandLine;
using System.Text.RegularExpressions;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Terminals;

/// <summary>What is wrong with a command line, with the nearest names that exist.</summary>
internal static partial class UsageReader
{
    public static CommandFailure Read(ParseResult parsed, string program, GlobalOptions global)
    {
        var command = parsed.CommandResult.Command;
        var help = $"{program} --help";
        foreach (var token in parsed.UnmatchedTokens)
        {
            if (token.StartsWith('-'))
                return CommandFailure.Usage($"'{program}' has no option '{token}'",
                    Nearest.Suggest(token, Options(command, global), $"See what it has: {help}"));
            return command.Subcommands.Count > 0
                ? CommandFailure.Usage($"'{program}' has no command '{token}'",
                    Nearest.Suggest(
                        token, Names(command), "Its commands: " + string.Join(
                        ", ", Names(command))))
                : CommandFailure.Usage(
                    $"'{program}' does not know what to do with '{token}'", $"See its use: {help}");
        }

        if (parsed.Tokens.Any(token => token.Value.Length == 0))
            return CommandFailure.Usage(
                "One of the arguments is empty", $"Give it a value, or leave it out; see its use: {help}");
        if (command.Subcommands.Count > 0 && command.Action is null)
            return CommandFailure.Usage($"'{program}' is a group of commands",
                "Its commands: " + string.Join(", ", Names(command)));
        var message = parsed.Errors.Count > 0 ? parsed.Errors[0].Message.TrimEnd('.')
            : "The command line is not complete";
        message = Unread().Replace(Spaces().Replace(message, " "), read =>
            $"'{read.Groups["text"].Value}' is no value for {read.Groups["option"].Value}, which takes "
            + (read.Groups["type"].Value.Contains("Double", StringComparison.Ordinal) ? "a number" : "a whole number"));
        var cut = message.LastIndexOf(". Did you mean", StringComparison.Ordinal);
        return cut < 0
            ? CommandFailure.Usage(message, $"See its use: {help}")
            : CommandFailure.Usage(message[..cut], message[(cut + 2)..]);
    }

    /// <summary>The parser's own lists come with tabs and line breaks.</summary>
    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    /// <summary>The parser names types of .NET.</summary>
    [GeneratedRegex(
        @"^Cannot parse argument '(?<text>.*)' for \w+ '(?<option>[^']*)' as expected type '(?<type>[^']*)'$",
        RegexOptions.Singleline)]
    private static partial Regex Unread();

    private static IEnumerable<string> Names(Command command) =>
        command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name);

    private static IEnumerable<string> Options(Command command, GlobalOptions global) =>
        command.Options.Concat(global.All).Select(option => option.Name).Append("--help")
            .Distinct();
}
