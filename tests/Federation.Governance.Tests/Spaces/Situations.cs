using CsCheck;
using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Spaces;

/// <summary>Random circles of people with ranges of tolerance, the awkward ones included.</summary>
internal static class Situations
{
    public static Gen<Point> Start(int dimensions) => Within(dimensions, -.5, 1.5);

    /// <summary>People anywhere, on few places, on one line, or one inside another's range.</summary>
    public static Gen<Acceptance[]> Balls(int dimensions, double low = .2, double high = .9) =>
        Gen.OneOf(
            Array(Within(dimensions, 0, 1), Gen.Double[low, high]),
            Array(Gen.Int[0, 2].Array[dimensions].Select(OnGrid), Gen.Double[low, high]),
            Array(Gen.Double[0, 1].Select(t => Point.Filled(dimensions, t)), Gen.Double[low, high]),
            Array(Within(dimensions, .45, .55), Gen.OneOf(Gen.Const(low), Gen.Const(high))));

    public static Gen<Acceptance[]> Boxes(int dimensions) =>
        Balls(dimensions).Select(balls => balls.Select(ball => ball with { IsBox = true }).ToArray());

    public static double Worst(Point point, Acceptance[] ranges) =>
        ranges.Max(range => Distance(point, range) - range.Radius);

    private static double Distance(Point point, Acceptance range) => range.IsBox
        ? Enumerable.Range(0, point.Dimensions).Max(k => Math.Abs(point[k] - range.Centre[k]))
        : point.DistanceTo(range.Centre);

    private static Gen<Acceptance[]> Array(Gen<Point> centre, Gen<double> radius) =>
        Gen.Select(centre, radius, (at, tau) => new Acceptance(at, tau)).Array[1, 12];

    private static Gen<Point> Within(int dimensions, double low, double high) =>
        Gen.Double[low, high].Array[dimensions].Select(coordinates => new Point(coordinates));

    private static Point OnGrid(int[] steps) => new([.. steps.Select(step => step / 2.0)]);
}
