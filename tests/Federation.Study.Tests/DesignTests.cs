using System.Security.Cryptography;
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

    /// <summary>The authors' file unchanged (the hash of its first 1,024 lines), and points of far dimensions as their
    /// program sobol.cc draws them.</summary>
    [Fact]
    public void Sobols_points_go_on_as_published_in_far_dimensions()
    {
        using var file = typeof(SobolPoints).Assembly.GetManifestResourceStream("designs/new-joe-kuo-6.21201.first1024.txt")!;
        Assert.Equal("52EEB57738DD69F5E1F593F2085C4EFB3FB410C3AF241D5396D7A2BEF60B9257", Convert.ToHexString(SHA256.HashData(file)));
        Assert.Equal(1024, SobolPoints.DimensionsMost);
        var cube = SobolPoints.Of(1024, 4098);
        int[] points = [1, 2, 3, 5, 9, 17, 100, 1000, 4097];
        (int Dimension, double[] Values)[] drawn =
        [
            (21, [0.5, 0.25, 0.75, 0.625, 0.6875, 0.21875, 0.7578125, 0.5224609375, 0.1724853515625]),
            (50, [0.5, 0.75, 0.25, 0.875, 0.5625, 0.03125, 0.6640625, 0.4794921875, 0.3353271484375]),
            (100, [0.5, 0.75, 0.25, 0.375, 0.4375, 0.53125, 0.8828125, 0.1865234375, 0.7384033203125]),
            (512, [0.5, 0.75, 0.25, 0.875, 0.6875, 0.34375, 0.5234375, 0.3955078125, 0.9324951171875]),
            (1024, [0.5, 0.75, 0.25, 0.375, 0.5625, 0.40625, 0.9453125, 0.7138671875, 0.1607666015625]),
        ];
        foreach (var (dimension, values) in drawn) Assert.Equal(values, points.Select(point => cube[point][dimension - 1]));
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

    /// <summary>From few rows an estimate misses, and its interval would pass what a share of variance can be.</summary>
    [Fact]
    public void Intervals_of_indices_from_few_rows_lie_between_nought_and_one()
    {
        for (ulong seed = 1; seed <= 20; seed++)
            Assert.All(SobolIndices.Effects(3, [.. SobolIndices.Points(3, 16, seed).Select(point => Ishigami(point))]), effect =>
            {
                Assert.InRange(effect.Low, 0, 1);
                Assert.InRange(effect.High, 0, 1);
            });
    }

    /// <summary>Sobol's g-function: products of (|4x - 2| + a) / (1 + a), whose partial variances are 1 / (3 (1 + a)^2);
    /// also with many factors that hardly matter.</summary>
    [Theory]
    [InlineData(5, 4096, 0.01)]
    [InlineData(60, 1024, 0.02)]
    public void Sobols_indices_of_the_g_function(int factors, int rows, double within)
    {
        double[] a = [0, 1, 4.5, 9, .. Enumerable.Repeat(99.0, factors - 4)];
        double[] parts = [.. a.Select(one => 1 / (3 * (1 + one) * (1 + one)))];
        var all = parts.Aggregate(1.0, (product, part) => product * (1 + part)) - 1;
        var figures = SobolIndices.Points(factors, rows, 2)
            .Select(point => point.Zip(a, (x, one) => (Math.Abs((4 * x) - 2) + one) / (1 + one)).Aggregate((p, q) => p * q));
        var effects = SobolIndices.Effects(factors, [.. figures]);

        for (var k = 0; k < factors; k++)
        {
            Assert.Equal(parts[k] / all, Of(effects, k, "first").Value, within);
            Assert.Equal(parts[k] * (all + 1) / (1 + parts[k]) / all, Of(effects, k, "total").Value, within);
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
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolIndices.Points(513, 8, 1));
    }

    private static Effect Of(IReadOnlyList<Effect> effects, int factor, string kind) =>
        effects.Single(effect => effect.Factor == factor && effect.Kind == kind);

    private static double Ishigami(double[] unit)
    {
        var x = unit.Select(one => Math.PI * ((2 * one) - 1)).ToArray();
        return Math.Sin(x[0]) + (7 * Math.Sin(x[1]) * Math.Sin(x[1])) + (0.1 * x[2] * x[2] * x[2] * x[2] * Math.Sin(x[0]));
    }
}
