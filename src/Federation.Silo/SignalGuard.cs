using System.Runtime.InteropServices;
using Federation.Contracts.Hosting;

namespace Federation.Silo;

/// <summary>Keeps Ctrl+C and a closed terminal, which are meant for the console, from a supervised silo.</summary>
internal sealed class SignalGuard : IDisposable
{
    private readonly PosixSignalRegistration[] _ignored;

    private SignalGuard(params PosixSignal[] signals) => _ignored =
        [.. signals.Select(signal => PosixSignalRegistration.Create(signal, context => context.Cancel = true))];

    public static SignalGuard For(Supervision supervision) => supervision is Supervision.None
        ? new SignalGuard()
        : new SignalGuard(PosixSignal.SIGINT, PosixSignal.SIGHUP);

    public void Dispose()
    {
        foreach (var registration in _ignored) registration.Dispose();
    }
}
