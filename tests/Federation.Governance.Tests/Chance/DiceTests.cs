using Federation.Governance.Chance;
using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Chance;

public class DiceTests
{
    private const int Draws = 40_000;

    private static readonly Dice Dice = new(7, 3);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(5, 2)]
    [InlineData(8, 4)]
    public void Beta_numbers_have_the_mean_and_variance_of_their_law(int a, int b)
    {
        var (mean, variance) = Moments(i => Dice.Beta(a, b, i, 0, 0, 0, Purpose.Tolerance));
        var sum = (double)(a + b);
        var expected = a * b / (sum * sum * (sum + 1));
        Assert.Equal(a / sum, mean, 5 * Math.Sqrt(expected / Draws));
        Assert.Equal(expected, variance, 0.04 * expected);
    }

    [Fact]
    public void Normal_numbers_have_mean_0_and_variance_1()
    {
        var (mean, variance) = Moments(i => Dice.Normal(i, 0, 0, 0, Purpose.Signal));
        Assert.Equal(0, mean, 5 / Math.Sqrt(Draws));
        Assert.Equal(1, variance, 0.04);
    }

    [Fact]
    public void Coordinates_of_a_normal_point_are_rounded_and_use_their_own_words()
    {
        var point = Dice.NormalPoint(1, 2, 3, 4, Purpose.Place, dimensions: 8, sd: 0.5, draw: 6);
        for (var i = 0; i < 8; i++)
        {
            var word = Dice.Words(1, 2, 3, 4, Purpose.Place, 6 + (uint)(i / 4))[i % 4];
            var normal = NormalQuantile.Of((word >> 11) * Math.ScaleB(1, -53));
            Assert.Equal(Fixed.Round(0.5 * normal), point[i]);
        }
    }

    [Fact]
    public void Whole_numbers_below_n_are_equally_likely()
    {
        var counts = new int[7];
        for (var i = 0UL; i < Draws; i++) counts[Dice.Below(7, i, 0, 0, 0, Purpose.Tie)]++;
        Assert.All(counts, count => Assert.Equal(Draws / 7.0, count, 5 * Math.Sqrt(Draws / 7.0)));
    }

    [Fact]
    public void Impossible_requests_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Dice.Below(0, 0, 0, 0, 0, Purpose.Tie));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dice.Beta(0, 1, 0, 0, 0, 0, Purpose.Tie));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dice.Beta(100, 29, 0, 0, 0, 0, Purpose.Tie));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Dice.NormalPoint(0, 0, 0, 0, Purpose.Tie, dimensions: 9, sd: 1));
    }

    private static (double Mean, double Variance) Moments(Func<ulong, double> draw)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0UL; i < Draws; i++)
        {
            var value = draw(i);
            sum += value;
            squares += value * value;
        }

        return (sum / Draws, (squares / Draws) - (sum / Draws * (sum / Draws)));
    }
}
