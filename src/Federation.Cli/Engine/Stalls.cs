namespace Federation.Cli.Engine;

/// <summary>How long no surviving silo answered after each loss of one.</summary>
/// <remarks>
/// The longest silence of the survivors within ten seconds of the loss, counted from the loss at the
/// earliest. Survivors may answer what they are busy with before they fall silent, so their first
/// answer says nothing. What the lost silo answered never counts. A run's end is no answer: the
/// silence before it counts in full.
/// </remarks>
internal sealed class Stalls(TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly List<Loss> _losses = [];
    private long _answered;

    public IReadOnlyList<double> Seconds => [.. _losses.Select(loss => loss.Longest.TotalSeconds)];

    /// <summary>A silo was lost now.</summary>
    /// <param name="answered">What the survivors had answered.</param>
    public void Begin(long answered)
    {
        _answered = answered;
        _losses.Add(new Loss(clock.GetTimestamp()));
    }

    /// <summary>The survivors have given so many answers by now.</summary>
    public void See(long answered)
    {
        if (answered == _answered) return;
        _answered = answered;
        EndSilence();
    }

    /// <summary>The run ended now.</summary>
    public void End() => EndSilence();

    private void EndSilence()
    {
        var now = clock.GetTimestamp();
        foreach (var loss in _losses)
        {
            // A silence that began within the window counts to its end.
            if (clock.GetElapsedTime(loss.Began, loss.Silent) > Window) continue;
            var silence = clock.GetElapsedTime(loss.Silent, now);
            if (silence > loss.Longest) loss.Longest = silence;
            loss.Silent = now;
        }
    }

    private sealed class Loss(long began)
    {
        public long Began { get; } = began;
        public long Silent { get; set; } = began;
        public TimeSpan Longest { get; set; }
    }
}
