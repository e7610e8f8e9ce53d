using Federation.Contracts.Circles;
using Orleans.Runtime.Messaging;
using Orleans.Storage;

namespace Federation.Grains.Waves;

/// <summary>The one table of which failure is asked again, and why that is safe.</summary>
internal static class Retrying
{
    public static readonly TimeSpan BackOffLeast = TimeSpan.FromMilliseconds(50);
    public static readonly TimeSpan BackOffMost = TimeSpan.FromSeconds(1);

    /// <summary>Whether to ask again. Every answer is stored before it is sent, so asking again
    /// either finds it or does what was never done.</summary>
    public static bool IsAskedAgain(Exception failure) => failure switch
    {
        // The silo of a pending call was declared dead; the call may have run.
        SiloUnavailableException => true,
        // Refused on the way, or the silo is stopping; it did not run.
        OrleansMessageRejectionException => true,
        // The connection broke under it; it may have run.
        ConnectionFailedException => true,
        // Nobody knows; or where the circle sits was not found out in time, and it did not run.
        TimeoutException => true,
        // Two activations raced for one state; the loser deactivates itself.
        InconsistentStateException => true,
        // The store refused or was away; nothing was answered.
        StoreFailedException => true,
        // The circle could not be woken, because the store was away; it did not run.
        OrleansException { InnerException: StoreFailedException } => true,
        // The store has no room: asking again makes none. The run stops, and says so.
        _ when StoreFullException.In(failure) is not null => false,
        // Anything else is a fault of ours.
        _ => false,
    };

    /// <summary>How long to wait before the next asking: doubling, at most a second.</summary>
    public static TimeSpan BackOff(int attempt) =>
        TimeSpan.FromMilliseconds(Math.Min(
            BackOffMost.TotalMilliseconds, BackOffLeast.TotalMilliseconds * (1 << Math.Min(attempt, 10))));
}
