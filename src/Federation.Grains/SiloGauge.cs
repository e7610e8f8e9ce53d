namespace Federation.Grains;

/// <summary>What one silo has done so far; counted by circles, read by the silo's status file.</summary>
public sealed class SiloGauge
{
    private long _answered, _askedAgain, _restarts, _spansDropped;

    /// <summary>Answers circles of this silo gave.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Requests sent more than once, because an answer did not come.</summary>
    public long AskedAgain => Interlocked.Read(ref _askedAgain);

    /// <summary>Circles found forgotten, so that a run began again.</summary>
    public long Restarts => Interlocked.Read(ref _restarts);

    /// <summary>Spans that telemetry had to throw away.</summary>
    public long SpansDropped => Interlocked.Read(ref _spansDropped);

    public void CountAnswered() => Interlocked.Increment(ref _answered);
    public void CountAskedAgain() => Interlocked.Increment(ref _askedAgain);
    public void CountRestart() => Interlocked.Increment(ref _restarts);
    public void CountSpansDropped(long spans) => Interlocked.Add(ref _spansDropped, spans);
}
