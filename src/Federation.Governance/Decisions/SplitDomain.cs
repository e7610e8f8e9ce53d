using System.Collections.Immutable;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>A rung of the ladder: agree on the dimensions that can be agreed and park the others.</summary>
public static class SplitDomain
{
    /// <summary>The text moved, on every dimension that has common ground of its own, to where all can
    /// live with it, and the dimensions then agreed; the others go back to the status quo. Null when
    /// that fails, or when no dimension or every one has common ground.</summary>
    /// <remarks>
    /// Nobody is asked to consent to a parked dimension: the status quo holds there because nothing
    /// was agreed, so ranges are judged on the agreed ones alone, jointly.
    /// </remarks>
    public static (Point Text, ImmutableArray<int> Dimensions)? Find(
        Point text, Facets facets, ReadOnlySpan<Acceptance> ranges, Bounds bounds)
    {
        var kept = ImmutableArray.CreateBuilder<int>();
        for (var dimension = 0; dimension < text.Dimensions; dimension++)
            if (Deficit(dimension, ranges) <= Tolerance.Epsilon) kept.Add(dimension);
        if (kept.Count == 0 || kept.Count == text.Dimensions) return null;

        var part = new Facets(kept.ToImmutable(), facets.Of(facets.StatusQuo));
        var narrowed = new Acceptance[ranges.Length];
        for (var i = 0; i < narrowed.Length; i++)
            narrowed[i] = ranges[i] with
            {
                Centre = part.Of(ranges[i].Centre), Salience = ranges[i].Salience?.In(part.Dimensions),
            };
        var nearest = CommonGround.Nearest(
            part.Of(text), narrowed, new Bounds(part.Of(bounds.Low), part.Of(bounds.High)));
        var agreed = Fixed.Round(nearest.Point);
        return nearest.End is SearchEnd.Found && Array.TrueForAll(narrowed, range => range.Contains(agreed))
            ? (part.Whole(agreed), [.. kept.Select(dimension => facets.Dimensions[dimension])])
            : null;
    }

    private static double Deficit(int dimension, ReadOnlySpan<Acceptance> ranges)
    {
        var (lowest, highest) = (double.MaxValue, double.MinValue);
        foreach (var range in ranges)
        {
            var reach = range.Radius / range.Narrowing(dimension);
            lowest = Math.Min(lowest, range.Centre[dimension] + reach);
            highest = Math.Max(highest, range.Centre[dimension] - reach);
        }

        return (highest - lowest) / 2;
    }
}
