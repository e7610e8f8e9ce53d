using Federation.Cli.Benches;
using Federation.Cli.Terminals;

namespace Federation.Cli.Tests.Benches;

public sealed class BenchTests
{
    [Theory]
    [InlineData(9, 9)]
    [InlineData(1_000, 1_097)]
    [InlineData(10_000, 8_777)]
    [InlineData(100_000, 102_985)]
    [InlineData(1_000_000, 1_086_025)]
    public void A_tree_is_as_near_to_the_number_asked_as_whole_circles_allow(long asked, long circles)
    {
        var tree = BenchTree.Of(asked);

        Assert.Equal(circles, tree.Circles);
        Assert.All(tree.FanOuts[..^1], wide => Assert.Equal(8, wide));
    }

    [Theory]
    [InlineData("circles=many")]
    [InlineData("circles=8")]
    [InlineData("circles=1e9")]
    [InlineData("silos=0")]
    [InlineData("silos=1,2")]
    [InlineData("people=3")]
    [InlineData("circles")]
    public async Task What_cannot_be_measured_is_refused_before_a_silo_starts(string setting)
    {
        var bench = await Invocation.Of("bench", "--set", setting);

        Assert.Equal((ExitCode.Usage, ""), (bench.Code, bench.Out));
        Assert.Contains("--set", bench.Error, StringComparison.Ordinal);
    }
}
