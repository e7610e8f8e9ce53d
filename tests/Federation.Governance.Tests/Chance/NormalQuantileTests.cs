using Federation.Governance.Chance;

namespace Federation.Governance.Tests.Chance;

public class NormalQuantileTests
{
    public static TheoryData<double> Probabilities =>
        [0.4999, 0.45, 0.3, 0.2, 0.0751, 0.075, 0.0749, 0.025, 1e-3, 1e-6, 1.4e-11, 1.3e-11, 1e-15,
            Math.ScaleB(1, -54), 1e-100, 1e-300];

    /// <summary>From tables of the normal distribution.</summary>
    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.995, 2.575829303548901)]
    [InlineData(0.75, 0.6744897501960817)]
    [InlineData(0.9, 1.2815515655446004)]
    public void Tabulated_quantiles_are_met(double probability, double quantile) =>
        Assert.Equal(quantile, NormalQuantile.Of(probability), 2e-15 * quantile);

    [Theory]
    [MemberData(nameof(Probabilities))]
    public void Quantiles_agree_with_bisecting_the_distribution(double probability)
    {
        var reference = -Bisect(probability);
        Assert.Equal(reference, NormalQuantile.Of(probability), 1e-13 * Math.Max(1e-3, -reference));
    }

    [Fact]
    public void Quantiles_are_symmetric_and_rise()
    {
        var last = double.NegativeInfinity;
        for (var i = 1; i < 4096; i++)
        {
            var quantile = NormalQuantile.Of(i / 4096.0);
            Assert.Equal(-NormalQuantile.Of(1 - (i / 4096.0)), quantile);
            Assert.True(quantile > last);
            last = quantile;
        }
    }

    [Fact]
    public void The_bits_are_pinned()
    {
        // The same on every machine, so a sum over many quantiles is a constant.
        var sum = 0UL;
        for (var i = 1; i < 10_000; i++)
        {
            var bits = BitConverter.DoubleToUInt64Bits(NormalQuantile.Of(i * i / 1e8));
            sum = unchecked((sum * 6364136223846793005) + bits);
        }

        Assert.Equal(16268399272116851097UL, sum);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Probabilities_without_quantile_are_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalQuantile.Of(probability));

    /// <summary>The x with this probability above it.</summary>
    private static double Bisect(double probability)
    {
        var (low, high) = (0.0, 40.0);
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            if (Above(middle) > probability) low = middle;
            else high = middle;
        }

        return low;
    }

    /// <summary>1 - Phi(x): a power series near the middle, Laplace's continued fraction in the tail.</summary>
    private static double Above(double x)
    {
        var density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        if (x > 3)
        {
            var fraction = x;
            for (var k = 300; k >= 1; k--) fraction = x + (k / fraction);
            return density / fraction;
        }

        var (term, sum) = (x, x);
        for (var k = 3; k < 200; k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return 0.5 - (density * sum);
    }
}
