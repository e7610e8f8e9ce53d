namespace Federation.Governance.Spaces;

/// <summary>Common ground of ranges that are boxes: every dimension for itself, in closed form.</summary>
internal static class Intervals
{
    /// <summary>The deficit in the largest coordinate difference, and the middle of the ground.</summary>
    public static double Deficit(ReadOnlySpan<Acceptance> ranges, out Point middle)
    {
        Span<double> middles = stackalloc double[ranges[0].Centre.Dimensions];
        var deficit = double.NegativeInfinity;
        for (var i = 0; i < middles.Length; i++)
        {
            var grown = Ellipsoids.Any(ranges) ? Grown(i, ranges) : 0;
            var (low, high) = Along(i, ranges, grown);
            middles[i] = (low + high) / 2;
            deficit = Math.Max(deficit, grown + ((low - high) / 2));
        }

        middle = new Point(middles);
        return deficit;
    }

    /// <summary>By how much ranges that grow unequally must do so to meet along a dimension: two by two, which on a
    /// line is enough (Helly).</summary>
    private static double Grown(int dimension, ReadOnlySpan<Acceptance> ranges)
    {
        var grown = double.NegativeInfinity;
        for (var i = 0; i < ranges.Length; i++)
            for (var j = 0; j <= i; j++)
            {
                var (one, other) = (1 / ranges[i].Narrowing(dimension), 1 / ranges[j].Narrowing(dimension));
                var apart = Math.Abs(ranges[i].Centre[dimension] - ranges[j].Centre[dimension]);
                grown = Math.Max(
                    grown, (apart - (ranges[i].Radius * one) - (ranges[j].Radius * other)) / (one + other));
            }

        return grown;
    }

    public static NearestPoint Nearest(Point start, ReadOnlySpan<Acceptance> ranges, Bounds bounds)
    {
        Span<double> clipped = stackalloc double[start.Dimensions];
        for (var i = 0; i < clipped.Length; i++)
        {
            var (low, high) = Along(i, ranges, 0);
            low = Math.Max(low, bounds.Low[i]);
            high = Math.Min(high, bounds.High[i]);
            if (!Tolerance.Within((low - high) / 2, 0)) return new NearestPoint(SearchEnd.Empty, start);
            clipped[i] = low <= high ? Math.Clamp(start[i], low, high) : (low + high) / 2;
        }

        return new NearestPoint(SearchEnd.Found, new Point(clipped));
    }

    private static (double Low, double High) Along(int dimension, ReadOnlySpan<Acceptance> ranges, double grown)
    {
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (ref readonly var range in ranges)
        {
            var reach = (range.Radius + grown) / range.Narrowing(dimension);
            low = Math.Max(low, range.Centre[dimension] - reach);
            high = Math.Min(high, range.Centre[dimension] + reach);
        }

        return (low, high);
    }
}
