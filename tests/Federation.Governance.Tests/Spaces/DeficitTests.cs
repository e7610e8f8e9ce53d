using CsCheck;
using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Spaces;

public class DeficitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void The_deficit_is_what_a_search_finds(int dimensions) =>
        Situations.Balls(dimensions).Sample(Agrees, iter: 40);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_deficit_of_boxes_is_what_a_search_finds(int dimensions) =>
        Situations.Boxes(dimensions).Sample(
            ranges =>
            {
                var deficit = CommonGround.Deficit(ranges, out var fairest);
                Assert.Equal(deficit, Situations.Worst(fairest, ranges), 1e-14);
                Assert.True(Search(ranges) >= deficit - 1e-14);
            },
            iter: 60);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void The_fairest_point_is_optimal(int dimensions) =>
        Situations.Balls(dimensions).Sample(
            ranges =>
            {
                var deficit = CommonGround.Deficit(ranges, out var fairest);
                Assert.Equal(deficit, Situations.Worst(fairest, ranges), 1e-14);
                Assert.True(IsBalanced(fairest, ranges, deficit), $"{deficit:R}");
            },
            iter: 200);

    [Fact]
    public void In_one_dimension_it_is_half_the_gap()
    {
        Acceptance[] ranges = [new(new(.1), .1), new(new(.9), .2), new(new(.5), .3)];
        Assert.Equal((.7 - .2) / 2, CommonGround.Deficit(ranges), 1e-15);
    }

    [Fact]
    public void A_ball_inside_another_decides_alone()
    {
        Acceptance[] nested = [new(new(.5, .5), .1), new(new(.52, .5), .4), new(new(.5, .5), .1)];
        Assert.Equal(-.1, CommonGround.Deficit(nested, out var fairest), 1e-15);
        Assert.True(fairest.DistanceTo(new(.5, .5)) < 1e-15);
    }

    [Fact]
    public void Almost_equal_and_almost_collinear_people_do_no_harm()
    {
        var equal = Enumerable.Range(0, 20).Select(i => new Acceptance(new(.3 + (i * 1e-15), .4), .2));
        Assert.Equal(-.2, CommonGround.Deficit([.. equal]), 1e-13);

        var line = Enumerable.Range(0, 21)
            .Select(i => new Acceptance(new(i / 20.0, .5 + ((i % 3) * 1e-14)), .1));
        Assert.Equal(.4, CommonGround.Deficit([.. line]), 1e-12);
    }

    [Fact]
    public void Sixty_four_people_in_eight_dimensions_are_no_trouble()
    {
        var gen = Gen.Double[0, 1].Array[8].Select(at => new Acceptance(new Point(at), .6)).Array[64];
        gen.Sample(
            ranges =>
            {
                var deficit = CommonGround.Deficit(ranges, out var fairest);
                Assert.True(IsBalanced(fairest, ranges, deficit));
            },
            iter: 50);
    }

    [Fact]
    public void Nobody_leaves_everything_open_and_unlike_ranges_are_refused()
    {
        Assert.Equal(double.NegativeInfinity, CommonGround.Deficit([]));
        Assert.Throws<ArgumentException>(
            () => CommonGround.Deficit([new(new(0, 0), 1), new(new(0, 0), 1, IsBox: true)]));
        Assert.Throws<ArgumentException>(() => CommonGround.Deficit([new(new(0, 0), 1), new(new(0.0), 1)]));
    }

    private static void Agrees(Acceptance[] ranges)
    {
        var found = Search(ranges);
        var deficit = CommonGround.Deficit(ranges);
        Assert.True(found >= deficit - 1e-13, $"search {found:R} below deficit {deficit:R}");
        Assert.True(found <= deficit + 1e-3, $"search {found:R} far above deficit {deficit:R}");
    }

    /// <summary>
    /// Badoiu and Clarkson's walk: towards whoever is worst off, by less and less. Then the honest
    /// value of the best place met, refined by a shrinking pattern of steps.
    /// </summary>
    private static double Search(Acceptance[] ranges)
    {
        var place = ranges[0].Centre;
        var (best, at) = (double.PositiveInfinity, place);
        for (var step = 1; step <= 1500; step++)
        {
            var worst = ranges.MaxBy(range => Situations.Worst(place, [range]));
            if (Situations.Worst(place, [worst]) is var value && value < best) (best, at) = (value, place);
            var away = worst.Centre - place;
            if (away.Length > 0) place += away * (1 / away.Length * .5 / step);
        }

        for (var size = .05; size > 1e-7; size /= 2)
        {
            for (var k = 0; k < at.Dimensions; k++)
            {
                foreach (var moved in new[] { at.With(k, at[k] + size), at.With(k, at[k] - size) })
                    if (Situations.Worst(moved, ranges) is var value && value < best) (best, at) = (value, moved);
            }
        }

        return best;
    }

    /// <summary>
    /// Optimality: no direction leads away from nobody. The nearest point to the origin of the hull
    /// of the tight people's directions is the origin (by Frank and Wolfe's walk with exact steps).
    /// </summary>
    private static bool IsBalanced(Point fairest, Acceptance[] ranges, double deficit)
    {
        var tight = ranges
            .Where(range => Situations.Worst(fairest, [range]) >= deficit - 1e-10)
            .Select(range => range.Centre - fairest)
            .Select(away => away.Length < 1e-9 ? away * 0 : away * (1 / away.Length))
            .ToArray();
        var hull = tight[0];
        for (var step = 0; step < 100_000 && hull.Length > 1e-2; step++)
        {
            var next = tight.MinBy(direction => Dot(direction, hull)) - hull;
            hull += next * Math.Clamp(-Dot(hull, next) / Math.Max(next.LengthSquared, 1e-300), 0, 1);
        }

        return hull.Length <= 1e-2;
    }

    private static double Dot(Point a, Point b) =>
        Enumerable.Range(0, a.Dimensions).Sum(k => a[k] * b[k]);
}
