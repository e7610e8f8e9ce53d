using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Federation.Cli.Terminals;

/// <summary>Help that ends with an example that runs as printed.</summary>
internal sealed class Examples(HelpAction help, IReadOnlyDictionary<Command, string> examples)
    : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var example))
            parseResult.InvocationConfiguration.Output.WriteLine(
                $"Example:{Environment.NewLine}  {example}");
        return result;
    }
}
