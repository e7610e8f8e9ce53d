namespace Federation.EndToEnd.Tests.Runs;

public sealed class BenchTests
{
    [Fact]
    public async Task Every_row_is_told_beside_a_bare_wave_of_the_same_tree()
    {
        var bench = await ConsoleRun.Of("bench", "--set", "circles=200", "--set", "silos=2", "--json");

        Assert.True(bench.ExitCode == 0, bench.Errors + bench.Output);
        var rows = bench.Json.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("name").GetString()!);
        Assert.Equal(
            ["bare activation", "bare wave", "consent wave", "founding", "plain loop", "reference wave"],
            rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(rows.Values, row => Assert.Equal(201, row.GetProperty("circles").GetInt64()));
        Assert.Equal(1, rows["bare wave"].GetProperty("ratioToBareWave").GetDouble());
        Assert.Equal(1, rows["plain loop"].GetProperty("ratioToPlainLoop").GetDouble());
        Assert.Equal(0, rows["reference wave"].GetProperty("silos").GetInt32());
        Assert.Equal(2, rows["consent wave"].GetProperty("silos").GetInt32());
    }
}
