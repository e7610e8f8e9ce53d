using Federation.Check.Known;
using Federation.Governance.Chance;
using Federation.Governance.Linking;
using Federation.Society.Measures;
using Federation.Society.Runs;
using Federation.Society.Scenarios;
using static Federation.Check.Rows.PowerRows;
using Cost = Federation.Governance.Federating.Effort;

namespace Federation.Check.Rows;

/// <summary>V52 to V63: links, networks, shares, hours, aid.</summary>
internal static class StructureRows
{
    private const string Albert = "Albert, Jeong and Barabasi 2000";

    private static readonly double[] Polled =
        [41.10, 39.10, 5.72, 5.30, 2.12, 2.67, 1.51, 1.16, .62, .25, .12, .07, .05, .05, .04, .03, .03, .02, .02];

    private static readonly double[] Seats = [41.32, 39.67, 5.79, 4.96, 3.30, 2.48, 1.65, .82, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0];

    private static readonly MeasureOptions OnlySpeaking = new()
    {
        ReadMinutes = 0, ClarifyMinutes = 0, DecideMinutes = 0, SpeakMinutes = 1, ObjectionMinutes = 0,
    };

    public static IEnumerable<Row> All => [.. Linked(), .. Networked(), .. Shared(), .. Sampled(), .. Spent()];

    private static IEnumerable<Row> Linked()
    {
        foreach (var (s, alone, two) in ((double, double[], double[])[])
        [
            (.9, [.9, .81, .729, .6561, .59049, .531441], [.99, .9801, .970299, .960596, .95099, .94148]),
            (.7, [.7, .49, .343, .2401], [.91, .8281, .753571, .68575]),
        ])
            for (var length = 1; length <= alone.Length; length++)
            {
                var links = length;
                yield return Row.Number("V52", Line($"links that hold with {s}, path of {links}, one person each"),
                    alone[links - 1],
                    1e-6, "identity", () => Paths.Along(LinkKind.Single, s, links).Up);
                yield return Row.Number("V52", Line($"links that hold with {s}, path of {links}, two persons each"),
                    two[links - 1],
                    1e-6, "identity", () => Paths.Along(LinkKind.Double, s, links).Both);
            }

        yield return Row.Number("V54", "each carries one way, .9: up", .9, 1e-12, "identity", () =>
            Paths.Along(LinkKind.Directional, .9, 1).Up);
        yield return Row.Number("V54", "each carries one way, .9: down", .9, 1e-12, "identity", () =>
            Paths.Along(LinkKind.Directional, .9, 1).Down);
        yield return Row.Number("V54", "each carries one way, .9: both", .81, 1e-12, "identity", () =>
            Paths.Along(LinkKind.Directional, .9, 1).Both);
    }

    private static IEnumerable<Row> Networked()
    {
        yield return Row.Holds("V57", RowGroup.KnownAnswer, "share gone before collapse, four links a node",
            "attacked scale-free < attacked exponential < failing exponential < failing scale-free", Albert, effort =>
            {
                var nodes = effort == Effort.Full ? 10_000 : 4_000;
                var (even, free) = (Networks.Exponential(new Dice(57, 0), nodes, 2 * nodes),
                    Networks.ScaleFree(new Dice(57, 1), nodes, 2));
                double[] order = [free.Collapse(true), even.Collapse(true), even.Collapse(false), free.Collapse(false)];
                return (order.Zip(order.Skip(1)).All(pair => pair.First < pair.Second),
                    Line($"{order[0]:0.00}, {order[1]:0.00}, {order[2]:0.00}, {order[3]:0.00}"));
            });
        yield return Row.Number("V57", "as large as the Internet: share that may fail", .99, .005,
            "Cohen and others, cond-mat/0007048", () => Networks.RandomThreshold(2.5, 1e6));
    }

    private static IEnumerable<Row> Shared()
    {
        yield return Row.Number("V58", "Gini of 1, 2, 3, 4", .25, 1e-4, "by hand", () => Inequality.Gini([1, 2, 3, 4]));
        yield return Row.Number("V58", "Gini of 0, 0, 0, 1", .75, 1e-4, "by hand", () => Inequality.Gini([0, 0, 0, 1]));
        yield return Row.Number("V58", "Gallagher, 50 30 20 against 60 30 10", 10, 1e-4, "by hand",
            () => Shares.Gallagher([50, 30, 20], [60, 30, 10]));
        yield return Row.Number("V58", "Loosemore-Hanby, the same", 10, 1e-4, "by hand",
            () => Shares.LoosemoreHanby([50, 30, 20], [60, 30, 10]));
        const string table = "New Zealand 2005, the printed table (whose own sum of squares has a slip)";
        yield return Row.Number("V58", "New Zealand 2005: Gallagher", 1.1254, 1e-4, table, () =>
            Shares.Gallagher(Polled, Seats));
        yield return Row.Number("V58", "New Zealand 2005: Loosemore-Hanby", 2.175, 1e-4, table, () =>
            Shares.LoosemoreHanby(Polled, Seats));
    }

    private static IEnumerable<Row> Sampled()
    {
        foreach (var (delegates, expected) in ((int, double)[])[(1, 6.8), (2, 2.55), (3, 1.133333333333)])
            yield return Row.Number("V59", Line($"{delegates} of 0, 1, 2, 5, 7 by lot: squared error of their mean"),
                expected, 1e-9,
                "identity", () => Paths.SampleError([0, 1, 2, 5, 7], delegates));
    }

    private static IEnumerable<Row> Spent()
    {
        foreach (var (setting, circles, people, expected) in ((string, int, int, double)[])
            [("one assembly of 1,000", 1, 1000, 1_000_000), ("100 circles of 10", 100, 10, 10_000),
                ("the tree 100 + 10 + 1", 111, 10, 11_100)])
            yield return Row.Number("V62", setting + ": person-minutes of a round of one minute each", expected, 1e-6,
                "arithmetic", () => Outcomes.Hours(
                    Cost.None with { Attending = circles * people, Speaking = (long)circles * people * people },
                    OnlySpeaking).Mid * 60);
        foreach (var (hops, expected) in ((int, double)[])[(1, .3), (2, .16334), (3, .11210), (4, .08531), (5, .06885)])
            yield return Row.Number("V63", Line($"thirty in a hundred lost over {hops} hops: lost at each"), expected,
                1e-5, "arithmetic",
                () => Relief.LossPerHop(.3, hops));
    }
}
