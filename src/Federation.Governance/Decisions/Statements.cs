using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>The ranges people state once a text lies before them, which need not be those they have.</summary>
internal static class Statements
{
    /// <summary>Changed in place: first who exaggerates, then everybody who manipulates, each the best
    /// they can given what all the others state, once a meeting.</summary>
    /// <param name="ranges">The true ones, in the order of those present.</param>
    public static void Make(Table table, Acceptance[] ranges)
    {
        for (var i = 0; i < ranges.Length; i++)
            if (table.Meeting.Present[i].Overstates is > 0 and var share)
                ranges[i] = Overstated(ranges[i], table.Text, share);
        if (table.Meeting.Claim is { } claim) ranges[claim.Member] = claim.Range;

        Acceptance[]? others = null;
        for (var i = 0; i < ranges.Length; i++)
            if (table.Meeting.Present[i].Conduct == Conduct.Manipulates)
                ranges[i] = table.Claims[i] ??= BestResponse.To(table, others ??= [.. ranges], i);
    }

    private static Acceptance Overstated(Acceptance range, Point text, double share) => range with
    {
        Centre = Fixed.Round(range.Centre + ((range.Centre - text) * share)),
        Radius = Fixed.Round(range.Radius * (1 - share)),
    };
}
