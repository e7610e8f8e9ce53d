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

    /// <summary>How much each dimension counts; null where all count alike.</summary>
    public Salience? Salience { get; init; }

    /// <summary>Whether the person consents to the point, within the one tolerance.</summary>
    public bool Contains(Point point) => Tolerance.Within(Distance(point), Radius);

    /// <summary>How far outside the range the point is; 0 inside. For a box, along the worst dimension.</summary>
    public double Excess(Point point) => Math.Max(0, Distance(point) - Radius);

    /// <summary>The nearest point inside: the smallest amendment this person can ask for.</summary>
    public Point Project(Point point)
    {
        if (IsBox) return Box().Project(point);
        var distance = Distance(point);
        if (distance <= Radius) return point;
        return Salience is { } salience
            ? salience.Project(Centre, Radius, point)
            : Centre + ((point - Centre) * (Radius / distance));
    }

    /// <summary>How far a point is from the centre, as this person sees it.</summary>
    public double Distance(Point point)
    {
        if (!IsBox) return Salience?.Distance(point, Centre) ?? point.DistanceTo(Centre);
        var largest = 0.0;
        for (var i = 0; i < Centre.Dimensions; i++)
            largest = Math.Max(largest, Math.Abs(point[i] - Centre[i]) * Narrowing(i));
        return largest;
    }

    /// <summary>By what a range is narrower along one dimension than its radius.</summary>
    internal double Narrowing(int dimension) => Salience is { } salience ? Math.Sqrt(salience[dimension]) : 1;

    private Bounds Box()
    {
        Span<double> reach = stackalloc double[Centre.Dimensions];
        for (var i = 0; i < reach.Length; i++) reach[i] = Radius / Narrowing(i);
        return new Bounds(Centre - new Point(reach), Centre + new Point(reach));
    }
}
