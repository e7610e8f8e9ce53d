using CsCheck;
using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Spaces;

public class AcceptanceTests
{
    private static readonly Gen<(Acceptance Range, Point Text)> Judgement =
        from dimensions in Gen.Int[1, 8]
        from centre in Gen.Double[0, 1].Array[dimensions]
        from text in Gen.Double[-1, 2].Array[dimensions]
        from radius in Gen.Double[0, 1]
        from isBox in Gen.Bool
        select (new Acceptance(new Point(centre), radius, isBox), new Point(text));

    [Fact]
    public void A_projection_is_inside_and_changes_what_is_outside_only() =>
        Judgement.Sample(judgement =>
        {
            var (range, text) = judgement;
            var amended = range.Project(text);
            Assert.True(range.Contains(amended));
            Assert.Equal(0, range.Excess(amended), 1e-14);
            if (range.Excess(text) == 0) Assert.True(amended.DistanceTo(text) < 1e-15);
            else Assert.True(amended.DistanceTo(text) >= range.Excess(text) - 1e-14);
        });

    [Fact]
    public void A_ball_is_round_and_a_box_has_corners()
    {
        Point corner = new(.8, .8);
        Assert.False(new Acceptance(new(.5, .5), .3, IsBox: false).Contains(corner));
        Assert.True(new Acceptance(new(.5, .5), .3, IsBox: true).Contains(corner));
        Assert.Equal(.1, new Acceptance(new(.5, .5), .2, IsBox: true).Excess(new(.8, .6)), 1e-15);
    }

    [Fact]
    public void The_one_tolerance_is_where_consent_ends()
    {
        var range = new Acceptance(new(0.0), .5);
        Assert.True(range.Contains(new(.5 + 0.9e-9)));
        Assert.False(range.Contains(new(.5 + 1.1e-9)));
    }

    [Theory]
    [InlineData(-.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_radius_is_a_number_of_zero_or_more(double radius) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Acceptance(new(0.5), radius));

    [Fact]
    public void Bounds_clip_and_intersect()
    {
        var unit = Bounds.Unit(2);
        Assert.Equal(new(1, .3), unit.Project(new(4, .3)));
        Assert.True(unit.Contains(new(1 + 1e-10, 0)));
        Assert.False(unit.Contains(new(.5, -1e-8)));
        Assert.Equal(
            new Bounds(new(.5, 0), new(1, .2)), unit.Intersect(new(new(.5, -1), new(2, .2))));
        Assert.Null(unit.Intersect(new(new(1.5, 0), new(2, 1))));
    }
}
