namespace Federation.Governance.Spaces;

/// <summary>How far ellipsoids are from meeting, and the nearest point where they do: the ellipsoid method.</summary>
/// <remarks>
/// Both are convex problems. Each step cuts an ellipsoid that holds the answer through its centre, or deeper, along
/// the slope of what is too large there, and takes the smallest ellipsoid around what is left; the slope also bounds
/// the answer from below. It ends when both bounds meet, so that nothing is decided by where an iteration stopped.
/// The ellipsoid is kept as the image x + B u of the unit ball, which stays one however flat it gets. Only + - * /
/// and square root. Sources: Shor 1977; Bland, Goldfarb and Todd, "The ellipsoid method: a survey", Operations
/// Research 29 (1981) 1039-1091.
/// </remarks>
internal static class CentralCuts
{
    private const double Gap = 1e-13;
    private const int StepsMax = 20_000;
    private const double Thinnest = 1e-9;

    // Half the one tolerance: what is found is common ground to everybody who looks.
    private const double Slack = Tolerance.Epsilon / 2;

    /// <summary>The least over p of the largest excess.</summary>
    /// <param name="bounds">A box that must be met too; null for none.</param>
    public static double Deficit(ReadOnlySpan<Acceptance> ranges, Bounds? bounds, out Point fairest)
    {
        var d = ranges[0].Centre.Dimensions;
        Span<double> place = stackalloc double[d];
        Span<double> ball = stackalloc double[d * d];
        Span<double> slope = stackalloc double[d];
        Span<double> way = stackalloc double[d];
        Around(ranges, bounds, place, ball);
        var (least, below) = (double.PositiveInfinity, double.NegativeInfinity);
        fairest = new Point(place);
        for (var steps = 0; steps < StepsMax; steps++)
        {
            var here = new Point(place);
            var worst = Worst(here, ranges, bounds, slope);
            if (worst < least) (least, fairest) = (worst, here);
            var reach = Reach(ball, slope, way);
            below = Math.Max(below, worst - reach);
            if (reach <= 0 || least - below <= Gap) break;
            Cut(place, ball, way, (worst - least) / reach);
        }

        return least;
    }

    /// <summary>The nearest point of common ground that is known to be there.</summary>
    public static NearestPoint Nearest(Point start, ReadOnlySpan<Acceptance> ranges, Bounds bounds)
    {
        var d = start.Dimensions;
        Span<double> place = stackalloc double[d];
        Span<double> ball = stackalloc double[d * d];
        Span<double> slope = stackalloc double[d];
        Span<double> way = stackalloc double[d];
        Around(ranges, bounds, place, ball);
        var (least, below, nearest) = (double.PositiveInfinity, 0.0, start);
        for (var steps = 0; steps < StepsMax; steps++)
        {
            var here = new Point(place);
            if (Worst(here, ranges, bounds, slope) is var worst and > Slack)
            {
                var outside = Reach(ball, slope, way);
                if (outside <= 0) break;
                Cut(place, ball, way, Math.Min(1, (worst - Slack) / outside));
                continue;
            }

            var far = here.DistanceTo(start);
            if (far < least) (least, nearest) = (far, here);
            for (var k = 0; k < d; k++) slope[k] = far > 0 ? (here[k] - start[k]) / far : 0;
            var reach = Reach(ball, slope, way);
            below = Math.Max(below, far - reach);
            if (reach <= 0 || least - below <= Gap) break;
            Cut(place, ball, way, (far - least) / reach);
        }

        return new NearestPoint(double.IsFinite(least) ? SearchEnd.Found : SearchEnd.NotConverged, nearest);
    }

    /// <summary>The largest excess, and the direction in which it grows.</summary>
    private static double Worst(in Point here, ReadOnlySpan<Acceptance> ranges, Bounds? bounds, Span<double> slope)
    {
        var (worst, by) = (double.NegativeInfinity, -1);
        for (var i = 0; i < ranges.Length; i++)
            if (ranges[i].Distance(here) - ranges[i].Radius is var excess && excess > worst) (worst, by) = (excess, i);
        slope.Clear();
        if (bounds is var (low, high))
            for (var k = 0; k < slope.Length; k++)
                if (Math.Max(low[k] - here[k], here[k] - high[k]) is var outside && outside > worst)
                {
                    slope.Clear();
                    (worst, by, slope[k]) = (outside, -1, here[k] < low[k] ? -1 : 1);
                }

        if (by < 0 || ranges[by].Distance(here) is not (> 0 and var distance)) return worst;
        for (var k = 0; k < slope.Length; k++)
            slope[k] = (ranges[by].Salience?[k] ?? 1) * (here[k] - ranges[by].Centre[k]) / distance;
        return worst;
    }

    /// <summary>How far the ellipsoid reaches along a slope; the way there in the unit ball.</summary>
    private static double Reach(ReadOnlySpan<double> ball, ReadOnlySpan<double> slope, Span<double> way)
    {
        var d = slope.Length;
        way.Clear();
        for (var k = 0; k < d; k++)
            for (var j = 0; j < d; j++) way[j] += ball[(k * d) + j] * slope[k];
        var reach = Math.Sqrt(Frame.Dot(way, way));
        for (var j = 0; j < d && reach > 0; j++) way[j] /= reach;
        return reach;
    }

    /// <param name="depth">0 through the centre, 1 at the far end.</param>
    private static void Cut(Span<double> place, Span<double> ball, ReadOnlySpan<double> way, double depth)
    {
        double d = place.Length;
        var move = (1 + (d * depth)) / (d + 1);
        var grow = Math.Sqrt(d * d * (1 - (depth * depth)) / ((d * d) - 1));
        var flatten = 1 - Math.Sqrt(Math.Max(0, 1 - (2 * move / (1 + depth))));
        for (var k = 0; k < place.Length; k++)
        {
            var row = ball.Slice(k * place.Length, place.Length);
            var step = Frame.Dot(row, way);
            place[k] -= move * step;
            for (var j = 0; j < row.Length; j++) row[j] = grow * (row[j] - (flatten * step * way[j]));
        }
    }

    /// <summary>An ellipsoid around the box of all centres, where the answer lies, and of the bounds.</summary>
    private static void Around(
        ReadOnlySpan<Acceptance> ranges, Bounds? bounds, Span<double> place, Span<double> ball)
    {
        var d = place.Length;
        ball.Clear();
        for (var k = 0; k < d; k++)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (ref readonly var range in ranges)
                (low, high) = (Math.Min(low, range.Centre[k]), Math.Max(high, range.Centre[k]));
            if (bounds is { } box) (low, high) = (Math.Min(low, box.Low[k]), Math.Max(high, box.High[k]));
            place[k] = (low + high) / 2;
            ball[(k * d) + k] = Math.Sqrt(d) * Math.Max((high - low) / 2, Thinnest);
        }
    }
}
