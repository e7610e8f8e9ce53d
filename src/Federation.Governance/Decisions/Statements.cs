using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>The ranges people state once a text lies before them, which need not be those they have.</summary>
internal static class Statements
{
    /// <summary>Changed in place: first who exaggerates, then everybody who manipulates, each the best
    /// they can given what all the others state.</summary>
    /// <param name="ranges">The true ones, in the order of those present.</param>
    public static void Make(Meeting meeting, Acceptance[] ranges, Point text, double widening)
    {
        for (var i = 0; i < ranges.Length; i++)
            if (meeting.Present[i].Overstates is > 0 and var share) ranges[i] = Overstated(ranges[i], text, share);

        Acceptance[]? others = null;
        for (var i = 0; i < ranges.Length; i++)
            if (meeting.Present[i].Conduct == Conduct.Manipulates)
                ranges[i] = BestResponse.To(meeting, others ??= [.. ranges], i, text, widening);
    }

    private static Acceptance Overstated(Acceptance range, Point text, double share) => range with
    {
        Centre = Fixed.Round(range.Centre + ((range.Centre - text) * share)),
        Radius = Fixed.Round(range.Radius * (1 - share)),
    };
}
