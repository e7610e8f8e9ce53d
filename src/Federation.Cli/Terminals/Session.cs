using System.CommandLine;

namespace Federation.Cli.Terminals;

/// <summary>One invocation of one command: how it was asked to behave and where it
/// writes.</summary>
internal sealed class Session(
    Terminal terminal, GlobalOptions options, ParseResult parsed, string command)
{
    public Terminal Terminal { get; } = terminal;

    /// <summary>The command as documents name it: "run", "cluster status".</summary>
    public string Command { get; } = command;

    public bool Json { get; } = parsed.GetValue(options.Json);
    public bool Quiet { get; } = parsed.GetValue(options.Quiet);
    public bool NoInput { get; } = parsed.GetValue(options.NoInput);
    public bool Verbose { get; } = parsed.GetValue(options.Verbose);
    public TimeSpan? Timeout { get; } = parsed.Errors.Count > 0 ? null : parsed.GetValue(
        options.Timeout);
    public bool Color { get; } = !terminal.NoColor && !parsed.GetValue(options.NoColor);

    /// <summary>The command that takes up what an interruption broke off, or begins it again; empty when there
    /// is nothing to say.</summary>
    public string Resume { get; set; } = "";

    /// <summary>What remains of what was broken off, half a sentence.</summary>
    public string Reached { get; set; } = "what was reached is kept";

    private CancellationToken _interrupted;

    /// <summary>Why a command that was cancelled ended.</summary>
    public CommandFailure Broken() => _interrupted.IsCancellationRequested
        ? new CommandFailure("interrupted", $"Interrupted; {Reached}", Resume, exitCode: ExitCode.Interrupted)
        : new CommandFailure("timeout", $"Not done within {Timeout}; {Reached}", Resume, exitCode: ExitCode.TimedOut);

    /// <summary>Carries a command out and shows what it found or why it failed.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Carry(
        Func<CancellationToken, Task<Outcome>> work, CancellationToken interrupted)
    {
        _interrupted = interrupted;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        if (Timeout is { } timeout) limit.CancelAfter(timeout);
        try
        {
            var outcome = await work(limit.Token);
            Show(outcome);
            return outcome.Failure?.Exit ?? ExitCode.Ok;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Show(Broken());
        }
        catch (Exception thrown)
        {
            return Show(FailureReader.Read(thrown));
        }
    }

    private void Show(Outcome outcome)
    {
        if (Json)
        {
            Terminal.Out.Write(Outcome.Text(Command, outcome.Document, outcome.Failure));
            return;
        }

        outcome.View(Page.On(Terminal.Out, Terminal.OutIsTerminal, Color, Terminal.Width));
        if (outcome.Failure is { } failure) FailureView.Write(Terminal, failure, Color, Verbose);
    }

    private int Show(CommandFailure failure)
    {
        if (!Json || !IsWritten(Outcome.Text(Command, null, failure)))
            FailureView.Write(Terminal, failure, Color, Verbose);
        if (Json && Verbose) Terminal.Error.WriteLine(Plain.Lines($"{failure.InnerException ?? failure}"));
        return failure.Exit;
    }

    /// <summary>Where standard output takes nothing more, as on a full disk, the document cannot say so.</summary>
    private bool IsWritten(string document)
    {
        try
        {
            Terminal.Out.Write(document);
            Terminal.Out.Flush();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
