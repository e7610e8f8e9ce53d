using CsCheck;
using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Spaces;

public class NearestTests
{
    private static readonly Gen<(Acceptance[] Ranges, Point Start, Bounds Bounds)> Meetings =
        from dimensions in Gen.Int[1, 4]
        from ranges in Gen.OneOf(Situations.Balls(dimensions, .3), Situations.Boxes(dimensions))
        from start in Situations.Start(dimensions)
        from cut in Gen.OneOf(Gen.Const(0.0), Gen.Double[0, .45])
        select (ranges, start, new Bounds(Point.Filled(dimensions, cut), Point.Filled(dimensions, 1)));

    [Fact]
    public void Whatever_is_found_is_common_ground() =>
        Meetings.Sample(meeting =>
        {
            var nearest = CommonGround.Nearest(meeting.Start, meeting.Ranges, meeting.Bounds);
            if (nearest.End is not SearchEnd.Found) return;
            Assert.All(meeting.Ranges, range => Assert.True(range.Contains(nearest.Point)));
            Assert.True(meeting.Bounds.Contains(nearest.Point));
        });

    [Fact]
    public void No_common_point_lies_on_the_starts_side_of_what_is_found() =>
        Meetings.Sample(meeting =>
        {
            var (ranges, start, bounds) = meeting;
            var nearest = CommonGround.Nearest(start, ranges, bounds);
            if (nearest.End is not SearchEnd.Found) return;
            for (var seed = 0; seed < 4; seed++)
            {
                // Any other common point: the one nearest to some other start.
                var elsewhere = Point.Filled(start.Dimensions, seed - 1);
                var other = CommonGround.Nearest(elsewhere, ranges, bounds);
                if (other.End is SearchEnd.Found)
                    Assert.True(Dot(start - nearest.Point, other.Point - nearest.Point) <= 1e-6);
            }
        });

    [Fact]
    public void Plain_Dykstra_agrees_where_it_converges() =>
        Meetings.Where(meeting => CommonGround.Deficit(meeting.Ranges) < -.05).Sample(
            meeting =>
            {
                var (ranges, start, bounds) = meeting;
                var nearest = CommonGround.Nearest(start, ranges, bounds);
                if (nearest.End is not SearchEnd.Found) return;
                Func<Point, Point>[] sets = [.. Projections.Of(ranges), bounds.Project];
                var (coarse, fine) = (Projections.Dykstra(start, 300, sets), Projections.Dykstra(start, 600, sets));
                if (coarse.DistanceTo(fine) < 1e-12)
                    Assert.True(nearest.Point.DistanceTo(fine) < 1e-8, $"{nearest.Point.DistanceTo(fine)}");
            },
            iter: 40);

    [Fact]
    public void Halperns_road_leads_to_the_same_point() =>
        Meetings.Where(meeting => CommonGround.Deficit(meeting.Ranges) < -.1).Sample(
            meeting =>
            {
                var (ranges, start, bounds) = meeting;
                var nearest = CommonGround.Nearest(start, ranges, bounds);
                if (nearest.End is not SearchEnd.Found) return;
                var halpern = Projections.Halpern(start, 2000, [.. Projections.Of(ranges), bounds.Project]);
                Assert.True(nearest.Point.DistanceTo(halpern) < .02, $"{nearest.Point.DistanceTo(halpern)}");
            },
            iter: 30);

    [Fact]
    public void The_order_of_the_people_does_not_matter() =>
        Meetings.Where(meeting => Math.Abs(CommonGround.Deficit(meeting.Ranges)) > 1e-6).Sample(
            meeting =>
            {
                var (ranges, start, bounds) = meeting;
                var forwards = CommonGround.Nearest(start, ranges, bounds);
                var backwards = CommonGround.Nearest(start, [.. ranges.Reverse()], bounds);
                if (forwards.End is SearchEnd.NotConverged || backwards.End is SearchEnd.NotConverged) return;
                Assert.Equal(forwards.End, backwards.End);
                Assert.True(forwards.Point.DistanceTo(backwards.Point) < 1e-8);
            },
            iter: 15_000);

    [Fact]
    public void With_everybody_inside_the_space_every_answer_is_certain() =>
        Situations.Balls(2).SelectMany(ranges => Situations.Start(2).Select(start => (ranges, start))).Sample(
            meeting =>
            {
                var start = Bounds.Unit(2).Project(meeting.start);
                var nearest = CommonGround.Nearest(start, meeting.ranges, Bounds.Unit(2));
                var expected = CommonGround.Deficit(meeting.ranges) > Tolerance.Epsilon
                    ? SearchEnd.Empty
                    : SearchEnd.Found;
                Assert.Equal(expected, nearest.End);
            },
            iter: 2000);

    [Fact]
    public void In_the_plane_it_is_the_best_of_all_corners_and_feet() =>
        Situations.Balls(2, .3).SelectMany(ranges => Situations.Start(2).Select(start => (ranges, start))).Sample(
            meeting =>
            {
                var (ranges, start) = meeting;
                if (Math.Abs(CommonGround.Deficit(ranges)) < 1e-6) return;
                var nearest = CommonGround.Nearest(start, ranges, new(new(-9, -9), new(9, 9)));
                var best = Corners(start, ranges)
                    .Where(point => Situations.Worst(point, ranges) <= 1e-10)
                    .Select(point => start.DistanceTo(point)).DefaultIfEmpty(double.NaN).Min();
                if (nearest.End is SearchEnd.Empty) Assert.Equal(double.NaN, best);
                else Assert.Equal(best, start.DistanceTo(nearest.Point), 1e-8);
            },
            iter: 500);

    [Fact]
    public void Bounds_that_leave_no_room_are_proven_to()
    {
        Acceptance[] ranges = [new(new(.2, .2), .3), new(new(.4, .3), .3)];
        var bounds = new Bounds(new(.55, .5), new(1, 1));
        Assert.True(CommonGround.Deficit(ranges) < -.1);
        Assert.Equal(SearchEnd.Empty, CommonGround.Nearest(new(.9, .1), ranges, bounds).End);
        Assert.Equal(SearchEnd.Found, CommonGround.Nearest(new(.9, .1), ranges, Bounds.Unit(2)).End);
    }

    [Fact]
    public void Bounds_that_cut_in_move_the_answer()
    {
        // The nearest point of the disc is (.6, .5); with y at least .7 it is where the disc meets y = .7.
        Acceptance[] disc = [new(new(.3, .5), .3)];
        var bounds = new Bounds(new(0, .7), new(1, 1));
        var nearest = CommonGround.Nearest(new(1, .5), disc, bounds);
        Assert.Equal(SearchEnd.Found, nearest.End);
        Assert.True(nearest.Point.DistanceTo(new(.3 + Math.Sqrt(.05), .7)) < 1e-8);
    }

    [Fact]
    public void Without_people_only_the_bounds_hold() =>
        Assert.Equal(
            new NearestPoint(SearchEnd.Found, new(1, .5)),
            CommonGround.Nearest(new(3, .5), [], Bounds.Unit(2)));

    private static IEnumerable<Point> Corners(Point start, Acceptance[] ranges)
    {
        yield return start;
        foreach (var a in ranges)
        {
            yield return a.Project(start);
            foreach (var b in ranges)
            {
                var (axis, distance) = (b.Centre - a.Centre, a.Centre.DistanceTo(b.Centre));
                var along = ((distance * distance) + (a.Radius * a.Radius) - (b.Radius * b.Radius)) / (2 * distance);
                var height = Math.Sqrt((a.Radius * a.Radius) - (along * along));
                if (distance == 0 || !double.IsFinite(height)) continue;
                var foot = a.Centre + (axis * (along / distance));
                var normal = new Point(-axis[1], axis[0]) * (height / distance);
                yield return foot + normal;
                yield return foot - normal;
            }
        }
    }

    private static double Dot(Point a, Point b) =>
        Enumerable.Range(0, a.Dimensions).Sum(k => a[k] * b[k]);
}
