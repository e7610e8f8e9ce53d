using System.Globalization;
using Federation.Check.Known;
using Federation.Society.Measures;

namespace Federation.Check.Rows;

/// <summary>V1 to V9: juries, power, cycles.</summary>
internal static class PowerRows
{
    private const string Jury = "Condorcet 1785, theorem";
    private const string Guilbaud = "Guilbaud 1952; Niemi and Weisberg 1968";

    public static IEnumerable<Row> All =>
    [
        .. Juries(), .. Powers(), .. Rae(), .. Cycles(),
    ];

    private static IEnumerable<Row> Juries()
    {
        foreach (var (id, p, n, expected) in ((string, double, int, double)[])
        [
            ("V1", .6, 3, .648), ("V1", .6, 5, .68256), ("V1", .6, 11, .753498), ("V1", .6, 101, .979103),
            ("V2", .55, 11, .633123), ("V2", .55, 101, .843755), ("V2", .4, 11, .246502), ("V2", .51, 1001, .736631),
        ])
            yield return Row.Number(id, Line($"a jury of {n}, each right with {p}"), expected, 1e-6, Jury,
                () => Coalitions.AtLeast(n, (n / 2) + 1, p));
    }

    private static IEnumerable<Row> Powers()
    {
        int[] six = [4, 4, 4, 2, 2, 1];
        foreach (var row in Member("V3", "EEC 1958", six, 12, "Britannica guide",
            [(0, 10, 5 / 21.0, 7 / 30.0), (3, 6, 1 / 7.0, 3 / 20.0), (5, 0, 0, 0)])) yield return row;
        int[] council = [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        foreach (var row in Member("V4", "UN Security Council", council, 39, "gonitsora.com",
            [(0, 848, .166929, 421 / 2145.0), (5, 84, .016535, 4 / 2145.0)], 5e-7)) yield return row;
        foreach (var row in Member("V5", "Nassau County 1958", [9, 9, 7, 3, 1, 1], 16, "Banzhaf 1965",
            [(0, 16, 1 / 3.0, 1 / 3.0), (3, 0, 0, 0)])) yield return row;
        foreach (var row in Member("V5", "50, 49 and 1 of 51", [50, 49, 1], 51, "by hand",
            [(0, 3, 3 / 5.0, 2 / 3.0), (1, 1, 1 / 5.0, 1 / 6.0)])) yield return row;
        int[] nine = [10, 10, 10, 10, 5, 5, 3, 3, 2];
        foreach (var (member, swings) in ((int, double)[])[(0, 53), (4, 29), (6, 21), (8, 5)])
            yield return Row.Number("V5", Line($"EEC 1973, swings of weight {nine[member]}"), swings, 1e-9,
                "by coalitions",
                () => Swings(nine, 41, member));
    }

    private static IEnumerable<Row> Member(
        string id, string body, int[] weights, int quota, string source,
        (int Member, double Swings, double Banzhaf, double Shapley)[] expected, double tolerance = 1e-12)
    {
        foreach (var (member, swings, banzhaf, shapley) in expected)
        {
            var who = Line($"{body}, weight {weights[member]}");
            yield return Row.Number(id, who + ": swings", swings, 1e-9, source, () => Swings(weights, quota, member));
            yield return Row.Number(id, who + ": Banzhaf, normalised", banzhaf, tolerance, source, () =>
            {
                var all = Power.Banzhaf(weights, quota);
                return all[member] / all.Sum();
            });
            yield return Row.Number(id, who + ": Shapley-Shubik", shapley, 1e-12, source,
                () => Power.ShapleyShubik(weights, quota)[member]);
        }
    }

    private static double Swings(int[] weights, int quota, int member) =>
        Power.Banzhaf(weights, quota)[member] * (1 << (weights.Length - 1));

    private static IEnumerable<Row> Rae()
    {
        double[] printed = [.50195, .51562, .55469, .60938, .63672, .60938, .55469, .51562, .50195];
        for (var needed = 1; needed <= printed.Length; needed++)
        {
            var quota = needed;
            yield return Row.Number("V6", Line($"nine members, {needed} needed: agrees with the outcome"),
                printed[needed - 1],
                1e-5, "Rae 1969; Taylor 1969", () => Coalitions.Agrees(9, quota));
        }
    }

    private static IEnumerable<Row> Cycles()
    {
        foreach (var (ballots, expected, tolerance) in ((int, double, double)[])
            [(3, 1 / 18.0, 1e-12), (5, 5 / 72.0, 1e-12), (7, 875 / 11664.0, 1e-12), (11, .079814, 5e-7),
                (25, .084316, 5e-7)])
            yield return Row.Number("V8", Line($"three alternatives, {ballots} ballots: a cycle"), expected, tolerance,
                Guilbaud,
                () => Cultures.Cycle(ballots));
        yield return Row.Number("V8", "three alternatives, ever more ballots: a cycle", .0877398, 5e-8, Guilbaud,
            Cultures.CycleLimit);
        foreach (var (m, expected) in ((int, double)[])
            [(4, .175), (5, .251), (6, .315), (7, .369), (10, .489), (23, .712), (49, .841)])
            yield return Row.Chance("V9", Line($"{m} alternatives, ever more ballots: nobody beats everybody"),
                expected, 5e-4,
                "Niemi and Weisberg 1968, by elsim", m < 20 ? 40_000 : 4_000, m < 20 ? 1_000_000 : 100_000,
                runs => Cultures.NobodyWinsLimit(m, runs));
        foreach (var (n, m, expected) in ((int, int, double)[])
            [(3, 4, .111), (3, 5, .160), (3, 6, .202), (11, 4, .160), (11, 5, .229), (11, 6, .288)])
            yield return Row.Chance("V9", Line($"{m} alternatives, {n} ballots: nobody beats everybody"), expected,
                5e-4,
                "Niemi and Weisberg 1968, by elsim", 30_000, 1_000_000, runs => Cultures.NobodyWins(n, m, runs));
    }

    internal static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
