using Federation.Society.Measures;

namespace Federation.Society.Tests.Measures;

/// <summary>Measures as functions, against figures that others worked out.</summary>
public sealed class MeasureFunctionTests
{
    [Fact]
    public void Gini_of_small_societies()
    {
        Assert.Equal(0.25, Inequality.Gini([1, 2, 3, 4]), 12);
        Assert.Equal(0.75, Inequality.Gini([0, 1, 0, 0]), 12);
        Assert.Equal(0, Inequality.Gini([3, 3, 3]), 12);
        Assert.Equal(0, Inequality.Gini([0, 0]));
    }

    /// <summary>Theil's T of one who has everything among n is ln n; of (1, 2, 3, 4) it is worked out by hand.</summary>
    [Fact]
    public void Theil_and_Nash_of_small_societies()
    {
        Assert.Equal(Math.Log(4), Inequality.Theil([0, 0, 5, 0]), 12);
        Assert.Equal(0, Inequality.Theil([2, 2, 2]), 12);
        double[] values = [1, 2, 3, 4];
        Assert.Equal(values.Average(u => u / 2.5 * Math.Log(u / 2.5)), Inequality.Theil(values), 12);
        Assert.Equal(Math.Pow(24, 0.25), Inequality.Nash(values), 12);
        Assert.Equal(0, Inequality.Nash([1, 0]));
        Assert.Equal(1e-9, Inequality.Nash([1e-9, 1e-9, 1e-9]), 1e-20);
    }

    /// <summary>validation.md V3: the six of the European Economic Community of 1958.</summary>
    [Fact]
    public void Power_in_the_community_of_six()
    {
        int[] weights = [4, 4, 4, 2, 2, 1];
        var (banzhaf, shapley) = (Power.Banzhaf(weights, 12), Power.ShapleyShubik(weights, 12));

        Assert.Equal<double>([10 / 32.0, 10 / 32.0, 10 / 32.0, 6 / 32.0, 6 / 32.0, 0], banzhaf);
        Assert.Equal([7 / 30.0, 7 / 30.0, 7 / 30.0, 3 / 20.0, 3 / 20.0, 0], shapley, Close);
    }

    /// <summary>validation.md V4: the Security Council as a weighted game.</summary>
    [Fact]
    public void Power_in_the_security_council()
    {
        int[] weights = [7, 7, 7, 7, 7, .. Enumerable.Repeat(1, 10)];
        var (banzhaf, shapley) = (Power.Banzhaf(weights, 39), Power.ShapleyShubik(weights, 39));

        Assert.Equal((848 / 16384.0, 84 / 16384.0), (banzhaf[0], banzhaf[14]));
        Assert.Equal(421 / 2145.0, shapley[0], 12);
        Assert.Equal(4 / 2145.0, shapley[14], 12);
        Assert.Equal(1, shapley.Sum(), 12);
    }

    /// <summary>validation.md V5: three of Nassau's six districts of 1958 had no power at all.</summary>
    [Theory]
    [InlineData(new[] { 9, 9, 7, 3, 1, 1 }, 16, new[] { 1 / 3.0, 1 / 3.0, 1 / 3.0, 0, 0, 0 })]
    [InlineData(new[] { 50, 49, 1 }, 51, new[] { 3 / 5.0, 1 / 5.0, 1 / 5.0 })]
    public void Power_in_Nassau_and_where_one_ballot_short_of_half_weighs_no_more_than_one(int[] weights, int quota, double[] shares)
    {
        var banzhaf = Power.Banzhaf(weights, quota);

        Assert.Equal(shares, banzhaf.Select(one => one / banzhaf.Sum()), Close);
    }

    [Fact]
    public void Weights_without_a_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Power.Banzhaf([1, -1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Power.Banzhaf([1, 1], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Power.ShapleyShubik([1, 1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Inequality.Gini([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => Shares.Gallagher([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => Shares.EffectiveNumber([0, 0]));
    }

    [Fact]
    public void Concentration_of_equals_is_one_over_their_number()
    {
        Assert.Equal(4, Shares.EffectiveNumber([25, 25, 25, 25]), 12);
        Assert.Equal(0.25, Shares.Concentration([1, 1, 1, 1]), 12);
        Assert.Equal(1 / (0.36 + 0.09 + 0.01), Shares.EffectiveNumber([6, 3, 1]), 12);
        Assert.Equal(0.6, Shares.Largest([6, 3, 1]), 12);
    }

    /// <summary>Anscombe's own example: five people, eleven matters would do; here the well-known three by five.
    /// Each matter pleases three of five, and three of five lose on most matters.</summary>
    [Fact]
    public void A_majority_can_lose_on_a_majority_of_matters()
    {
        int[,] wins = { { 1, 0, 0, 1, 1 }, { 0, 1, 0, 1, 1 }, { 0, 0, 1, 1, 1 } };
        var lost = Enumerable.Range(0, 5).Select(person => Enumerable.Range(0, 3).Count(matter => wins[matter, person] == 0));

        Assert.Equal(0.6, Welfare.Anscombe([.. lost], 3));
    }

    [Fact]
    public void A_cycle_has_no_winner_and_a_line_has()
    {
        Assert.Equal(-1, Welfare.CondorcetWinner(new long[,] { { 0, 2, 1 }, { 1, 0, 2 }, { 2, 1, 0 } }));
        Assert.Equal(1, Welfare.CondorcetWinner(new long[,] { { 0, 1, 2 }, { 2, 0, 2 }, { 1, 1, 0 } }));
    }

    [Fact]
    public void Efficiency_runs_from_chance_to_the_best()
    {
        Assert.Equal((0.0, 1.0), (Welfare.Efficiency(0.2, 0.2, 0.8), Welfare.Efficiency(0.8, 0.2, 0.8)));
        Assert.Equal(0.5, Welfare.Efficiency(0.5, 0.2, 0.8), 12);
        Assert.True(double.IsNaN(Welfare.Efficiency(0.5, 0.5, 0.5)));
    }

    private static bool Close(double one, double other) => Math.Abs(one - other) < 1e-12;
}
