using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>The few members who write the text: those who read best what the circle needs.</summary>
internal static class Tuners
{
    /// <summary>What they believe, on average, in the matter's dimensions.</summary>
    public static Point Synthesis(
        ReadOnlySpan<Point> beliefs, ReadOnlySpan<double> skill, int most, Facets facets)
    {
        var tuners = Choose(skill, most);
        var sum = facets.Of(beliefs[tuners[0]]);
        foreach (var tuner in tuners.AsSpan(1)) sum += facets.Of(beliefs[tuner]);
        return sum * (1.0 / tuners.Length);
    }

    /// <summary>The most skilled, best first; of equals the first.</summary>
    public static int[] Choose(ReadOnlySpan<double> skill, int most)
    {
        var tuners = new int[Math.Min(most, skill.Length)];
        for (var seat = 0; seat < tuners.Length; seat++)
        {
            var best = -1;
            for (var i = 0; i < skill.Length; i++)
                if ((best < 0 || skill[i] > skill[best]) && !tuners.AsSpan(0, seat).Contains(i)) best = i;
            tuners[seat] = best;
        }

        return tuners;
    }
}
