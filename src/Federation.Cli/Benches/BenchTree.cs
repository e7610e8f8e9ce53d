using Federation.Society.Scenarios;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Benches;

/// <summary>The federation every figure is taken on: a tree of fan-out eight, seven residents a circle, one matter
/// that rises to the root and comes down to everybody.</summary>
internal sealed record BenchTree(int[] FanOuts)
{
    private const int Wide = 8;

    private const string Text =
        """
        name: bench
        seed: 1
        federation: { kind: tree, members: 7, fanOuts: [8], levels: [root, base] }
        space: { dimensions: [{ name: level, unit: m, low: 0, high: 10 }] }
        statusQuo: { level: 8 }
        agenda: [{ title: A matter for all, circle: root/c1, position: { level: 2 }, term: 12 months }]
        people: { spread: 0.1, toleranceLow: 0.15, toleranceHigh: 0.4, toleranceShape: box }
        process: { latitude: 0.05 }
        """;

    public long Circles => FanOuts.Aggregate((All: 1L, Level: 1L), (sum, wide) =>
        (sum.All + (sum.Level * wide), sum.Level * wide)).All;

    /// <summary>The tree nearest to a number of circles: its lowest circles are one to eight each.</summary>
    public static BenchTree Of(long circles)
    {
        var fanOuts = new List<int>();
        for (var (level, all) = (1L, 1L); all < circles; all += level)
        {
            var last = (int)Math.Clamp(Math.Round((double)(circles - all) / level), 1, Wide);
            fanOuts.Add(last);
            level *= last;
            if (last < Wide) break;
        }

        return new BenchTree([.. fanOuts]);
    }

    public Scenario Scenario() => ScenarioReader.Parse(Text, "bench",
    [
        $"federation.fanOuts=[{string.Join(",", FanOuts)}]",
        $"federation.levels=[{string.Join(",", Enumerable.Range(0, FanOuts.Length + 1).Select(depth =>
            depth == 0 ? "root" : $"level-{depth}"))}]",
        $"agenda.1.circle=root{string.Concat(Enumerable.Repeat("/c1", FanOuts.Length))}",
    ]);
}
