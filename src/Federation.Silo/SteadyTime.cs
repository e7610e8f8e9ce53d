namespace Federation.Silo;

/// <summary>The machine's time of day when the silo started, and from there only what has passed since.</summary>
/// <remarks>A clock that is set back must not reach Orleans: its collector of idle activations then refuses every
/// circle that wakes, until the old time comes again.</remarks>
internal sealed class SteadyTime : TimeProvider
{
    private readonly DateTimeOffset _start = DateTimeOffset.UtcNow;
    private readonly long _began = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + System.GetElapsedTime(_began);
}
