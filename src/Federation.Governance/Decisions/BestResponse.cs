using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>What to state under consent so that the outcome lands nearest to what one really wants.</summary>
/// <remarks>
/// Whatever one states, a text consented to lies where all the others' ranges meet; and whoever
/// accepts one point of that common ground alone, and no other, gets it. So the best text to be had
/// is the point of the others' common ground nearest to one's own. Who is better served without a
/// decision accepts only what holds then. Both at the term asked: what could be gained by driving
/// the circle to a shorter term is left out.
/// </remarks>
internal static class BestResponse
{
    /// <summary>A range of a point alone would turn rounding into objections.</summary>
    private const double Alone = 1e-6;

    /// <param name="ranges">The range each states, the manipulator's own being the true one.</param>
    /// <param name="widening">By which the term widens every range.</param>
    public static Acceptance To(Meeting meeting, Acceptance[] ranges, int member, Point text, double widening)
    {
        var others = new List<Acceptance>(ranges.Length);
        for (var i = 0; i < ranges.Length; i++)
            if (i != member && !meeting.Present[i].Withholds)
                others.Add(ranges[i] with { Radius = ranges[i].Radius * widening });
        if (meeting.Limit is { } limit) others.Add(limit with { IsBox = ranges[member].IsBox });

        var wanted = ranges[member].Centre;
        var nearest = CommonGround.Nearest(wanted, [.. others], meeting.Bounds);
        if (nearest.Meeting is not Spaces.Meeting.Found) return ranges[member];
        var otherwise = meeting.Limit is null ? meeting.Facets.Of(meeting.Facets.StatusQuo) : text;
        var best = otherwise.DistanceTo(wanted) < nearest.Point.DistanceTo(wanted) ? otherwise : nearest.Point;
        return ranges[member] with { Centre = Fixed.Round(best), Radius = Fixed.Round(Alone) };
    }
}
