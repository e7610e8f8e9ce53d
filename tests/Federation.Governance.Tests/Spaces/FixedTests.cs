using CsCheck;
using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Spaces;

public class FixedTests
{
    private static readonly double Step = Math.ScaleB(1, -40);

    [Fact]
    public void Rounding_is_to_the_nearest_step_and_idempotent() =>
        Gen.Double[-1e4, 1e4].Sample(value =>
        {
            var rounded = Fixed.Round(value);
            Assert.True(Math.Abs(rounded - value) <= Step / 2);
            Assert.Equal(rounded, Fixed.Round(rounded));
            Assert.Equal(rounded, Fixed.FromLong(Fixed.ToLong(rounded)));
        });

    [Fact]
    public void Halves_go_to_the_even_step()
    {
        Assert.Equal(0, Fixed.Round(Step / 2));
        Assert.Equal(2 * Step, Fixed.Round(1.5 * Step));
        Assert.Equal(1e300, Fixed.Round(1e300));
    }

    [Theory]
    [InlineData(-0.0)]
    [InlineData(-1e-20)]
    public void Negative_zero_becomes_zero(double value) =>
        Assert.Equal(0, BitConverter.DoubleToInt64Bits(Fixed.Round(value)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_refused(double value)
    {
        Assert.Throws<ArgumentException>(() => Fixed.Round(value));
        Assert.Throws<ArgumentException>(() => Fixed.ToLong(value));
    }

    [Fact]
    public void Longs_reach_just_below_2_to_the_23()
    {
        Assert.Equal(1L << 40, Fixed.ToLong(1));
        Assert.Equal(8388607L << 40, Fixed.ToLong(8388607));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fixed.ToLong(8388608));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fixed.ToLong(-8388608));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fixed.ToLong(1e300));
    }
}
