using Federation.Study.Statistics;

namespace Federation.Study.Tests;

/// <summary>Statistics against figures that others published.</summary>
public sealed class StatisticsTests
{
    /// <summary>Cushny and Peebles' hours of extra sleep, as Student (1908) used them: R's data set "sleep".</summary>
    private static readonly double[] First = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    private static readonly double[] Second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

    [Fact]
    public void The_sleep_data_have_the_published_paired_interval()
    {
        var pair = PairedDifference.Of(First, Second);

        Assert.Equal(-1.58, pair.Difference.Mean, 12);
        Assert.Equal(-2.4598858, pair.Difference.Low, 7);
        Assert.Equal(-0.7001142, pair.Difference.High, 7);
        Assert.Equal(0.00283289, pair.Probability, 8);
        Assert.Equal(0.7951702, pair.Correlation, 7);
    }

    [Fact]
    public void Without_pairing_the_same_data_have_the_published_wider_interval()
    {
        var pair = PairedDifference.Of(First, Second);

        Assert.Equal(-3.3654832, pair.Apart.Low, 7);
        Assert.Equal(0.2054832, pair.Apart.High, 7);
        Assert.True(pair.Difference.HalfWidth < 0.5 * pair.Apart.HalfWidth);
    }

    [Fact]
    public void Five_numbers_have_the_interval_of_the_table()
    {
        var interval = Student.Of([1, 2, 3, 4, 5]);

        Assert.Equal(3 - (2.7764451 * Math.Sqrt(0.5)), interval.Low, 6);
        Assert.Equal(5, interval.Count);
    }

    [Fact]
    public void One_value_has_a_mean_and_no_interval()
    {
        Assert.Equal(7, Student.Of([7]).Mean);
        Assert.True(double.IsNaN(Student.Of([7]).Low));
        Assert.Equal(Interval.None, Student.Of([]));
    }

    /// <summary>The worked example of Holm's procedure in R's documentation style: 0.01, 0.02, 0.03, 0.04, 0.05
    /// become 0.05, 0.08, 0.09, 0.09, 0.09.</summary>
    [Theory]
    [InlineData(new[] { 0.01, 0.02, 0.03, 0.04, 0.05 }, new[] { 0.05, 0.08, 0.09, 0.09, 0.09 })]
    [InlineData(new[] { 0.01, 0.04, 0.03, 0.005 }, new[] { 0.03, 0.06, 0.06, 0.02 })]
    [InlineData(new[] { 0.7, 0.9 }, new[] { 1.0, 1.0 })]
    public void Holm_adjusts_as_published(double[] probabilities, double[] adjusted)
    {
        var found = Holm.Adjust(probabilities);

        for (var i = 0; i < adjusted.Length; i++) Assert.Equal(adjusted[i], found[i], 12);
    }

    [Fact]
    public void A_comparison_that_could_not_be_made_does_not_count_for_Holm()
    {
        var found = Holm.Adjust([0.01, double.NaN, 0.04]);

        Assert.Equal([0.02, 0.04], [found[0], found[2]], (one, other) => Math.Abs(one - other) < 1e-12);
        Assert.True(double.IsNaN(found[1]));
    }

    /// <summary>Of three values 27 samples can be drawn; one has mean 1 and one mean 3, each more than a
    /// fortieth of all, so the ends are known.</summary>
    [Fact]
    public void The_bootstrap_of_three_values_ends_where_counting_says()
    {
        var interval = Bootstrap.Of([1, 2, 3]);

        Assert.Equal((1, 3), (interval.Low, interval.High));
    }

    /// <summary>Of n values of variance v the bootstrap's means have variance v (n-1)/n^2 exactly.</summary>
    [Fact]
    public void The_bootstrap_spreads_as_theory_says()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => (double)(i * i % 37))];
        var interval = Bootstrap.Of(values);
        var theory = 1.959964 * Math.Sqrt(Sample.Variance(values) * 49 / 2500);

        Assert.InRange(interval.HalfWidth / theory, 0.94, 1.06);
        Assert.Equal(interval, Bootstrap.Of(values));
    }

    [Fact]
    public void Quantiles_are_those_of_the_seventh_definition()
    {
        Assert.Equal(1.75, Sample.Quantile([1, 2, 3, 4], 0.25));
        Assert.Equal(4, Sample.Quantile([1, 2, 3, 4], 1));
    }

    [Fact]
    public void A_replication_without_a_value_leaves_its_pair_out()
    {
        var pair = PairedDifference.Of([1, double.NaN, 3, 5], [0, 1, 2, double.NaN]);

        Assert.Equal((2, 1.0), (pair.Difference.Count, pair.Difference.Mean));
    }

    [Theory]
    [InlineData(0.3, 0.01, Verdict.Higher)]
    [InlineData(-0.3, 0.01, Verdict.Lower)]
    [InlineData(0.3, 0.5, Verdict.Equivalent)]
    [InlineData(0.0, 0.01, Verdict.Open)]
    [InlineData(0.0, 0.2, Verdict.Equivalent)]
    public void A_verdict_weighs_the_difference_against_the_smallest_of_interest(double shift, double smallest, Verdict verdict)
    {
        double[] noise = [0.1, -0.1, 0.12, -0.12, 0.08, -0.08, 0.1, -0.1];
        var pair = PairedDifference.Of([.. noise.Select(one => one + shift)], new double[noise.Length]);

        Assert.Equal(verdict, pair.Verdict(pair.Probability, smallest));
    }

    [Fact]
    public void Equal_sides_differ_by_nought_and_are_no_difference()
    {
        var pair = PairedDifference.Of(First, First);

        Assert.Equal((0.0, 0.0, 1.0), (pair.Difference.Low, pair.Effect, pair.Probability));
    }
}
