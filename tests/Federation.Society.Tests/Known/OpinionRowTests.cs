using Federation.Governance.Chance;
using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Society.Tests.Known;

/// <summary>V31 to V40: what talk must end in, by theorem or by published result.</summary>
public sealed class OpinionRowTests
{
    private static readonly Dice Dice = new(31, 0);

    private static readonly double[,] Trust = { { 0, .5, .5 }, { 1, 0, 0 }, { 0, 1, 0 } };

    /// <summary>V31: random opinions, everybody hears everybody within the bound. The threshold is about
    /// .2, not the .27 of pair talk. Fortunato 2004, cond-mat/0408648.</summary>
    [Theory]
    [InlineData(.18, 0)]
    [InlineData(.20, .1)]
    [InlineData(.22, .5)]
    [InlineData(.25, .96)]
    [InlineData(.30, 1)]
    public void Rounds_agree_from_a_bound_of_about_a_fifth(double bound, double expected) => Assert.Equal(
        expected, Enumerable.Range(0, 100).Count(run => Froze(run, 625, bound).Length == 1) / 100.0, .15);

    /// <summary>V34.</summary>
    [Theory]
    [InlineData(.05, 8.0)]
    [InlineData(.10, 3.9)]
    [InlineData(.15, 2.6)]
    public void Narrow_bounds_leave_about_one_group_for_every_two_bounds(double bound, double expected) =>
        Assert.Equal(expected, Enumerable.Range(0, 60).Average(run => Froze(run, 625, bound).Length), .4);

    /// <summary>V32: the step at which n opinions a bound apart freeze. Hegarty and Wedin, arXiv 1406.0819.</summary>
    [Theory]
    [InlineData(6, 6)]
    [InlineData(12, 11)]
    [InlineData(18, 16)]
    [InlineData(24, 21)]
    [InlineData(30, 26)]
    [InlineData(60, 51)]
    public void Opinions_a_bound_apart_freeze_after_so_many_steps(int count, int steps)
    {
        double[] opinions = [.. Enumerable.Range(0, count).Select(i => (double)i)];

        Assert.Equal(steps, HegselmannKrause.Freeze(opinions, 1));
        Assert.All(HegselmannKrause.Groups(opinions), group => Assert.Equal(3, group));
    }

    /// <summary>The talk of circles is the talk these rows are about.</summary>
    [Theory]
    [InlineData(.1)]
    [InlineData(.2)]
    [InlineData(.3)]
    public void Circles_talk_as_these_rows_do(double bound)
    {
        for (var run = 0; run < 5; run++)
        {
            var opinions = Random(run, 60);
            Point[] places = [.. opinions.Select(one => Fixed.Round(new Point(one)))];
            var (first, beliefs) = (places.ToArray(), places.ToArray());
            var (openness, skill) = (Filled(60, 1), Filled(60, 1));
            for (var round = 0; round < 60; round++)
                Talk.Round(places, first, beliefs, openness, skill, bound);
            HegselmannKrause.Freeze(opinions, bound);

            for (var i = 0; i < 60; i++) Assert.Equal(opinions[i], places[i][0], 1e-8);
        }
    }

    /// <summary>V35: groups of at least a twentieth of all under pair talk, the middle one of nine runs.
    /// Deffuant and others 2000.</summary>
    [Theory]
    [InlineData(.5, 1, 1)]
    [InlineData(.3, 1, 1)]
    [InlineData(.2, 2, 2)]
    [InlineData(.15, 3, 3)]
    [InlineData(.1, 4, 5)]
    [InlineData(.07, 6, 7)]
    [InlineData(.05, 8, 9)]
    public void Pairs_end_in_about_one_group_for_every_two_bounds(double bound, int least, int most) =>
        Assert.InRange(Enumerable.Range(0, 9)
            .Select(run => Paired(bound, 1000, run).Count(group => group >= 50)).Order().ElementAt(4), least, most);

    /// <summary>V35 and V36: minor groups appear below one half, and just below the first bifurcation, .267,
    /// the major group splits; above it does not. Ben-Naim, Krapivsky and Redner 2003.</summary>
    [Fact]
    public void Everybody_agrees_in_pairs_only_from_one_half_on_and_the_many_from_about_a_quarter()
    {
        Assert.Single(Paired(.5, 1000, 3));
        Assert.Equal(1, Paired(.3, 1000, 3).Count(group => group >= 100));
        Assert.Equal(2, Paired(.22, 1000, 3).Count(group => group >= 100));
    }

    /// <summary>V37.</summary>
    [Fact]
    public void Open_people_weigh_as_much_as_they_are_trusted()
    {
        double[] weights = FriedkinJohnsen.DeGroot(Trust);

        Close([2 / 5.0, 2 / 5.0, 1 / 5.0], weights, 1e-12);
        Close(Filled(3, weights[0]), Stepped(Trust, Filled(3, 1), [1, 0, 0], 400), 1e-9);
        Close(Filled(3, weights[2]), Stepped(Trust, Filled(3, 1), [0, 0, 1], 400), 1e-9);
    }

    public static TheoryData<double[], double[], double[]> Anchored => new()
    {
        { [.5, .5, .5], [1, 0, 0], [8 / 13.0, 4 / 13.0, 2 / 13.0] },
        { [.5, .5, .5], [0, .5, 1], [7 / 26.0, 5 / 13.0, 9 / 13.0] },
        { [.9, .5, .1], [0, .5, 1], [423 / 602.0, 181 / 301.0, 289 / 301.0] },
    };

    /// <summary>V38, in closed form and by talking.</summary>
    [Theory]
    [MemberData(nameof(Anchored))]
    public void Anchored_people_end_where_the_closed_form_says(double[] openness, double[] first, double[] limit)
    {
        Close(limit, FriedkinJohnsen.Limit(Trust, openness, first), 1e-12);
        Close(limit, Stepped(Trust, openness, first, 400), 1e-9);
    }

    /// <summary>V40: the four people of Friedkin and Johnsen's experiment, in units of a hundred.</summary>
    [Fact]
    public void Four_people_of_an_experiment_end_where_it_was_published()
    {
        double[,] weights =
        {
            { .220, .120, .360, .300 }, { .147, .215, .344, .294 }, { 0, 0, 1, 0 }, { .090, .178, .446, .286 },
        };
        double[] openness = [.780, .785, 0, .714];
        double[] limit = FriedkinJohnsen.Limit(weights, openness, [25, 25, 75, 85]);

        Close([60.02, 59.98, 75.00, 74.99], limit, .01);
        Close([.6002, .5998, .75, .7499], Stepped(weights, openness, [.25, .25, .75, .85], 400), .0001);
    }

    private static double[] Stepped(double[,] weights, double[] openness, double[] first, int steps)
    {
        Point[] start = [.. first.Select(place => Fixed.Round(new Point(place)))];
        Point[] places = [.. start];
        double[] rows = [.. weights.Cast<double>()];
        for (var step = 0; step < steps; step++) Influence.Step(places, start, openness, rows);
        return [.. places.Select(place => place[0])];
    }

    private static int[] Froze(int run, int count, double bound)
    {
        var opinions = Random(run, count);
        HegselmannKrause.Freeze(opinions, bound);
        return HegselmannKrause.Groups(opinions);
    }

    private static double[] Random(int run, int count) =>
        [.. Enumerable.Range(0, count)
            .Select(i => Dice.Uniform((ulong)run, 0, 0, (uint)i, Purpose.Preference)).Order()];

    /// <summary>The sizes of groups after talk in pairs, by the pair talk of circles.</summary>
    private static int[] Paired(double bound, int count, int run)
    {
        Point[] places = [.. Random(run, count).Select(one => Fixed.Round(new Point(one)))];
        var beliefs = places.ToArray();
        var (openness, skill, order) = (Filled(count, 1), Filled(count, 1), Enumerable.Range(0, count).ToArray());
        for (var round = 0; round < 400; round++)
        {
            for (var i = count - 1; i > 0; i--)
            {
                var other = Dice.Below(i + 1, (ulong)run, (ulong)round, 0, (uint)i, Purpose.Pairing);
                (order[i], order[other]) = (order[other], order[i]);
            }

            PairTalk.Round(places, beliefs, openness, skill, bound, order);
        }

        return HegselmannKrause.Groups([.. places.Select(place => place[0]).Order()]);
    }

    private static double[] Filled(int count, double value) => [.. Enumerable.Repeat(value, count)];

    private static void Close(double[] expected, double[] actual, double tolerance)
    {
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], tolerance);
    }
}
