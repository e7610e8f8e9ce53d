namespace Federation.Governance.Spaces;

/// <summary>A person's range of tolerance: the texts that are good enough and safe enough for them.</summary>
/// <param name="Centre">The point the person's tolerance is measured from.</param>
/// <param name="Radius">How far from it they still do not object, zero or more.</param>
/// <param name="IsBox">Whether the radius holds per dimension, rather than for the distance.</param>
public readonly record struct Acceptance(Point Centre, double Radius, bool IsBox = false)
{
    /// <exception cref="ArgumentOutOfRangeException">The radius is negative or not finite.</exception>
    public double Radius { get; init; } = Radius is >= 0 and < double.PositiveInfinity
        ? Radius
        : throw new ArgumentOutOfRangeException(nameof(Radius));

    /// <summary>Whether the person consents to the point, within the one tolerance.</summary>
    public bool Contains(Point point) => Tolerance.Within(Distance(point), Radius);

    /// <summary>How far outside the range the point is; 0 inside. For a box, along the worst dimension.</summary>
    public double Excess(Point point) => Math.Max(0, Distance(point) - Radius);

    /// <summary>The nearest point inside: the smallest amendment this person can ask for.</summary>
    public Point Project(Point point)
    {
        if (IsBox) return Box().Project(point);
        var distance = point.DistanceTo(Centre);
        return distance <= Radius ? point : Centre + ((point - Centre) * (Radius / distance));
    }

    private double Distance(Point point)
    {
        if (!IsBox) return point.DistanceTo(Centre);
        var largest = 0.0;
        for (var i = 0; i < Centre.Dimensions; i++)
            largest = Math.Max(largest, Math.Abs(point[i] - Centre[i]));
        return largest;
    }

    private Bounds Box()
    {
        var reach = Point.Filled(Centre.Dimensions, Radius);
        return new Bounds(Centre - reach, Centre + reach);
    }
}
