using Federation.Check.Known;
using static Federation.Check.Rows.PowerRows;

namespace Federation.Check.Rows;

/// <summary>V25 to V30: majorities in space and in tiers.</summary>
internal static class SpatialRows
{
    private const string Feix = "Feix and others 2004";
    private const string GalamSource = "Galam, physics/0703081";

    public static IEnumerable<Row> All => [.. Lines(), .. Roads(), .. Tiered(), .. Pyramids()];

    private static IEnumerable<Row> Lines()
    {
        yield return Row.Sample("V25", "eleven people on a line: share of points the median beats", 1, 0, "Black 1948",
            2_000, 20_000, runs => Spatial.MedianWins(11, runs));
        foreach (var (m, s, q, expected) in ((double, double, double, double)[])
            [(0, 1, .6, .6), (0, 1, -2, 1), (0, .5, .8, .5), (0, 1, 0, 0)])
            yield return Row.Number("V25", Line($"median {m}, setter {s}, status quo {q}: outcome"), expected, 1e-12,
                "Romer and Rosenthal 1978", () => Spatial.Setter(m, s, q));
    }

    private static IEnumerable<Row> Roads()
    {
        foreach (var (step, expected) in ((int, double)[])
            [(1, .574464), (2, .992514), (3, 1.509588), (4, 1.970177), (5, 2.468990), (10, 4.816268)])
            yield return Row.Number("V26", Line($"majorities of two of three lead astray: distance after step {step}"),
                expected,
                1e-6, "McKelvey 1976", () => Spatial.Astray(step, .99)[step - 1]);
    }

    private static IEnumerable<Row> Tiered()
    {
        foreach (var (districts, people, expected, tolerance) in ((int, int, double, double)[])
            [(3, 3, 27 / 256.0, 1e-12), (3, 5, 525 / 4096.0, 1e-12), (5, 5, 1284875 / 8388608.0, 1e-12),
                (25, 25, .196900, 5e-7)])
            yield return Row.Number("V27",
                Line($"{districts} districts of {people} against all directly: they differ"), expected,
                tolerance, "by all ballots", () => Tiers.Reversal(districts, people));
        yield return Row.Chance("V27", "three large districts: they differ", .1623, 5e-5, "by normal leads", 100_000,
            4_000_000,
            runs => Tiers.ReversalOfLarge(3, false, runs));
        yield return Row.Number("V27", "ever more large districts: they differ", .205952, 5e-7, "arc cosine",
            () => Math.Acos(Math.Sqrt(2 / Math.PI)) / Math.PI);
        yield return Row.Chance("V28", "uniform shares, three large districts: they differ", .125, 0, Feix, 100_000,
            4_000_000,
            runs => Tiers.ReversalOfLarge(3, true, runs));
        yield return Row.Chance("V28", "uniform shares, 101 large districts: they differ", 1 / 6.0, .004, Feix, 20_000,
            400_000,
            runs => Tiers.ReversalOfLarge(101, true, runs));
    }

    private static IEnumerable<Row> Pyramids()
    {
        yield return Row.Number("V30", "groups of 3: share a challenger needs", .5, 1e-9, GalamSource, () =>
            Tiers.GalamThreshold(3));
        foreach (var (group, expected) in ((int, double)[])[(4, .767592), (6, .652871), (8, .604487)])
            yield return Row.Number("V30", Line($"groups of {group}: share a challenger needs"), expected, 1e-6,
                GalamSource,
                () => Tiers.GalamThreshold(group));
        foreach (var (group, from, levels) in ((int, double, double[])[])
            [(4, .70, [.6517, .566, .4174, .1998, .0271, .0001]), (3, .45, [.42525, .38871, .33582, .26258, .17064])])
            for (var level = 1; level <= levels.Length; level++)
            {
                var times = level;
                yield return Row.Number("V30", Line($"groups of {group} from {from}: share at level {level}"),
                    levels[level - 1],
                    1e-4, GalamSource, () => Enumerable.Range(0, times).Aggregate(from, (share, _) =>
                        Tiers.Galam(share, group)));
            }
    }
}
