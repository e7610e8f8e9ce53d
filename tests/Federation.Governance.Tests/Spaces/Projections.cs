using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Spaces;

/// <summary>Textbook projection methods, plain and slow: what the solvers are checked against.</summary>
internal static class Projections
{
    public static Point Alternating(Point start, int sweeps, params Func<Point, Point>[] sets)
    {
        for (var sweep = 0; sweep < sweeps; sweep++)
            foreach (var set in sets) start = set(start);
        return start;
    }

    /// <summary>Dykstra 1983, as Bauschke and Borwein 1994 state it.</summary>
    public static Point Dykstra(Point start, int sweeps, params Func<Point, Point>[] sets)
    {
        var corrections = sets.Select(_ => Point.Filled(start.Dimensions, 0)).ToArray();
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            for (var i = 0; i < sets.Length; i++)
            {
                var lifted = start + corrections[i];
                start = sets[i](lifted);
                corrections[i] = lifted - start;
            }
        }

        return start;
    }

    /// <summary>Halpern, Lions, Wittmann, Bauschke: slow, but by a quite different road.</summary>
    public static Point Halpern(Point start, int sweeps, params Func<Point, Point>[] sets)
    {
        var place = start;
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            var anchor = 1.0 / (sweep + 2);
            place = (start * anchor) + (Alternating(place, 1, sets) * (1 - anchor));
        }

        return place;
    }

    public static Func<Point, Point>[] Of(IEnumerable<Acceptance> ranges) =>
        [.. ranges.Select(range => (Func<Point, Point>)range.Project)];

    public static Func<Point, Point> HalfPlane(Point normal) => point =>
    {
        var product = 0.0;
        for (var k = 0; k < point.Dimensions; k++) product += point[k] * normal[k];
        return product <= 0 ? point : point - (normal * (product / normal.LengthSquared));
    };
}
