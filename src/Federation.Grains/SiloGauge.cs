using Federation.Contracts.Hosting;

namespace Federation.Grains;

/// <summary>What one silo has done so far; counted by circles, read by the silo's status file.</summary>
/// <param name="tally">Where the number of answers is shown to other processes at once; null for nowhere.</param>
public sealed class SiloGauge(AnswerTally? tally = null)
{
    private long _answered, _askedAgain, _forgotten, _spansDropped;

    /// <summary>Answers circles of this silo gave.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Requests sent more than once, because an answer did not come.</summary>
    public long AskedAgain => Interlocked.Read(ref _askedAgain);

    /// <summary>Requests refused because a circle's founding was lost, so that its run begins again.</summary>
    public long Forgotten => Interlocked.Read(ref _forgotten);

    /// <summary>Spans that telemetry had to throw away.</summary>
    public long SpansDropped => Interlocked.Read(ref _spansDropped);

    public void CountAnswered()
    {
        var answered = Interlocked.Increment(ref _answered);
        // Two answers at once may be shown in the wrong order: one too few, until the next.
        if (tally is not null) tally.Answered = answered;
    }

    public void CountAskedAgain() => Interlocked.Increment(ref _askedAgain);
    public void CountForgotten() => Interlocked.Increment(ref _forgotten);
    public void CountSpansDropped(long spans) => Interlocked.Add(ref _spansDropped, spans);
}
