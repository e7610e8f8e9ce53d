namespace Federation.Governance.Spaces;

/// <summary>Common ground of ranges to which dimensions count unequally.</summary>
/// <remarks>Everything is solved in the space scaled by the proposal's salience, where the proposal's metric is the
/// plain one and whoever has no salience of their own has a ball.</remarks>
internal static class Ellipsoids
{
    private static readonly Point One = Point.Filled(Point.DimensionsMax, 1);

    public static bool Any(ReadOnlySpan<Acceptance> ranges)
    {
        foreach (ref readonly var range in ranges)
            if (range.Salience is not null) return true;
        return false;
    }

    public static double Deficit(ReadOnlySpan<Acceptance> ranges, out Point fairest)
    {
        var roots = Roots(ranges);
        var scaled = Scaled(ranges, roots);
        var deficit = Any(scaled)
            ? CentralCuts.Deficit(scaled, null, out fairest)
            : EnclosingBall.Deficit(scaled, out fairest);
        fairest = Divided(fairest, roots);
        return deficit;
    }

    public static NearestPoint Nearest(Point start, ReadOnlySpan<Acceptance> ranges, Bounds bounds)
    {
        var roots = Roots(ranges);
        var (scaled, from) = (Scaled(ranges, roots), Times(start, roots));
        var within = new Bounds(Times(bounds.Low, roots), Times(bounds.High, roots));
        var nearest = Any(scaled) ? Search(from, scaled, within) : CommonGround.Nearest(from, scaled, within);
        return nearest.End == SearchEnd.Empty
            ? nearest with { Point = start }
            : nearest with { Point = bounds.Project(Divided(nearest.Point, roots)) };
    }

    private static NearestPoint Search(Point start, Acceptance[] ranges, Bounds bounds)
    {
        if (bounds.Project(start) == start && Array.TrueForAll(ranges, range => range.Excess(start) <= 0))
            return new NearestPoint(SearchEnd.Found, start);
        var deficit = CentralCuts.Deficit(ranges, bounds, out var fairest);
        if (deficit > Tolerance.Epsilon) return new NearestPoint(SearchEnd.Empty, start);
        if (deficit > -Tolerance.Epsilon) return new NearestPoint(SearchEnd.Found, bounds.Project(fairest));

        // Where ranges meet at a sharp angle projections hardly move on.
        return Dykstra.Nearest(start, ranges, bounds) is { End: SearchEnd.Found } found
            ? found
            : CentralCuts.Nearest(start, ranges, bounds);
    }

    /// <summary>Square roots of the proposal's salience.</summary>
    private static Point Roots(ReadOnlySpan<Acceptance> ranges)
    {
        foreach (ref readonly var range in ranges)
            if (range.Salience is { Proposal: var all }) return Each(all, all, (s, _) => Math.Sqrt(s));
        throw new ArgumentException("Nobody has a salience.", nameof(ranges));
    }

    private static Acceptance[] Scaled(ReadOnlySpan<Acceptance> ranges, Point roots)
    {
        var scaled = new Acceptance[ranges.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            var all = ranges[i].Salience is { } salience
                ? Each(salience.Proposal, salience.Own, (s, w) => s * w) : Each(roots, roots, (_, _) => 1);
            var own = Each(all, roots, (weight, root) => weight / (root * root));
            var isPlain = ranges[i].Salience is { } mine ? mine.Own == Each(mine.Own, mine.Own, (_, _) => 1)
                : own == Each(own, own, (_, _) => 1);
            scaled[i] = new Acceptance(Times(ranges[i].Centre, roots), ranges[i].Radius)
            {
                Salience = isPlain ? null : new Salience(Each(own, own, (_, _) => 1), own),
            };
        }

        return scaled;
    }

    private static Point Times(in Point point, in Point roots) => Each(point, roots, (x, root) => x * root);

    private static Point Divided(in Point point, in Point roots) => Each(point, roots, (x, root) => x / root);

    private static Point Each(in Point one, in Point other, Func<double, double, double> of)
    {
        Span<double> each = stackalloc double[one.Dimensions];
        for (var k = 0; k < each.Length; k++) each[k] = of(one[k], other[k]);
        return new Point(each);
    }
}
