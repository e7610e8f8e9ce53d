using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>Rounds in which everybody speaks and listens.</summary>
/// <remarks>
/// Arguments reveal beliefs, so beliefs move towards the mean of what was revealed, each person's
/// voice weighed by perceived skill; preferences hardly move: Friedkin and Johnsen's model, gated
/// by bounded confidence (Hegselmann and Krause). A person's openness is 1 - conviction.
/// With openness 1 and no bound this is DeGroot's model with equal weights.
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
    public static void Round(
        Span<Point> preferences, ReadOnlySpan<Point> first, Span<Point> beliefs,
        ReadOnlySpan<double> openness, ReadOnlySpan<double> skill, double confidence)
    {
        if (preferences.Length < 2) return;
        Reveal(beliefs, openness, skill);
        Influence(preferences, first, openness, confidence);
    }

    private static void Reveal(
        Span<Point> beliefs, ReadOnlySpan<double> openness, ReadOnlySpan<double> skill)
    {
        var sum = Point.Filled(beliefs[0].Dimensions, 0);
        var weight = 0.0;
        for (var i = 0; i < beliefs.Length; i++)
        {
            sum += beliefs[i] * skill[i];
            weight += skill[i];
        }

        var revealed = sum * (1 / weight);
        for (var i = 0; i < beliefs.Length; i++)
            beliefs[i] = Fixed.Round(beliefs[i] + ((revealed - beliefs[i]) * openness[i]));
    }

    private static void Influence(
        Span<Point> preferences, ReadOnlySpan<Point> first, ReadOnlySpan<double> openness,
        double confidence)
    {
        var all = Mean(preferences);
        var heard = confidence > 0 ? preferences.ToArray() : [];
        for (var i = 0; i < preferences.Length; i++)
        {
            var mean = confidence > 0 ? MeanNear(heard, i, confidence) : all;
            preferences[i] = Fixed.Round((mean * openness[i]) + (first[i] * (1 - openness[i])));
        }
    }

    private static Point Mean(ReadOnlySpan<Point> points)
    {
        var sum = points[0];
        for (var i = 1; i < points.Length; i++) sum += points[i];
        return sum * (1.0 / points.Length);
    }

    private static Point MeanNear(ReadOnlySpan<Point> points, int listener, double confidence)
    {
        var sum = Point.Filled(points[0].Dimensions, 0);
        var count = 0;
        foreach (var point in points)
        {
            if (!Tolerance.Within(point.DistanceTo(points[listener]), confidence)) continue;
            sum += point;
            count++;
        }

        return sum * (1.0 / count);
    }
}
