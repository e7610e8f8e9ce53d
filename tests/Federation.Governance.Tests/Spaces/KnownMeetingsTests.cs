using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Spaces;

/// <summary>V46, V48, V49 and V50: answers known in closed form.</summary>
public class KnownMeetingsTests
{
    private static readonly Bounds Wide = new(new(-50, -50), new(50, 50));

    private static readonly Acceptance[] Lens = [new(new(0, 0), 1), new(new(1.5, 0), 1)];

    [Theory]
    [InlineData(3, 1, .948683298, .316227766)]
    [InlineData(.75, 2, .75, .661437828)]
    [InlineData(-2, .3, .503653351, .085401141)]
    [InlineData(-1, 1.5, .642507074, .514495755)]
    public void The_nearest_point_of_two_discs_is_the_known_one(double x, double y, double atX, double atY)
    {
        var nearest = CommonGround.Nearest(new(x, y), Lens, Wide);
        Assert.Equal(SearchEnd.Found, nearest.End);
        Assert.True(nearest.Point.DistanceTo(new(atX, atY)) < 1e-8);
        Assert.True(Projections.Dykstra(new(x, y), 2000, Projections.Of(Lens)).DistanceTo(new(atX, atY)) < 1e-8);
    }

    [Fact]
    public void Objecting_one_at_a_time_finds_another_point_than_the_nearest()
    {
        var (flat, tilted) = (Projections.HalfPlane(new(0, 1)), Projections.HalfPlane(new(1, 1)));
        Same(new(1, -1), Projections.Alternating(new(2, 1), 1, flat, tilted));
        Same(new(.5, -.5), Projections.Dykstra(new(2, 1), 200, flat, tilted));
        Same(new(.5, -.5), Projections.Alternating(new(1, 2), 1, flat, tilted));
        Same(new(0, 0), Projections.Dykstra(new(1, 2), 200, flat, tilted));
    }

    [Theory]
    [InlineData(2, 1, .5, -.5)]
    [InlineData(1, 2, 0, 0)]
    public void Discs_as_large_as_half_planes_agree_with_half_planes(double x, double y, double atX, double atY)
    {
        const double Radius = 1e7;
        Acceptance[] ranges =
        [
            new(new(0, -Radius), Radius),
            new(new(-Radius / Math.Sqrt(2), -Radius / Math.Sqrt(2)), Radius),
        ];
        var nearest = CommonGround.Nearest(new(x, y), ranges, Wide);
        Assert.Equal(SearchEnd.Found, nearest.End);
        Assert.True(nearest.Point.DistanceTo(new(atX, atY)) < 1e-6);
    }

    [Fact]
    public void Disjoint_discs_are_a_unit_apart_and_nobody_iterates()
    {
        Acceptance[] apart = [new(new(0, 0), 1), new(new(3, 0), 1)];
        Assert.Equal(.5, CommonGround.Deficit(apart), 1e-12);
        Assert.Equal(
            new NearestPoint(SearchEnd.Empty, new(.3, 2)), CommonGround.Nearest(new(.3, 2), apart, Wide));

        var onSecond = Projections.Alternating(new(.3, 2), 2000, Projections.Of(apart));
        Assert.True(onSecond.DistanceTo(new(2, 0)) < 1e-9);
        Assert.True(apart[0].Project(onSecond).DistanceTo(new(1, 0)) < 1e-9);
    }

    [Fact]
    public void Three_people_at_a_unit_triangle_meet_from_a_tolerance_of_one_over_root_three()
    {
        var enough = 1 / Math.Sqrt(3);
        Assert.Equal(-1e-8, CommonGround.Deficit(Triangle(enough + 1e-8)), 1e-12);
        Assert.Equal(SearchEnd.Found, Meet(enough + 1e-6));
        Assert.Equal(SearchEnd.Found, Meet(enough - 0.5e-9));
        Assert.Equal(SearchEnd.Empty, Meet(enough - 2e-9));
        Assert.True(CommonGround.Deficit(Triangle(.51).AsSpan(0, 2)) < 0);

        static SearchEnd Meet(double tau) => CommonGround.Nearest(new(.9, .9), Triangle(tau), Wide).End;
    }

    private static Acceptance[] Triangle(double tau) =>
        [new(new(0, 0), tau), new(new(1, 0), tau), new(new(.5, Math.Sqrt(3) / 2), tau)];

    private static void Same(Point expected, Point actual) =>
        Assert.True(actual.DistanceTo(expected) < 1e-12, actual.ToString());
}
