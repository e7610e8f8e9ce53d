using System.Runtime.InteropServices;
using Federation.Contracts.Hosting;

namespace Federation.Silo;

/// <summary>Keeps Ctrl+C and a closed terminal, which are meant for the console, from a supervised silo; and
/// from every silo the signal of a file that may not grow, which is told as a failed write.</summary>
internal sealed class SignalGuard : IDisposable
{
    // SIGXFSZ, on Linux and on macOS.
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    private readonly PosixSignalRegistration[] _ignored;

    private SignalGuard(params PosixSignal[] signals) => _ignored =
        [.. signals.Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true))];

    public static SignalGuard For(Supervision supervision) => supervision is Supervision.None
        ? new SignalGuard(Others)
        : new SignalGuard([PosixSignal.SIGINT, PosixSignal.SIGHUP, .. Others]);

    private static PosixSignal[] Others => OperatingSystem.IsWindows() ? [] : [FileTooLarge];

    public void Dispose()
    {
        foreach (var registration in _ignored) registration.Dispose();
    }
}
