using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>What to state under consent so that the outcome lands nearest to what one really wants.</summary>
/// <remarks>
/// Where every objection counts: a text consented to lies where all the others' ranges meet, and
/// whoever accepts one point of that common ground alone gets it. So the best text to be had is the
/// point of the others' common ground nearest to one's own; who is better served without a decision
/// accepts only what holds then. Where a gate may dismiss an objection, theirs or another's, that
/// statement, the truth and a fixed fan of others are tried in a meeting of the mind, and the first
/// of the best is made. Both at the term asked: what could be gained by driving the circle to a
/// shorter term is left out of the closed form.
/// </remarks>
internal static class BestResponse
{
    /// <summary>A range of a point alone would turn rounding into objections.</summary>
    private const double Alone = 1e-6;

    /// <summary>Points tried between what one wants and the text, and as far again beyond what one wants.</summary>
    private const int Fan = 4;

    /// <param name="ranges">The range each states, the manipulator's own being the true one.</param>
    public static Acceptance To(Table table, Acceptance[] ranges, int member)
    {
        var closed = Closed(table, ranges, member);
        if (table.Practice.Gate == Gate.Sofa) return closed;
        var (best, truth) = (ranges[member], ranges[member]);
        var least = Imagined(table, member, best);
        Try(closed);
        for (var step = -Fan; step <= Fan; step++)
            foreach (var radius in (double[])[Alone, truth.Radius / 2])
                Try(truth with
                {
                    Centre = Fixed.Round(truth.Centre + ((table.Text - truth.Centre) * ((double)step / Fan))),
                    Radius = Fixed.Round(radius),
                });
        return best;

        void Try(Acceptance claim)
        {
            var distance = Imagined(table, member, claim);
            if (distance < least - Tolerance.Epsilon) (best, least) = (claim, distance);
        }
    }

    private static Acceptance Closed(Table table, Acceptance[] ranges, int member)
    {
        var widening = table.Practice.Widening(table.TermShare);
        var others = new List<Acceptance>(ranges.Length);
        for (var i = 0; i < ranges.Length; i++)
            if (i != member && !table.Withholds(i))
                others.Add(ranges[i] with { Radius = ranges[i].Radius * widening });
        if (table.Meeting.Limit is { } limit) others.Add(limit with { IsBox = ranges[member].IsBox });

        var wanted = ranges[member].Centre;
        var nearest = CommonGround.Nearest(wanted, [.. others], table.Meeting.Bounds);
        if (nearest.End is not SearchEnd.Found) return ranges[member];
        var otherwise = Otherwise(table);
        var best = otherwise.DistanceTo(wanted) < nearest.Point.DistanceTo(wanted) ? otherwise : nearest.Point;
        return ranges[member] with { Centre = Fixed.Round(best), Radius = Fixed.Round(Alone) };
    }

    /// <summary>What holds without consent.</summary>
    private static Point Otherwise(Table table) =>
        table.Meeting.Limit is null ? table.StatusQuo : table.Text;

    /// <summary>How far from what a member wants a meeting would end in which they made a claim and all the
    /// other manipulators spoke true; it knows how the group takes each argument.</summary>
    private static double Imagined(Table table, int member, Acceptance claim)
    {
        var present = new Voice[table.Present];
        for (var i = 0; i < present.Length; i++)
        {
            var voice = table.Meeting.Present[i];
            present[i] = voice with
            {
                Conduct = voice.Conduct == Conduct.Manipulates ? Conduct.Honest : voice.Conduct,
                Belief = table.Beliefs[i],
                Snapshot = voice.Snapshot with { Preference = table.Preferences[i] },
            };
        }

        var facets = table.Meeting.Facets;
        var minutes = ConsentProcess.Hold(
            table.Meeting with
            {
                Present = [.. present],
                Text = facets.Whole(table.Text),
                TermShare = table.TermShare,
                Shapes = false,
                Awaited = 0,
                Reads = [],
                Claim = (member, claim),
            },
            table.Practice with { TalkRounds = 0, Ladder = [Rung.Park] });
        var end = minutes.Consented ? facets.Of(minutes.Text) : Otherwise(table);
        return end.DistanceTo(table.RangeOn(table.Practice.Ground, member).Centre);
    }
}
