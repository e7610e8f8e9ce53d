using Federation.Check.Known;
using Federation.Governance.Counting;
using static Federation.Check.Rows.PowerRows;

namespace Federation.Check.Rows;

/// <summary>V11 to V14: random electorates.</summary>
internal static class SocietyRows
{
    private const string Merrill = "Merrill 1984, by elsim";

    private static readonly int[] Candidates = [3, 4, 5, 7, 10];

    public static IEnumerable<Row> All => [.. Societies(), .. Planes(), .. Weberian()];

    private static IEnumerable<Row> Societies()
    {
        foreach (var (rule, printed) in ((string, double[])[])
        [
            ("plurality", [79.1, 69.4, 62.1, 52.0, 42.6]), ("irv", [96.2, 92.7, 89.1, 84.8, 77.9]),
            ("borda", [90.8, 87.3, 86.2, 85.3, 84.3]), ("coombs", [96.3, 93.4, 90.2, 86.1, 81.1]),
            ("approval", [76.0, 69.8, 67.1, 63.7, 61.3]),
        ])
            for (var at = 0; at < Candidates.Length; at++)
            {
                var m = Candidates[at];
                yield return Row.Sample("V11",
                    Line($"25 people, {m} candidates, {rule}: elects who beats everybody, %"),
                    printed[at], 1.5, Merrill, 10_000, 100_000, runs =>
                        100 * Electorates.Society(m, runs).Condorcet[rule]);
            }

        foreach (var (rule, printed) in ((string, double[])[])
        [
            ("plurality", [83.0, 75.0, 69.2, 62.8, 53.3]), ("irv", [89.5, 84.7, 82.4, 80.5, 74.9]),
            ("borda", [94.8, 94.1, 94.4, 95.4, 95.9]),
        ])
            for (var at = 0; at < Candidates.Length; at++)
            {
                var m = Candidates[at];
                yield return Row.Sample("V12", Line($"25 people, {m} candidates, {rule}: social-utility efficiency, %"),
                    printed[at], 2.5, Merrill, 10_000, 100_000, runs =>
                        100 * Electorates.Society(m, runs).Welfare[rule]);
            }
    }

    private static IEnumerable<Row> Planes()
    {
        foreach (var (dispersion, rule, printed) in ((double, string, double)[])
        [
            (1, "plurality", 62.2), (1, "irv", 84.0), (1, "borda", 88.2), (1, "coombs", 97.9),
            (.5, "plurality", 27.2), (.5, "irv", 41.0), (.5, "borda", 85.2), (.5, "coombs", 93.8),
        ])
            yield return Row.Sample("V13",
                Line($"a plane, dispersion {dispersion}, {rule}: elects who beats everybody, %"),
                printed, 2, Merrill, 6_000, 100_000, runs => 100 * Electorates.Plane(dispersion, runs).Condorcet[rule]);
        foreach (var (dispersion, printed) in ((double, double)[])[(1, 99.7), (.5, 98.7)])
            yield return Row.Sample("V13", Line($"a plane, dispersion {dispersion}: somebody beats everybody, %"),
                printed, 2, Merrill, 6_000, 100_000, runs => 100 * Electorates.Plane(dispersion, runs).Exists);
    }

    private static IEnumerable<Row> Weberian()
    {
        foreach (var (m, plurality, borda) in ((int, double, double)[])
            [(2, .8165, .8165), (3, .7500, .8660), (4, .6928, .8944), (5, .6455, .9129), (10, .4979, .9535)])
        {
            yield return Row.Number("V14", Line($"{m} candidates, plurality: effectiveness"), plurality, 5e-5,
                "Weber 1978",
                () => Weber.Plurality(m));
            yield return Row.Number("V14", Line($"{m} candidates, borda: effectiveness"), borda, 5e-5, "Weber 1978",
                () => Weber.Borda(m));
            yield return Row.Sample("V14", Line($"{m} candidates, plurality: effectiveness, counted"), plurality,
                .01 * plurality,
                "Weber 1978", 20_000, 200_000, runs => Weber.Measured(new Plurality(), m, runs));
            yield return Row.Sample("V14", Line($"{m} candidates, borda: effectiveness, counted"), borda, .01 * borda,
                "Weber 1978", 20_000, 200_000, runs => Weber.Measured(new Borda(), m, runs));
        }
    }
}
