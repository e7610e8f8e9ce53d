using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Federation.Cli.Terminals;

namespace Federation.Cli;

/// <summary>The console program without its process: arguments in, text and an exit code
/// out.</summary>
internal static class Application
{
    /// <param name="interrupted">Cancelled when the person presses Ctrl-C.</param>
    public static async Task<int> Run(
        IReadOnlyList<string> arguments, Terminal terminal, Composition composition,
        CancellationToken interrupted)
    {
        var reporting = new Reporting(terminal);
        var root = FederationCommand.Create(reporting, composition);
        var parsed = root.Parse(
            arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction or null || arguments.Contains(""))
        {
            var program = Program(parsed);
            var command = program is "federation" ? "" : program["federation ".Length..];
            var session = new Session(terminal, reporting.Options, parsed, command);
            return await session.Carry(
                _ => throw UsageReader.Read(parsed, program, reporting.Options), interrupted);
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        }, interrupted);
    }

    /// <summary>"federation scenario check": the command as a person typed it.</summary>
    private static string Program(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = parsed.CommandResult; at is not null; at = at.Parent)
            if (at is CommandResult { Command: not RootCommand } command)
                names.Push(command.Command.Name);
        return string.Join(' ', names.Prepend("federation"));
    }
}
