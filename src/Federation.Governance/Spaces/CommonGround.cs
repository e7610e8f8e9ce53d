namespace Federation.Governance.Spaces;

/// <summary>The texts nobody present objects to: what all their ranges of tolerance have in common.</summary>
public static class CommonGround
{
    /// <summary>
    /// By how much every range would have to grow for the ranges to meet in one point; below zero,
    /// by how much they could all shrink. Zero or less means there is common ground.
    /// </summary>
    /// <remarks>The least over p of the largest |p - centre| - radius. Of no ranges: minus infinity.</remarks>
    /// <exception cref="ArgumentException">Boxes and balls mixed, or different dimensions.</exception>
    public static double Deficit(ReadOnlySpan<Acceptance> ranges) => Deficit(ranges, out _);

    /// <summary>The deficit, and a point where the worst-off person is best off.</summary>
    public static double Deficit(ReadOnlySpan<Acceptance> ranges, out Point fairest)
    {
        fairest = default;
        if (ranges.IsEmpty) return double.NegativeInfinity;
        RequireAlike(ranges, ranges[0].Centre.Dimensions);
        return AreIntervals(ranges) ? Intervals.Deficit(ranges, out fairest)
            : Ellipsoids.Any(ranges) ? Ellipsoids.Deficit(ranges, out fairest)
            : EnclosingBall.Deficit(ranges, out fairest);
    }

    /// <summary>The point of the common ground inside the bounds that is nearest to the start.</summary>
    /// <exception cref="ArgumentException">Boxes and balls mixed, or different dimensions.</exception>
    public static NearestPoint Nearest(Point start, ReadOnlySpan<Acceptance> ranges, Bounds bounds)
    {
        RequireAlike(ranges, start.Dimensions);
        if (start.Dimensions != bounds.Low.Dimensions)
            throw new ArgumentException("The bounds have another number of dimensions.", nameof(bounds));

        if (ranges.IsEmpty) return new NearestPoint(SearchEnd.Found, bounds.Project(start));
        if (AreIntervals(ranges)) return Intervals.Nearest(start, ranges, bounds);
        if (Ellipsoids.Any(ranges)) return Ellipsoids.Nearest(start, ranges, bounds);
        if (IsInside(start, ranges) && bounds.Project(start) == start) return new NearestPoint(SearchEnd.Found, start);
        if (EnclosingBall.Deficit(ranges, out var fairest) is var deficit && deficit > Tolerance.Epsilon)
            return new NearestPoint(SearchEnd.Empty, start);

        // Meeting only thanks to the tolerance, the ranges have no nearest point but the fairest one.
        if (deficit > 0 && IsCommon(bounds.Project(fairest), ranges))
            return new NearestPoint(SearchEnd.Found, bounds.Project(fairest));

        if (ActiveLimits.TryNearest(start, ranges, bounds, out var nearest)
            && IsCommon(bounds.Project(nearest), ranges))
            return new NearestPoint(SearchEnd.Found, bounds.Project(nearest));

        // Whether there is common ground does not depend on the start; from near by it shows sooner.
        return Dykstra.Nearest(bounds.Project(fairest), ranges, bounds).End is SearchEnd.Empty
            ? new NearestPoint(SearchEnd.Empty, start)
            : Dykstra.Nearest(start, ranges, bounds);
    }

    private static bool IsInside(Point point, ReadOnlySpan<Acceptance> ranges)
    {
        foreach (ref readonly var range in ranges)
            if (range.Excess(point) > 0) return false;
        return true;
    }

    private static bool IsCommon(Point point, ReadOnlySpan<Acceptance> ranges)
    {
        foreach (ref readonly var range in ranges)
            if (!range.Contains(point)) return false;
        return true;
    }

    /// <summary>Boxes, and everything in one dimension, have closed forms.</summary>
    private static bool AreIntervals(ReadOnlySpan<Acceptance> ranges) =>
        ranges[0].IsBox || ranges[0].Centre.Dimensions == 1;

    private static void RequireAlike(ReadOnlySpan<Acceptance> ranges, int dimensions)
    {
        foreach (ref readonly var range in ranges)
        {
            if (range.Centre.Dimensions != dimensions)
                throw new ArgumentException("The ranges differ in dimensions.", nameof(ranges));
            if (range.IsBox != ranges[0].IsBox && dimensions > 1)
                throw new ArgumentException("Boxes and balls have no common metric.", nameof(ranges));
        }
    }
}
