using System.Runtime.InteropServices;
using Federation.Cli;
using Federation.Cli.Terminals;

using var interrupted = new CancellationTokenSource();

// The first Ctrl-C, closed terminal or wish to end asks the command to stop and keep what was reached; the
// second ends the process.
Console.CancelKeyPress += (_, pressed) => pressed.Cancel = IsFirst();
using var closed = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = IsFirst());
// SIGXFSZ: a file that may not grow is told as a failed write, to the end of the process.
var tooLarge = OperatingSystem.IsWindows() ? null
    : PosixSignalRegistration.Create((PosixSignal)25, signal => signal.Cancel = true);
using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = IsFirst());

var code = await Application.Run(
    args, Terminal.OfProcess(), Composition.OfProgram(), interrupted.Token);
GC.KeepAlive(tooLarge);
return code;

bool IsFirst()
{
    if (interrupted.IsCancellationRequested) return false;
    interrupted.Cancel();
    return true;
}
