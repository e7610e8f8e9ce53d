namespace Federation.Governance.Spaces;

/// <summary>A box along the axes: the texts that may be written at all.</summary>
public readonly record struct Bounds(Point Low, Point High)
{
    /// <summary>The whole issue space.</summary>
    public static Bounds Unit(int dimensions) =>
        new(Point.Filled(dimensions, 0), Point.Filled(dimensions, 1));

    /// <summary>Whether the point is inside, within the one tolerance in every dimension.</summary>
    public bool Contains(Point point)
    {
        for (var i = 0; i < Low.Dimensions; i++)
        {
            if (!Tolerance.Within(Low[i], point[i]) || !Tolerance.Within(point[i], High[i])) return false;
        }

        return true;
    }

    /// <summary>The nearest point inside.</summary>
    public Point Project(Point point)
    {
        Span<double> clipped = stackalloc double[Low.Dimensions];
        for (var i = 0; i < clipped.Length; i++) clipped[i] = Math.Clamp(point[i], Low[i], High[i]);
        return new Point(clipped);
    }

    /// <summary>What both boxes allow; null if they have no point in common.</summary>
    public Bounds? Intersect(Bounds other)
    {
        Span<double> low = stackalloc double[Low.Dimensions];
        Span<double> high = stackalloc double[Low.Dimensions];
        for (var i = 0; i < low.Length; i++)
        {
            low[i] = Math.Max(Low[i], other.Low[i]);
            high[i] = Math.Min(High[i], other.High[i]);
            if (low[i] > high[i]) return null;
        }

        return new Bounds(new Point(low), new Point(high));
    }
}
