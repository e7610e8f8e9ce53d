namespace Federation.Governance.Spaces;

/// <summary>The smallest ball that encloses balls, exactly, by exchanging its basis.</summary>
/// <remarks>
/// Giving centre i the radius K - tau_i, with K the largest tolerance, makes the deficit the radius
/// of the smallest enclosing ball less K. That is an LP-type problem (Fischer and Gaertner, "The
/// smallest enclosing ball of balls: combinatorial structure and algorithms", 2003): at most d + 1
/// balls, the basis, hold the answer. Take in the ball that sticks out most, find the basis of
/// those at most d + 2, and repeat; the radius grows every time, so it ends.
/// </remarks>
internal static class EnclosingBall
{
    /// <summary>A ball that sticks out by less is rounding.</summary>
    private const double Slack = 1e-14;

    /// <summary>Up to this many numbers are kept on the stack.</summary>
    private const int StackMax = 1024;

    public static double Deficit(ReadOnlySpan<Acceptance> ranges, out Point fairest)
    {
        var (n, d) = (ranges.Length, ranges[0].Centre.Dimensions);
        var size = (n * (d + 1)) + TangentBalls.Scratch(d);
        var scratch = size <= StackMax ? stackalloc double[size] : new double[size];
        var centres = scratch[..(n * d)];
        var radii = scratch.Slice(n * d, n);
        var widest = Flatten(ranges, centres, radii);
        var tangents = new TangentBalls(
            centres, radii, d, scratch[(n * (d + 1))..], stackalloc int[3 * (d + 2)]);
        return Grow(ref tangents, out fairest) - widest;
    }

    /// <summary>The radius of the smallest enclosing ball, and its centre.</summary>
    private static double Grow(ref TangentBalls tangents, out Point centre)
    {
        tangents.Begin();
        centre = new Point(tangents.Best);
        var smallest = double.PositiveInfinity;
        while (true)
        {
            var (radius, farthest) = tangents.Farthest();
            if (radius < smallest)
            {
                smallest = radius;
                centre = new Point(tangents.Best);
            }

            if (radius <= tangents.BestRadius + Slack || !tangents.TakeIn(farthest)) return smallest;
        }
    }

    private static double Flatten(
        ReadOnlySpan<Acceptance> ranges, Span<double> centres, Span<double> radii)
    {
        var widest = 0.0;
        foreach (ref readonly var range in ranges) widest = Math.Max(widest, range.Radius);
        var next = 0;
        for (var i = 0; i < ranges.Length; i++)
        {
            var centre = ranges[i].Centre;
            for (var k = 0; k < centre.Dimensions; k++) centres[next++] = centre[k];
            radii[i] = widest - ranges[i].Radius;
        }

        return widest;
    }
}
