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
            var (low, high) = Along(i, ranges);
            middles[i] = (low + high) / 2;
            deficit = Math.Max(deficit, (low - high) / 2);
        }

        middle = new Point(middles);
        return deficit;
    }

    public static NearestPoint Nearest(Point start, ReadOnlySpan<Acceptance> ranges, Bounds bounds)
    {
        Span<double> clipped = stackalloc double[start.Dimensions];
        for (var i = 0; i < clipped.Length; i++)
        {
            var (low, high) = Along(i, ranges);
            low = Math.Max(low, bounds.Low[i]);
            high = Math.Min(high, bounds.High[i]);
            if (!Tolerance.Within((low - high) / 2, 0)) return new NearestPoint(SearchEnd.Empty, start);
            clipped[i] = low <= high ? Math.Clamp(start[i], low, high) : (low + high) / 2;
        }

        return new NearestPoint(SearchEnd.Found, new Point(clipped));
    }

    private static (double Low, double High) Along(int dimension, ReadOnlySpan<Acceptance> ranges)
    {
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (ref readonly var range in ranges)
        {
            low = Math.Max(low, range.Centre[dimension] - range.Radius);
            high = Math.Min(high, range.Centre[dimension] + range.Radius);
        }

        return (low, high);
    }
}
