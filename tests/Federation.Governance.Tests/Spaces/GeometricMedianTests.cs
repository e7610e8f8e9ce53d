using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Spaces;

/// <summary>V51: Fermat points known in closed form.</summary>
public class GeometricMedianTests
{
    [Fact]
    public void Of_a_square_it_is_the_centre() => Near(new(.5, .5), [new(0, 0), new(1, 0), new(0, 1), new(1, 1)]);

    [Fact]
    public void Of_an_equilateral_triangle_it_is_the_centre() =>
        Near(new(1, .577350269189626), [new(0, 0), new(2, 0), new(1, Math.Sqrt(3))], 3.464101615137754);

    [Fact]
    public void A_corner_wider_than_120_degrees_is_the_median() =>
        Near(new(5, 1), [new(0, 0), new(10, 0), new(5, 1)]);

    [Fact]
    public void Of_four_corners_it_is_where_the_diagonals_cross() =>
        Near(new(4.5, 1.5), [new(0, 0), new(6, 0), new(6, 2), new(1, 5)]);

    [Fact]
    public void Of_a_right_triangle_it_is_the_fermat_point() =>
        Near(new(.695789, .751176), [new(0, 0), new(4, 0), new(0, 3)], 6.766433);

    [Fact]
    public void A_mean_on_one_of_the_points_is_left_if_it_is_not_the_median()
    {
        // The mean (1, 0) is a point; the heavier end is the median.
        Point[] points = [new(0, 0), new(0, 0), new(0, 0), new(1, 0), new(4, 0)];
        Assert.Equal(new(1, 0), Mean(points));
        Near(new(0, 0), points, 5);
    }

    [Fact]
    public void One_point_and_equal_points_are_their_own_median()
    {
        Assert.Equal(new(.3, .4, .5), GeometricMedian.Of([new Point(.3, .4, .5)]));
        Near(new(.3, .4), [new(.3, .4), new(.3, .4), new(.3, .4)]);
        Assert.Throws<ArgumentException>(() => GeometricMedian.Of([]));
    }

    private static Point Mean(Point[] points) =>
        points.Aggregate((a, b) => a + b) * (1.0 / points.Length);

    private static void Near(Point expected, Point[] points, double? sum = null)
    {
        var median = GeometricMedian.Of(points);
        Assert.True(median.DistanceTo(expected) <= 1e-6, $"{median[0]:R} {median[1]:R}");
        if (sum is { } distances) Assert.Equal(distances, points.Sum(point => median.DistanceTo(point)), 1e-6);
    }
}
