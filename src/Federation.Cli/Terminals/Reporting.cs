using System.CommandLine;

namespace Federation.Cli.Terminals;

/// <summary>Makes commands that report: each with an example, JSON, and one way to fail.</summary>
/// <param name="terminal">Where they write.</param>
internal sealed class Reporting(Terminal terminal)
{
    private readonly Dictionary<Command, string> _examples = [];

    public Terminal Terminal { get; } = terminal;

    public GlobalOptions Options { get; } = new();

    public IReadOnlyDictionary<Command, string> Examples => _examples;

    /// <summary>Sets what a command does.</summary>
    /// <param name="name">How documents name it: "scenario check".</param>
    /// <param name="example">A command line that runs as printed.</param>
    public Command Carry(
        Command command, string name, string example,
        Func<ParseResult, Session, CancellationToken, Task<Outcome>> work)
    {
        _examples[command] = example;
        command.SetAction((parsed, interrupted) =>
        {
            var session = new Session(Terminal, Options, parsed, name);
            return session.Carry(limit => work(parsed, session, limit), interrupted);
        });
        return command;
    }

    /// <summary>Sets what a command does that only reads and computes: it is left alone, wherever it is, when its time
    /// is over or somebody ends it. Even where the system itself waits for a file.</summary>
    public Command Reads(
        Command command, string name, string example,
        Func<ParseResult, Session, CancellationToken, Task<Outcome>> work) => Carry(
            command, name, example,
            (parsed, session, limit) => Task.Run(() => work(parsed, session, limit), limit).WaitAsync(limit));

    /// <summary>For a group, whose commands do the work.</summary>
    public Command Group(Command command, string example)
    {
        _examples[command] = example;
        return command;
    }
}
