using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>What to state under consent so that the outcome lands nearest to what one really wants.</summary>
/// <remarks>
/// <para>
/// Where every objection counts and the nearest text is taken, the outcome is simple piece by piece: at each term it
/// lies where all the others' ranges meet, and whoever accepts one point of that common ground alone gets it. So for
/// each term the best text to be had is the point of the others' common ground nearest to one's own; who is better
/// served without a decision accepts only what holds then. One of these is the best response.
/// </para>
/// <para>
/// Where a gate may dismiss objections, or they are integrated one at a time, these, the truth and a fixed fan of
/// others are where a compass search begins: it moves the best so far along each dimension, wider and narrower, by
/// steps that are halved where none helps (Hooke and Jeeves 1961). Each statement is tried in a meeting of the mind,
/// so that none is made that does worse than the truth. It is kept through the meeting.
/// </para>
/// </remarks>
internal static class BestResponse
{
    /// <summary>A range of a point alone would turn rounding into objections.</summary>
    private const double Alone = 1e-6;

    /// <summary>Points tried between what one wants and the text, and as far again beyond what one wants.</summary>
    private const int Fan = 4;

    private const double Smallest = 1.0 / 128;
    private const int TriesMax = 160;

    /// <param name="ranges">The range each states, the manipulator's own being the true one.</param>
    public static Acceptance To(Table table, Acceptance[] ranges, int member)
    {
        var truth = ranges[member];
        var (best, least, tries) = (truth, double.PositiveInfinity, 0);
        Try(truth);
        foreach (var share in table.Practice.Terms)
            if (share <= table.TermShare) Exact(share);
        Try(truth with { Centre = Fixed.Round(Otherwise(table)), Radius = Fixed.Round(Alone) });
        for (var step = -Fan; step <= Fan; step++)
            foreach (var radius in (double[])[Alone, truth.Radius / 2])
                Try(truth with
                {
                    Centre = Fixed.Round(truth.Centre + ((table.Text - truth.Centre) * ((double)step / Fan))),
                    Radius = Fixed.Round(radius),
                });
        for (var step = Math.Max(truth.Radius, Smallest); step >= Smallest; step = Climb(step) ? step : step / 2)
            if (least <= Tolerance.Epsilon || tries >= TriesMax) break;
        return best;

        void Exact(double share)
        {
            var nearest = CommonGround.Nearest(
                truth.Centre, Others(table, ranges, member, share), table.Meeting.Bounds);
            if (nearest.End is SearchEnd.Found)
                Try(truth with { Centre = Fixed.Round(nearest.Point), Radius = Fixed.Round(Alone) });
        }

        bool Climb(double step)
        {
            var before = best;
            for (var k = 0; k < before.Centre.Dimensions; k++)
                foreach (var way in (double[])[-step, step])
                    Try(before with { Centre = Fixed.Round(before.Centre.With(k, before.Centre[k] + way)) });
            Try(before with { Radius = Fixed.Round(before.Radius + step) });
            Try(before with { Radius = Fixed.Round(Math.Max(Alone, before.Radius - step)) });
            return best != before;
        }

        void Try(Acceptance claim)
        {
            if (least <= Tolerance.Epsilon || tries++ >= TriesMax) return;
            var distance = Imagined(table, member, claim, truth);
            if (distance < least - Tolerance.Epsilon) (best, least) = (claim, distance);
        }
    }

    /// <summary>What binds the text besides oneself under a term.</summary>
    private static Acceptance[] Others(Table table, Acceptance[] ranges, int member, double share)
    {
        var widening = table.Practice.Widening(share);
        var others = new List<Acceptance>(ranges.Length);
        for (var i = 0; i < ranges.Length; i++)
            if (i != member && !table.Withholds(i))
                others.Add(ranges[i] with { Radius = ranges[i].Radius * widening });
        if (table.Meeting.Limit is { } limit) others.Add(limit with { IsBox = ranges[member].IsBox });
        return [.. others];
    }

    /// <summary>What holds without consent.</summary>
    private static Point Otherwise(Table table) =>
        table.Meeting.Limit is null ? table.StatusQuo : table.Text;

    /// <summary>How far from what a member wants a meeting would end in which they made a claim and all the
    /// other manipulators spoke true; it knows how the group takes each argument.</summary>
    private static double Imagined(Table table, int member, Acceptance claim, Acceptance truth)
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
                Claim = new Claim(member, claim, table.First),
            },
            table.Practice with { TalkRounds = 0 });
        var end = minutes.Consented ? facets.Of(minutes.Text) : Otherwise(table);
        return truth.IsBox ? end.DistanceTo(truth.Centre) : truth.Distance(end);
    }
}
