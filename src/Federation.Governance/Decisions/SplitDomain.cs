using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>A rung of the ladder: agree on the dimensions that can be agreed and park the others.</summary>
public static class SplitDomain
{
    /// <summary>The text with every dimension that has no common ground of its own put back to the
    /// status quo and the rest moved to where all can live with the whole; null when that fails.</summary>
    /// <remarks>Exact for boxes; balls are checked again jointly, with the parked coordinates fixed.</remarks>
    public static Point? Find(Point text, Facets facets, ReadOnlySpan<Acceptance> ranges)
    {
        var statusQuo = facets.Of(facets.StatusQuo);
        var (low, high) = (statusQuo, statusQuo);
        var kept = 0;
        for (var dimension = 0; dimension < text.Dimensions; dimension++)
        {
            if (Deficit(dimension, ranges) > Tolerance.Epsilon) continue;
            low = low.With(dimension, 0);
            high = high.With(dimension, 1);
            kept++;
        }

        if (kept == 0 || kept == text.Dimensions) return null;
        var nearest = CommonGround.Nearest(text, ranges, new Bounds(low, high));
        return nearest.Meeting is Spaces.Meeting.Found ? Fixed.Round(nearest.Point) : null;
    }

    private static double Deficit(int dimension, ReadOnlySpan<Acceptance> ranges)
    {
        var (lowest, highest) = (double.MaxValue, double.MinValue);
        foreach (var range in ranges)
        {
            lowest = Math.Min(lowest, range.Centre[dimension] + range.Radius);
            highest = Math.Max(highest, range.Centre[dimension] - range.Radius);
        }

        return (highest - lowest) / 2;
    }
}
