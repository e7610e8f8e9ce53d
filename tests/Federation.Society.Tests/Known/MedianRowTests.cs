using Federation.Governance.Spaces;

namespace Federation.Society.Tests.Known;

/// <summary>V51, row by row: geometric medians known in closed form.</summary>
/// <remarks>The solver is ours: MathNet has none, and what is sealed may use nothing but + - * / and square
/// root.</remarks>
public sealed class MedianRowTests
{
    private static readonly double Root3 = Math.Sqrt(3);

    /// <summary>Fermat's point of three with no angle of 120 degrees: the sum is the root of
    /// (a^2 + b^2 + c^2)/2 + 2 root(3) area.</summary>
    private static readonly double RightSum = Math.Sqrt(25 + (12 * Root3));

    /// <summary>In (0,0), (4,0), (0,3) the distance to a corner with angle t between sides b, c is
    /// (b c sin(t + 60 degrees) 2 / root(3)) / sum; Fermat's point has these three distances.</summary>
    private static readonly Point Right = Fermat(12 / Root3 / RightSum);

    public static TheoryData<string, double[], double[], double> Rows => new()
    {
        { "square", [0, 0, 1, 0, 1, 1, 0, 1], [.5, .5], 4 * Math.Sqrt(.5) },
        { "equilateral, side 2", [0, 0, 2, 0, 1, Root3], [1, 1 / Root3], 2 * Root3 },
        { "an angle of more than 120 degrees", [0, 0, 10, 0, 5, 1], [5, 1], 2 * Math.Sqrt(26) },
        { "four corners", [0, 0, 6, 0, 6, 2, 1, 5], [4.5, 1.5], Math.Sqrt(40) + Math.Sqrt(50) },
        { "right triangle", [0, 0, 4, 0, 0, 3], [Right[0], Right[1]], RightSum },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Medians_lie_where_geometry_says(string row, double[] corners, double[] expected, double sum)
    {
        Point[] points = [.. corners.Chunk(2).Select(one => new Point(one))];
        var median = GeometricMedian.Of(points);

        Assert.True(median.DistanceTo(new Point(expected)) <= 1e-6, $"{row}: {median[0]:R} {median[1]:R}");
        Assert.Equal(sum, points.Sum(point => median.DistanceTo(point)), 1e-9);
    }

    [Fact]
    public void The_closed_form_of_the_right_triangle_is_the_printed_one()
    {
        Assert.Equal(.695789, Right[0], 5e-7);
        Assert.Equal(.751176, Right[1], 5e-7);
        Assert.Equal(6.766433, RightSum, 5e-7);
    }

    /// <summary>The point at a distance from (0,0) and at the two it then has from (4,0) and (0,3): with
    /// x = |p|, y = |p - (4,0)|, z = |p - (0,3)| the corners see each other under 120 degrees, so x y, y z and z x
    /// go with the sides squared: 16 = x^2 + y^2 + x y and 9 = x^2 + z^2 + x z.</summary>
    private static Point Fermat(double x0)
    {
        var x = x0;
        var y = (-x + Math.Sqrt((4 * 16) - (3 * x * x))) / 2;
        var z = (-x + Math.Sqrt((4 * 9) - (3 * x * x))) / 2;
        return new Point((16 + (x * x) - (y * y)) / 8, (9 + (x * x) - (z * z)) / 6);
    }
}
