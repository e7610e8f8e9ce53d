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

    /// <summary>Nearer than this, a place is one of the points.</summary>
    private const double Same = 1e-13;

    /// <exception cref="ArgumentException">There are no points.</exception>
    public static Point Of(ReadOnlySpan<Point> points)
    {
        if (points.IsEmpty) throw new ArgumentException("No points have no median.", nameof(points));
        var place = Mean(points);
        for (var step = 0; step < Steps; step++) place = Step(place, points);
        return place;
    }

    private static Point Mean(ReadOnlySpan<Point> points)
    {
        var sum = Point.Filled(points[0].Dimensions, 0);
        foreach (var point in points) sum += point;
        return sum * (1.0 / points.Length);
    }

    private static Point Step(Point place, ReadOnlySpan<Point> points)
    {
        var pull = Point.Filled(place.Dimensions, 0);
        var (weights, here) = (0.0, 0);
        foreach (var point in points)
        {
            var away = point - place;
            var distance = away.Length;
            if (distance < Same)
            {
                here++;
                continue;
            }

            pull += away * (1 / distance);
            weights += 1 / distance;
        }

        var strength = pull.Length;
        if (weights == 0 || strength <= here) return place;
        return place + (pull * ((1 - (here / strength)) / weights));
    }
}
