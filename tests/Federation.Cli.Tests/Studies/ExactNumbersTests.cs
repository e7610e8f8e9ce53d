using System.Text.Json;
using Federation.Cli.Studies;

namespace Federation.Cli.Tests.Studies;

public sealed class ExactNumbersTests
{
    private static readonly JsonSerializerOptions Exact = new() { Converters = { new ExactNumbers() } };

    [Fact]
    public void Every_power_of_two_is_read_back_bit_for_bit()
    {
        for (var exponent = -1022; exponent <= 1023; exponent++) Same(Math.ScaleB(1, exponent));
    }

    [Theory]
    [InlineData(0.1 + 0.2)]
    [InlineData(-0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    public void So_are_others(double value) => Same(value);

    [Fact]
    public void What_is_short_stays_short() => Assert.Equal("0.1", JsonSerializer.Serialize(0.1, Exact));

    private static void Same(double value) => Assert.Equal(
        BitConverter.DoubleToInt64Bits(value),
        BitConverter.DoubleToInt64Bits(JsonSerializer.Deserialize<double>(JsonSerializer.Serialize(value, Exact), Exact)));
}
