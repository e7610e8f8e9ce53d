using Federation.Study.Designs;

namespace Federation.Study.Tests;

/// <summary>Designs by their defining properties, sensitivity by functions whose answers are known.</summary>
public sealed class DesignTests
{
    [Theory]
    [InlineData(1, 7)]
    [InlineData(5, 64)]
    [InlineData(30, 10)]
    public void Every_slice_of_a_latin_hypercube_holds_one_point(int dimensions, int points)
    {
        var cube = LatinHypercube.Of(dimensions, points, 42);

        for (var k = 0; k < dimensions; k++)
            Assert.Equal(Enumerable.Range(0, points), cube.Select(point => (int)(point[k] * points)).Order());
        Assert.NotEqual(cube[0], LatinHypercube.Of(dimensions, points, 43)[0]);
    }

    /// <summary>The first points of Joe and Kuo's generator in three dimensions, as their page lists them.</summary>
    [Fact]
    public void Sobols_points_begin_as_published()
    {
        double[][] published =
        [
            [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375],
        ];

        Assert.Equal(published, SobolPoints.Of(3, 9));
    }

    /// <summary>A digital net: every dimension has one of 2^m points in each of 2^m slices, shifted or not; and
    /// the first two dimensions have one in each elementary box.</summary>
    [Fact]
    public void Sobols_points_fill_slices_and_boxes_evenly()
    {
        const int points = 256;
        foreach (var cube in new[] { SobolPoints.Of(20, points), SobolPoints.Of(20, points, 7) })
        {
            for (var k = 0; k < 20; k++)
                Assert.Equal(Enumerable.Range(0, points), cube.Select(point => (int)(point[k] * points)).Order());
            for (var wide = 1; wide <= points; wide *= 2)
                Assert.Equal(points, cube.Select(point => ((int)(point[0] * wide), (int)(point[1] * (points / wide)))).Distinct().Count());
        }
    }

    [Fact]
    public void Morris_moves_one_factor_at_a_time_by_two_thirds_and_stays_inside()
    {
        var points = Morris.Points(4, 10, 3);

        Assert.Equal(50, points.Length);
        Assert.All(points.SelectMany(point => point), one => Assert.InRange(one, -1e-12, 1 + 1e-12));
        for (var t = 0; t < 10; t++)
        {
            var moved = new HashSet<int>();
            for (var i = 1; i <= 4; i++)
            {
                var (before, after) = (points[(t * 5) + i - 1], points[(t * 5) + i]);
                var k = Enumerable.Range(0, 4).Single(j => before[j] != after[j]);
                Assert.Equal(2 / 3.0, Math.Abs(after[k] - before[k]), 12);
                Assert.True(moved.Add(k));
            }
        }
    }

    /// <summary>Of a linear function every elementary effect is the coefficient, whatever the trajectory.</summary>
    [Fact]
    public void Morris_finds_the_coefficients_of_a_linear_function()
    {
        double[] coefficients = [3, -2, 0, 0.5];
        var points = Morris.Points(4, 12, 1);
        var effects = Morris.Effects(4, [.. points.Select(point => point.Zip(coefficients, (x, c) => x * c).Sum())], 1);

        for (var k = 0; k < 4; k++)
        {
            Assert.Equal(coefficients[k], Of(effects, k, "mean").Value, 9);
            Assert.Equal(Math.Abs(coefficients[k]), Of(effects, k, "absolute").Value, 9);
            Assert.Equal(0, Of(effects, k, "spread").Value, 9);
        }
    }

    /// <summary>Screening the function of Ishigami and Homma: the third factor has no effect of its own, and one
    /// by interaction, so its effects cancel in the mean and not in absolute size.</summary>
    [Fact]
    public void Morris_tells_an_interaction_from_no_effect()
    {
        var points = Morris.Points(4, 40, 5);
        var effects = Morris.Effects(4, [.. points.Select(point => Ishigami(point))], 5);

        Assert.InRange(Of(effects, 2, "absolute").Value, 1, 20);
        Assert.Equal(0, Of(effects, 3, "absolute").Value);
        Assert.True(Of(effects, 2, "spread").Value > Math.Abs(Of(effects, 2, "mean").Value));
    }

    /// <summary>Ishigami and Homma 1990 with a 7, b 0.1: first .3139 .4424 0, total .5576 .4424 .2437.</summary>
    [Fact]
    public void Sobols_indices_of_Ishigamis_function()
    {
        var effects = SobolIndices.Effects(3, [.. SobolIndices.Points(3, 4096, 9).Select(point => Ishigami(point))]);

        double[] first = [0.3139, 0.4424, 0], total = [0.5576, 0.4424, 0.2437];
        for (var k = 0; k < 3; k++)
        {
            Assert.Equal(first[k], Of(effects, k, "first").Value, 0.01);
            Assert.Equal(total[k], Of(effects, k, "total").Value, 0.01);
            Assert.InRange(first[k], Of(effects, k, "first").Low, Of(effects, k, "first").High);
            Assert.InRange(total[k], Of(effects, k, "total").Low - 0.005, Of(effects, k, "total").High + 0.005);
        }
    }

    /// <summary>Sobol's g-function: products of (|4x - 2| + a) / (1 + a), whose partial variances are 1 / (3 (1 + a)^2).</summary>
    [Fact]
    public void Sobols_indices_of_the_g_function()
    {
        double[] a = [0, 1, 4.5, 9, 99];
        double[] parts = [.. a.Select(one => 1 / (3 * (1 + one) * (1 + one)))];
        var all = parts.Aggregate(1.0, (product, part) => product * (1 + part)) - 1;
        var figures = SobolIndices.Points(5, 4096, 2)
            .Select(point => point.Zip(a, (x, one) => (Math.Abs((4 * x) - 2) + one) / (1 + one)).Aggregate((p, q) => p * q));
        var effects = SobolIndices.Effects(5, [.. figures]);

        for (var k = 0; k < 5; k++)
        {
            Assert.Equal(parts[k] / all, Of(effects, k, "first").Value, 0.01);
            Assert.Equal(parts[k] * (all + 1) / (1 + parts[k]) / all, Of(effects, k, "total").Value, 0.01);
        }
    }

    /// <summary>Variance knows no zero, so neither do its parts, nor how surely they are known.</summary>
    [Fact]
    public void Sobols_indices_are_the_same_wherever_nought_is()
    {
        double[] figures = [.. SobolIndices.Points(3, 64, 9).Select(point => Ishigami(point))];
        var here = SobolIndices.Effects(3, figures);
        var far = SobolIndices.Effects(3, [.. figures.Select(figure => figure + 1000)]);

        Assert.Equal(here.Count, far.Count);
        for (var i = 0; i < here.Count; i++)
        {
            Assert.Equal((here[i].Factor, here[i].Kind), (far[i].Factor, far[i].Kind));
            Assert.Equal(here[i].Value, far[i].Value, 9);
            Assert.Equal(here[i].Low, far[i].Low, 9);
            Assert.Equal(here[i].High, far[i].High, 9);
        }
    }

    [Fact]
    public void A_figure_that_does_not_vary_has_no_indices_and_a_missing_one_takes_its_row_out()
    {
        Assert.Empty(SobolIndices.Effects(1, [2, 2, 2, 2, 2, 2]));
        Assert.Equal(2, SobolIndices.Effects(1, [1, 2, 3, double.NaN, 1, 1, 2, 5, 4]).Count);
        Assert.Empty(Morris.Effects(1, [1, double.NaN], 1));
        Assert.Throws<ArgumentException>(() => SobolIndices.Effects(2, [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolIndices.Points(11, 8, 1));
    }

    private static Effect Of(IReadOnlyList<Effect> effects, int factor, string kind) =>
        effects.Single(effect => effect.Factor == factor && effect.Kind == kind);

    private static double Ishigami(double[] unit)
    {
        var x = unit.Select(one => Math.PI * ((2 * one) - 1)).ToArray();
        return Math.Sin(x[0]) + (7 * Math.Sin(x[1]) * Math.Sin(x[1])) + (0.1 * x[2] * x[2] * x[2] * x[2] * Math.Sin(x[0]));
    }
}
