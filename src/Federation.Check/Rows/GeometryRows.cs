using Federation.Check.Known;
using Federation.Governance.Spaces;
using static Federation.Check.Rows.PowerRows;

namespace Federation.Check.Rows;

/// <summary>V46 to V51: common ground, nearest points, middles.</summary>
internal static class GeometryRows
{
    private static readonly Bounds Wide = new(new(-50, -50), new(50, 50));

    private static readonly Acceptance[] Lens = [new(new(0, 0), 1), new(new(1.5, 0), 1)];

    private static readonly Acceptance[] Apart = [new(new(0, 0), 1), new(new(3, 0), 1)];

    private static readonly double Root3 = Math.Sqrt(3);

    public static IEnumerable<Row> All => [.. Discs(), .. Planes(), .. Gaps(), .. Medians()];

    private static IEnumerable<Row> Discs()
    {
        foreach (var (x, y, toX, toY) in ((double, double, double, double)[])
        [
            (3, 1, .948683298, .316227766), (.75, 2, .75, .661437828), (-2, .3, .503653351, .085401141),
            (-1, 1.5, .642507074, .514495755),
        ])
            foreach (var row in Place("V46", Line($"two discs, nearest to ({x}, {y})"), [toX, toY], 1e-8,
                "computed two ways",
                () => CommonGround.Nearest(new(x, y), Lens, Wide).Point)) yield return row;
    }

    private static IEnumerable<Row> Planes()
    {
        foreach (var (x, y, turns, nearest) in ((double, double, double[], double[])[])
            [(2, 1, [1, -1], [.5, -.5]), (1, 2, [.5, -.5], [0, 0])])
        {
            foreach (var row in Place("V48", Line($"half planes from ({x}, {y}), one after another"), turns, 1e-12,
                "by hand",
                () => HalfPlanes.Alternating(new(x, y), 1, HalfPlanes.Below(new(0, 1)),
                    HalfPlanes.Below(new(1, 1))))) yield return row;
            foreach (var row in Place("V48", Line($"half planes from ({x}, {y}), Dykstra"), nearest, 1e-12, "by hand",
                () => HalfPlanes.Dykstra(new(x, y), 200, HalfPlanes.Below(new(0, 1)),
                    HalfPlanes.Below(new(1, 1))))) yield return row;
        }
    }

    private static IEnumerable<Row> Gaps()
    {
        const string pairs = "Cheney and Goldstein 1959";
        foreach (var row in Place("V49", "discs three apart, one after another: on the second", [2, 0], 1e-9, pairs,
            () => HalfPlanes.Alternating(new(.3, 2), 2000, Apart[0].Project, Apart[1].Project))) yield return row;
        foreach (var row in Place("V49", "discs three apart, one after another: on the first", [1, 0], 1e-9, pairs,
            () => HalfPlanes.Alternating(new(.3, 2), 2000, Apart[1].Project, Apart[0].Project))) yield return row;
        yield return Row.Number("V49", "discs three apart: the gap", 1, 1e-9, pairs,
            () => 2 * CommonGround.Deficit(Apart));
        yield return Row.Number("V50", "unit triangle: tolerance from which three meet", 1 / Root3, 1e-9, "Helly", () =>
        {
            var (low, high) = (.5, .7);
            for (var halving = 0; halving < 60; halving++)
            {
                var middle = (low + high) / 2;
                if (CommonGround.Deficit(Triangle(middle)) > 0) low = middle;
                else high = middle;
            }

            return (low + high) / 2;
        });
    }

    private static IEnumerable<Row> Medians()
    {
        foreach (var (name, corners, middle, sum) in ((string, double[], double[], double)[])
        [
            ("square", [0, 0, 1, 0, 1, 1, 0, 1], [.5, .5], 4 * Math.Sqrt(.5)),
            ("equilateral, side 2", [0, 0, 2, 0, 1, Root3], [1, .577350269], 3.464102),
            ("(0,0), (10,0), (5,1)", [0, 0, 10, 0, 5, 1], [5, 1], 2 * Math.Sqrt(26)),
            ("four corners", [0, 0, 6, 0, 6, 2, 1, 5], [4.5, 1.5], Math.Sqrt(40) + Math.Sqrt(50)),
            ("right triangle 3-4", [0, 0, 4, 0, 0, 3], [.695789, .751176], 6.766433),
        ])
        {
            Point[] points = [.. corners.Chunk(2).Select(one => new Point(one))];
            foreach (var row in Place("V51", $"geometric median, {name}", middle, 1e-6, "Fermat; Weiszfeld",
                () => GeometricMedian.Of(points))) yield return row;
            yield return Row.Number("V51", $"geometric median, {name}: sum of distances", sum, 1e-6,
                "Fermat; Weiszfeld",
                () => points.Sum(point => GeometricMedian.Of(points).DistanceTo(point)));
        }
    }

    private static IEnumerable<Row> Place(
        string id, string setting, double[] expected, double tolerance, string source, Func<Point> measure) =>
        Enumerable.Range(0, expected.Length).Select(at => Row.Number(
            id, $"{setting}: {"xyz"[at]}", expected[at], tolerance, source, () => measure()[at]));

    private static Acceptance[] Triangle(double tolerance) =>
        [new(new(0, 0), tolerance), new(new(1, 0), tolerance), new(new(.5, Root3 / 2), tolerance)];
}
