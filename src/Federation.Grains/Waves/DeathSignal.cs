
namespace Federation.Grains.Waves;

/// <summary>Tells whoever waits for an answer that a silo died and some calls may never be broken.</summary>
/// <remarks>
/// Orleans breaks pending calls to a dead silo by itself, but not those it forwarded. One second
/// after a death, when the runtime has broken what it can, everybody still waiting asks again.
/// </remarks>
internal sealed class DeathSignal : ISiloStatusListener, ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly ISiloStatusOracle _silos;
    private readonly TimeProvider _clock;
    private CancellationTokenSource _current = new();

    public DeathSignal(ISiloStatusOracle silos, TimeProvider clock) => (_silos, _clock) = (silos, clock);

    /// <summary>Cancelled a second after the next death of a silo.</summary>
    public CancellationToken Next => Volatile.Read(ref _current).Token;

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(
        nameof(DeathSignal), ServiceLifecycleStage.RuntimeGrainServices, _ =>
        {
            _silos.SubscribeToSiloStatusEvents(this);
            return Task.CompletedTask;
        });

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status != SiloStatus.Dead) return;
        _ = Signal();
    }

    public void Dispose() => _current.Dispose();

    private async Task Signal()
    {
        await Task.Delay(Grace, _clock).ConfigureAwait(false);
        await Interlocked.Exchange(ref _current, new CancellationTokenSource()).CancelAsync().ConfigureAwait(false);
    }
}
