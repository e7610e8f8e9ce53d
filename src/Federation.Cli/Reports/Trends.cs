using Federation.Cli.Reports.Charts;

namespace Federation.Cli.Reports;

/// <summary>The line through a cloud of points: what harm is on average along one setting.</summary>
internal static class Trends
{
    private const int Parts = 6;

    /// <summary>With no more values than this each has its mean.</summary>
    private const int ValuesMost = 12;

    /// <param name="points">In the order of x.</param>
    /// <returns>The line, empty for none, and what it joins as the end of a sentence. Points of one x stay together;
    /// trajectories of design "morris" lie on a few levels that all other settings share, so they have none: their
    /// effects say more.</returns>
    public static (IReadOnlyList<LinePoint> Line, string Told) Along(IReadOnlyList<LinePoint> points, string design)
    {
        if (design == "morris") return ([], "");
        var values = points.GroupBy(point => point.X).Select(Mean).ToArray();
        if (values.Length <= ValuesMost)
            return values.Length == points.Count ? ([], "") : (values, "; the line joins the means at each value");
        return ([.. Enumerable.Range(0, Parts).Select(part => Mean(
            points.Take((points.Count * (part + 1)) / Parts).Skip((points.Count * part) / Parts)))],
            "; the line joins the means of each sixth of them");
    }

    private static LinePoint Mean(IEnumerable<LinePoint> points)
    {
        var these = points.ToArray();
        return new LinePoint(these.Average(point => point.X), these.Average(point => point.Y));
    }
}
