using System.Collections.Immutable;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>The dimensions one matter is about, and the way between them and the whole issue space.</summary>
/// <remarks>A circle deliberates in the matter's own dimensions; the others stay at the status quo.</remarks>
public readonly record struct Facets(ImmutableArray<int> Dimensions, Point StatusQuo)
{
    /// <summary>The matter's coordinates of a point of the whole space.</summary>
    public Point Of(Point whole)
    {
        if (Dimensions.Length == whole.Dimensions) return whole;
        Span<double> part = stackalloc double[Dimensions.Length];
        for (var i = 0; i < part.Length; i++) part[i] = whole[Dimensions[i]];
        return new Point(part);
    }

    /// <summary>The point of the whole space with a matter's coordinates, the rest at the status quo.</summary>
    public Point Whole(Point part) => Onto(part, StatusQuo);

    /// <summary>A point of the whole space with its coordinates in this matter replaced.</summary>
    public Point Onto(Point part, Point whole)
    {
        if (Dimensions.Length == whole.Dimensions) return part;
        for (var i = 0; i < Dimensions.Length; i++) whole = whole.With(Dimensions[i], part[i]);
        return whole;
    }
}
