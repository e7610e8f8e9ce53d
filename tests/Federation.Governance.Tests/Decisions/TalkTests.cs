using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Decisions;

public class TalkTests
{
    /// <summary>Everybody open, no bound: DeGroot with equal weights agrees on the mean in one round.</summary>
    [Fact]
    public void Open_people_with_equal_weights_agree_on_the_mean() =>
        Assert.All(Limit([0, .2, .7, .9], [1, 1, 1, 1], 0, 1), place => Assert.Equal(.45, place, 1e-9));

    /// <summary>
    /// Friedkin and Johnsen: the limit is (I - L W)^-1 (I - L) x(0). With W uniform its mean m solves
    /// m = mean(l) m + mean((1 - l) x), by hand: l = (.9, .5, .1), x = (0, .5, 1), m = 23/30.
    /// </summary>
    [Fact]
    public void Stubborn_people_end_where_the_closed_form_says()
    {
        double[] openness = [.9, .5, .1];
        double[] first = [0, .5, 1];
        const double mean = 23 / 30.0;

        var limit = Limit(first, openness, 0, 200);

        for (var i = 0; i < 3; i++)
            Assert.Equal((openness[i] * mean) + ((1 - openness[i]) * first[i]), limit[i], 1e-9);
    }

    /// <summary>Hegselmann and Krause, V32: n opinions a bound apart end in 2 floor(n/6) groups of three
    /// and one of n mod 6 (Hegarty and Wedin 2014).</summary>
    [Theory]
    [InlineData(6, 6)]
    [InlineData(12, 11)]
    [InlineData(18, 16)]
    [InlineData(24, 21)]
    [InlineData(30, 26)]
    [InlineData(60, 51)]
    [InlineData(20, 40)]
    [InlineData(33, 60)]
    public void Opinions_a_bound_apart_end_in_groups_of_three(int count, int rounds)
    {
        var places = Limit([.. Enumerable.Range(0, count).Select(i => (double)i)], Enumerable.Repeat(1.0, count).ToArray(), 1, rounds);

        var groups = places.GroupBy(place => Math.Round(place, 6)).Select(group => group.Count()).Order().ToArray();
        int[] rest = count % 6 == 0 ? [] : [count % 6];
        Assert.Equal([.. Enumerable.Repeat(3, 2 * (count / 6)).Concat(rest).Order()], groups);
    }

    [Fact]
    public void Full_conviction_never_moves_in_preference_or_belief()
    {
        Point[] preferences = [new(.1, .9), new(.8, .2)];
        Point[] first = [.. preferences];
        Point[] beliefs = [new(.3, .3), new(.6, .1)];
        for (var round = 0; round < 5; round++)
            Talk.Round(preferences, first, beliefs, [0, 1], [.5, .5], 0);

        Assert.Equal(Fixed.Round(new Point(.1, .9)), preferences[0]);
        Assert.Equal(Fixed.Round(new Point(.3, .3)), beliefs[0]);
        Assert.NotEqual(new Point(.8, .2), preferences[1]);
    }

    [Fact]
    public void Arguments_weigh_by_skill()
    {
        Point[] preferences = [new(.5), new(.5)];
        Point[] beliefs = [new(0), new(1)];
        Talk.Round(preferences, [new(.5), new(.5)], beliefs, [1, 1], [1, 3], 0);

        Assert.All(beliefs, belief => Assert.Equal(.75, belief[0], 1e-9));
    }

    private static double[] Limit(double[] first, double[] openness, double confidence, int rounds)
    {
        Point[] start = [.. first.Select(place => new Point(place))];
        Point[] places = [.. start];
        Point[] beliefs = [.. start];
        double[] skill = [.. first.Select(_ => 1.0)];
        for (var round = 0; round < rounds; round++)
            Talk.Round(places, start, beliefs, openness, skill, confidence);
        return [.. places.Select(place => place[0])];
    }
}
