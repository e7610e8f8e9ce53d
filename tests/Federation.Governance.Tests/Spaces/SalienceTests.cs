using CsCheck;
using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Spaces;

/// <summary>Dimensions that count unequally, to all or to each: answers known in closed form or by construction.</summary>
public class SalienceTests
{
    private static readonly Gen<int> Dimensions = Gen.Int[2, 5];
    private static readonly Gen<double> Weight = Gen.Double[.1, 4];

    /// <summary>V46 once more: a first coordinate half as long that counts four times.</summary>
    [Theory]
    [InlineData(3, 1, .948683298, .316227766)]
    [InlineData(.75, 2, .75, .661437828)]
    [InlineData(-2, .3, .503653351, .085401141)]
    [InlineData(-1, 1.5, .642507074, .514495755)]
    public void The_proposals_salience_is_a_change_of_scale(double x, double y, double atX, double atY)
    {
        var salience = Salience.OfProposal(new Point(4, 1));
        Acceptance[] lens = [new(new(0, 0), 1) { Salience = salience }, new(new(.75, 0), 1) { Salience = salience }];

        var nearest = CommonGround.Nearest(new(x / 2, y), lens, Wide(2));

        Assert.Equal(SearchEnd.Found, nearest.End);
        Assert.True(nearest.Point.DistanceTo(new(atX / 2, atY)) < 1e-8, nearest.Point.ToString());
        Assert.Equal(-.25, CommonGround.Deficit(lens), 1e-12);
    }

    [Fact]
    public void A_dimension_that_counts_nine_times_is_a_third_as_wide()
    {
        var range = new Acceptance(new(.5, .5), .3) { Salience = Own(9, 1) };

        Assert.True(range.Contains(new(.6, .5)) && !range.Contains(new(.6001, .5)));
        Assert.True(range.Contains(new(.5, .8)) && !range.Contains(new(.5, .8001)));
        Near(new(.6, .5), range.Project(new(.9, .5)), 1e-12);
        Near(new(.5, .2), range.Project(new(.5, 0)), 1e-12);
        var box = range with { IsBox = true };
        Near(new(.6, .2), box.Project(new(1, 0)), 1e-12);
        Assert.True(box.Contains(new(.6, .8)) && !box.Contains(new(.61, .8)));
    }

    /// <summary>What lies along the outward normal of a point of an ellipsoid is nearest to that point.</summary>
    [Fact]
    public void A_projection_goes_back_along_the_normal() =>
        Dimensions.SelectMany(d => Gen.Select(Within(d, 0, 1), Direction(d), Weight.Array[d], Weight.Array[d], Gen.Double[.05, 1], Gen.Double[0, 3]))
            .Sample((centre, direction, proposal, own, radius, away) =>
            {
                var salience = new Salience(new Point(proposal), new Point(own));
                var range = new Acceptance(centre, radius) { Salience = salience };
                var edge = centre + (direction * (radius / range.Distance(centre + direction)));
                var outside = edge + (Times(edge - centre, own) * away);

                Assert.True(range.Contains(edge));
                Near(edge, range.Project(outside), 1e-11);
            });

    /// <summary>From x + sum of outward normals at x of the ranges that end there, x is the nearest common point. The search ends
    /// when a step is short; where two edges nearly touch that is some 1e-5 before the end.</summary>
    [Fact]
    public void The_nearest_common_point_is_where_normals_add_up_to_the_way_there() =>
        Dimensions.SelectMany(d => Gen.Select(Within(d, .3, .7), Ranges(d), Gen.Double[.02, .8].Array[3], Weight.Array[d]))
            .Sample((at, made, pushes, proposal) =>
            {
                var start = at;
                var ranges = made.Select((one, i) =>
                {
                    var salience = new Salience(new Point(proposal), new Point(one.Own));
                    var range = new Acceptance(at - (one.Away * one.Far), 1) { Salience = salience };
                    start += Times(at - range.Centre, one.Own) * pushes[i % 3];
                    return range with { Radius = range.Distance(at) };
                }).ToArray();

                var nearest = CommonGround.Nearest(start, ranges, Wide(at.Dimensions));

                Assert.Equal(SearchEnd.Found, nearest.End);
                Near(at, nearest.Point, 1e-4);
            }, iter: 300);

    /// <summary>Two whose slopes are opposite at a point where both miss by the same: nowhere do both miss by less.</summary>
    [Fact]
    public void The_deficit_of_two_is_where_their_slopes_cancel() =>
        Dimensions.SelectMany(d => Gen.Select(
                Within(d, .3, .7), Direction(d), Weight.Array[2 * d], Gen.Double[.1, .5], Gen.Double[.1, .5], Gen.Double[-.05, .2]))
            .Sample((at, slope, weights, far, further, missing) =>
            {
                var d = at.Dimensions;
                Acceptance[] ranges = [Ending(weights[..d], far, 1), Ending(weights[d..], further, -1)];
                foreach (var range in ranges) Assert.Equal(missing, range.Distance(at) - range.Radius, 1e-12);

                Assert.Equal(missing, CommonGround.Deficit(ranges, out var fairest), 1e-9);
                Assert.Equal(missing, ranges.Max(range => range.Distance(fairest) - range.Radius), 1e-9);
                Assert.Equal(
                    missing > 1e-9 ? SearchEnd.Empty : SearchEnd.Found,
                    CommonGround.Nearest(at, ranges, Wide(d)).End);

                Acceptance Ending(double[] own, double distance, int sign)
                {
                    var away = Times(slope, [.. own.Select(weight => 1 / weight)]);
                    var salience = new Salience(Point.Filled(d, 1), new Point(own));
                    var unit = new Acceptance(at, 1) { Salience = salience }.Distance(at + away);
                    return new Acceptance(at - (away * (sign * (distance + .25) / unit)), distance + .25 - missing) { Salience = salience };
                }
            }, iter: 300);

    [Fact]
    public void Boxes_grow_along_each_dimension_by_its_own_measure()
    {
        // Along the first dimension .4 apart: (r1 + t)/2 + (r2 + t) = .4; along the second they meet.
        Acceptance[] ranges =
        [
            new(new(.2, .5), .1, true) { Salience = Own(4, 1) }, new(new(.6, .5), .2, true) { Salience = Own(1, 1) },
        ];

        Assert.Equal(.1, CommonGround.Deficit(ranges, out var fairest), 1e-12);
        Near(new(.3, .5), fairest, 1e-12);
        Acceptance[] line = [new(new(.2), .1) { Salience = Own(4) }, new(new(.6), .2) { Salience = Own(1) }];
        Assert.Equal(.1, CommonGround.Deficit(line), 1e-12);
    }

    /// <summary>What counts much to both is parked, what counts little to them is agreed.</summary>
    [Fact]
    public void A_domain_is_split_by_what_counts()
    {
        var facets = new Facets([0, 1], new Point(.5, .5));
        Acceptance[] ranges =
        [
            new(new(.3, .3), .3) { Salience = Own(4, .25) }, new(new(.7, .7), .3) { Salience = Own(4, .25) },
        ];

        var split = SplitDomain.Find(new(.5, .9), facets, ranges, Bounds.Unit(2));

        Assert.Equal([1], split!.Value.Dimensions.ToArray());
        Near(new(.5, .9), split.Value.Text, 1e-9);
        Assert.Null(SplitDomain.Find(new(.5, .9), facets, [.. ranges.Select(range => range with { Salience = null })], Bounds.Unit(2)));
    }

    /// <summary>Where everything counts once the numbers are those of plain ranges, by another road.</summary>
    [Fact]
    public void Weights_of_one_change_nothing() =>
        Dimensions.SelectMany(d => Gen.Select(Situations.Balls(d, .3), Situations.Start(d)))
            .Sample((balls, start) =>
            {
                var d = start.Dimensions;
                var almost = new Salience(Point.Filled(d, 1), Point.Filled(d, 1).With(0, 1 + 1e-13));
                Acceptance[] weighed = [.. balls.Select(ball => ball with { Salience = almost })];
                var (plain, other) = (CommonGround.Nearest(start, balls, Wide(d)), CommonGround.Nearest(start, weighed, Wide(d)));

                Assert.Equal(CommonGround.Deficit(balls), CommonGround.Deficit(weighed), 1e-9);
                if (Math.Abs(CommonGround.Deficit(balls)) < 1e-4) return; // Hardly one point: a solver may give up, and says so.
                Assert.Equal(plain.End, other.End);
                Near(plain.Point, other.Point, 1e-6);
            }, iter: 300);

    private static Gen<(Point Away, double Far, double[] Own)[]> Ranges(int d) =>
        Gen.Select(Direction(d), Gen.Double[.2, 1], Weight.Array[d]).Array[1, 4];

    private static Gen<Point> Direction(int d) => Within(d, -1, 1).Where(way => way.Length > .1).Select(way => way * (1 / way.Length));

    private static Gen<Point> Within(int d, double low, double high) => Gen.Double[low, high].Array[d].Select(all => new Point(all));

    private static Salience Own(params double[] weights) => new(Point.Filled(weights.Length, 1), new Point(weights));

    private static Point Times(Point point, double[] weights) => new([.. weights.Select((weight, k) => weight * point[k])]);

    private static Bounds Wide(int d) => new(Point.Filled(d, -50), Point.Filled(d, 50));

    private static void Near(Point expected, Point actual, double within) =>
        Assert.True(expected.DistanceTo(actual) <= within, $"{expected} {actual} {expected.DistanceTo(actual):R}");
}
