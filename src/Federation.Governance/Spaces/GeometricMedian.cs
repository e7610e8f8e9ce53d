namespace Federation.Governance.Spaces;

/// <summary>The point with the least sum of distances to given points.</summary>
/// <remarks>
/// A fixed number of steps of Vardi and Zhang, "The multivariate L1-median and associated data
/// depth", PNAS 97 (2000) 1423-1426, from the mean: Weiszfeld's iteration, repaired where it
/// lands on one of the points.
/// </remarks>
public static class GeometricMedian
{
    private const int Steps = 64;

    private const int StackMax = 512;

    /// <summary>Nearer than this, a place is one of the points.</summary>
    private const double Same = 1e-13;

    /// <exception cref="ArgumentException">There are no points.</exception>
    public static Point Of(ReadOnlySpan<Point> points)
    {
        if (points.IsEmpty) throw new ArgumentException("No points have no median.", nameof(points));
        var d = points[0].Dimensions;
        Span<double> all = points.Length * d <= StackMax
            ? stackalloc double[points.Length * d]
            : new double[points.Length * d];
        for (var i = 0; i < points.Length; i++) points[i].CopyTo(all.Slice(i * d, d));
        Span<double> place = stackalloc double[d];
        Mean(points).CopyTo(place);
        var step = 0;
        while (step < Steps && Step(place, all)) step++; // Where one step leads nowhere, none does.
        return new Point(place);
    }

    private static Point Mean(ReadOnlySpan<Point> points)
    {
        var sum = Point.Filled(points[0].Dimensions, 0);
        foreach (ref readonly var point in points) sum += point;
        return sum * (1.0 / points.Length);
    }

    /// <summary>Moves the place; whether it moved.</summary>
    /// <param name="all">Coordinates, point after point.</param>
    private static bool Step(Span<double> place, ReadOnlySpan<double> all)
    {
        Span<double> pull = stackalloc double[place.Length];
        var (weights, here) = (0.0, 0);
        for (; !all.IsEmpty; all = all[place.Length..])
        {
            var square = 0.0;
            for (var k = 0; k < place.Length; k++) square += (all[k] - place[k]) * (all[k] - place[k]);
            var distance = Math.Sqrt(square);
            if (distance < Same)
            {
                here++;
                continue;
            }

            var weight = 1 / distance;
            for (var k = 0; k < place.Length; k++) pull[k] += (all[k] - place[k]) * weight;
            weights += weight;
        }

        var strength = 0.0;
        foreach (var along in pull) strength += along * along;
        strength = Math.Sqrt(strength);
        if (weights == 0 || strength <= here) return false;
        var (share, moved) = ((1 - (here / strength)) / weights, false);
        for (var k = 0; k < place.Length; k++)
        {
            var before = place[k];
            place[k] += pull[k] * share;
            moved |= place[k] != before;
        }

        return moved;
    }
}
