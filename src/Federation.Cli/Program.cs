using Federation.Cli;
using Federation.Cli.Terminals;

using var interrupted = new CancellationTokenSource();

// The first Ctrl-C asks the command to stop and keep what was reached; the second ends the process.
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
};

return await Application.Run(
    args, Terminal.OfProcess(), Composition.OfProgram(), interrupted.Token);
