using Federation.Check.Known;
using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Society.Tests.Known;

/// <summary>The talk of circles is the talk that rows V31 to V40 are about.</summary>
public sealed class OpinionRowTests
{
    private static readonly double[,] Trust = { { 0, .5, .5 }, { 1, 0, 0 }, { 0, 1, 0 } };

    /// <summary>The talk of circles is the talk these rows are about.</summary>
    [Theory]
    [InlineData(.1)]
    [InlineData(.2)]
    [InlineData(.3)]
    public void Circles_talk_as_these_rows_do(double bound)
    {
        for (var run = 0; run < 5; run++)
        {
            var opinions = Opinions.Random(run, 60);
            Point[] places = [.. opinions.Select(one => Fixed.Round(new Point(one)))];
            var (first, beliefs) = (places.ToArray(), places.ToArray());
            var (openness, skill) = (Filled(60, 1), Filled(60, 1));
            for (var round = 0; round < 60; round++)
                Talk.Round(places, first, beliefs, openness, skill, bound);
            HegselmannKrause.Freeze(opinions, bound);

            for (var i = 0; i < 60; i++) Assert.Equal(opinions[i], places[i][0], 1e-8);
        }
    }

    /// <summary>V35: minor groups appear below one half.</summary>
    [Fact]
    public void Everybody_agrees_in_pairs_only_from_one_half_on() => Assert.Single(Opinions.Pairs(.5, 1000, 3));

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

    private static double[] Filled(int count, double value) => [.. Enumerable.Repeat(value, count)];

    private static void Close(double[] expected, double[] actual, double tolerance)
    {
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], tolerance);
    }
}
