using Federation.Governance.Spaces;

namespace Federation.Check.Known;

/// <summary>Two textbook ways into common ground: one objection after another, and Dykstra's.</summary>
public static class HalfPlanes
{
    /// <summary>Each in turn: some common point, not the nearest.</summary>
    public static Point Alternating(Point start, int sweeps, params ReadOnlySpan<Func<Point, Point>> sets)
    {
        for (var sweep = 0; sweep < sweeps; sweep++)
            foreach (var set in sets) start = set(start);
        return start;
    }

    /// <summary>With a correction remembered for each set: the nearest (Dykstra 1983).</summary>
    public static Point Dykstra(Point start, int sweeps, params ReadOnlySpan<Func<Point, Point>> sets)
    {
        var corrections = new Point[sets.Length];
        Array.Fill(corrections, Point.Filled(start.Dimensions, 0));
        for (var sweep = 0; sweep < sweeps; sweep++)
            for (var i = 0; i < sets.Length; i++)
            {
                var lifted = start + corrections[i];
                start = sets[i](lifted);
                corrections[i] = lifted - start;
            }

        return start;
    }

    /// <summary>The projection on all points that do not lie in the direction of the normal.</summary>
    public static Func<Point, Point> Below(Point normal) => point =>
    {
        var product = 0.0;
        for (var k = 0; k < point.Dimensions; k++) product += point[k] * normal[k];
        return product <= 0 ? point : point - (normal * (product / normal.LengthSquared));
    };
}
