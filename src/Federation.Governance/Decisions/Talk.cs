using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>Rounds in which everybody speaks and listens.</summary>
/// <remarks>
/// Arguments reveal beliefs, so beliefs move towards the mean of what was revealed, each person's
/// voice weighed by perceived skill; preferences hardly move: <see cref="Influence"/>, gated by
/// bounded confidence (Hegselmann and Krause). A person's openness is 1 - conviction.
/// </remarks>
public static class Talk
{
    /// <summary>One synchronous round; the spans are changed in place and run in member order.</summary>
    /// <param name="preferences">Where preferences stand now.</param>
    /// <param name="first">Where they stood before the first round of the meeting.</param>
    /// <param name="beliefs">What each believes the circle needs.</param>
    /// <param name="openness">1 - conviction of each, 0..1.</param>
    /// <param name="skill">The weight of each one's arguments, above 0.</param>
    /// <param name="confidence">Preferences further off are not listened to; 0 for no bound.</param>
    /// <param name="listening">Whose preferences weigh how much.</param>
    public static void Round(
        Span<Point> preferences, ReadOnlySpan<Point> first, Span<Point> beliefs,
        ReadOnlySpan<double> openness, ReadOnlySpan<double> skill, double confidence,
        Listening listening = Listening.Equal)
    {
        if (preferences.Length < 2) return;
        Reveal(beliefs, openness, skill);
        var heard = preferences.ToArray();
        var weights = new double[heard.Length];
        Weigh(weights, skill, listening);
        var all = Influence.Mean(heard, weights);
        for (var i = 0; i < heard.Length; i++)
        {
            if (confidence > 0) WeighNear(weights, heard, i, skill, confidence, listening);
            var mean = confidence > 0 ? Influence.Mean(heard, weights) : all;
            preferences[i] = Influence.Moved(mean, first[i], openness[i]);
        }
    }

    private static void Reveal(
        Span<Point> beliefs, ReadOnlySpan<double> openness, ReadOnlySpan<double> skill)
    {
        var revealed = Influence.Mean(beliefs, skill);
        for (var i = 0; i < beliefs.Length; i++)
            beliefs[i] = Fixed.Round(beliefs[i] + ((revealed - beliefs[i]) * openness[i]));
    }

    private static void Weigh(Span<double> weights, ReadOnlySpan<double> skill, Listening listening)
    {
        if (listening == Listening.Skill) skill.CopyTo(weights);
        else weights.Fill(1);
    }

    private static void WeighNear(
        Span<double> weights, ReadOnlySpan<Point> heard, int listener, ReadOnlySpan<double> skill,
        double confidence, Listening listening)
    {
        Weigh(weights, skill, listening);
        for (var j = 0; j < weights.Length; j++)
            if (!Tolerance.Within(heard[j].DistanceTo(heard[listener]), confidence)) weights[j] = 0;
    }
}
