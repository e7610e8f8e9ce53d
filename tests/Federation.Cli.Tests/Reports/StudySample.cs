using System.Collections.Immutable;
using Federation.Cli.Runs;

namespace Federation.Cli.Tests.Reports;

/// <summary>A comparison written by hand, with every shape its report can have; its figures mean nothing.</summary>
internal static class StudySample
{
    private const int Replications = 30;

    private static readonly string[] Measured =
        ["harmMean", "weeks", "personHours", "outsideTolerance", "decisionYield"];

    public static string[] Rules { get; } =
        ["consent", "majority among <b>amended</b> texts with a very long name", "decree", "issue-by-issue-median"];

    public static (string Key, string[] Values) Spreads { get; } =
        ("people.spread", ["0.06", "0.12", "0.24", "0.36", "0.48", "0.6"]);

    public static (string Key, string[] Values) Tolerances { get; } = ("people.toleranceHigh", ["0.4", "0.55", "0.7"]);

    public static CompareReport Of(string[] rules, params (string Key, string[] Values)[] keys)
    {
        var settings = rules.Select(rule => rule.Length == 0
            ? ImmutableSortedDictionary<string, string>.Empty
            : ImmutableSortedDictionary<string, string>.Empty.Add("rule", rule)).ToList();
        foreach (var (key, values) in keys)
            settings = [.. settings.SelectMany(setting => values.Select(value => setting.Add(key, value)))];
        var cells = settings.SelectMany((setting, at) => Measured.Select((measure, which) => Cell(setting, at, measure, which)))
            .ToImmutableArray();
        return new CompareReport
        {
            Scenario = "sample", Seed = 5, Replications = Replications, Structure = "Each replication draws people again",
            SmallestEffect = 0.01, Primary = "harmMean", Cells = cells, Folder = "compares/sample", WallSeconds = 3,
            Measures = [.. Measured.Select(name => new MeasureReport(
                name, name == "harmMean" ? "share of a dimension's range" : "", "lower", "what it says", "model", 0, null,
                name == "outsideTolerance" ? ["consent"] : []))],
            Pairs =
            [
                .. from a in cells
                   from b in cells
                   where a.Measure == b.Measure && string.CompareOrdinal(a.Name, b.Name) < 0
                       && a.Setting.Count(one => b.Setting[one.Key] != one.Value) == 1
                   let apart = a.Mean!.Value - b.Mean!.Value
                   select new PairReport(
                       a.Name, b.Name, a.Measure, apart, apart - 0.02, apart + 0.02, Replications, apart - 0.02, apart + 0.02,
                       apart - 0.1, apart + 0.1, 0.8, 1.2, a.Mean / b.Mean, Math.Abs(apart) < 0.02 ? "open" : apart < 0 ? "lower" : "higher"),
            ],
            Budgets = [.. rules.Where(rule => rule.Length > 0).Select((rule, at) => new BudgetReport(rule, rule, 8 * (at + 1), at + 1, 40, 217))],
            Says = ["Consent and decree differ by less than anybody would care for."],
            SaysNot = ["Nothing here is about a real society."],
        };
    }

    /// <summary>A sweep over a grid where there are no <paramref name="points"/>, over ranges otherwise.</summary>
    public static SweepReport Sweep(int points, params (string Key, string[] Values)[] keys)
    {
        var settings = Enumerable.Range(0, points).Select(at => keys.ToImmutableSortedDictionary(
            key => key.Key, key => $"{0.01 * ((at * 7) % points)}", StringComparer.Ordinal)).ToList();
        if (points == 0)
            settings = [.. keys.Aggregate(
                (IEnumerable<ImmutableSortedDictionary<string, string>>)[ImmutableSortedDictionary<string, string>.Empty],
                (all, key) => all.SelectMany(setting => key.Values.Select(value => setting.Add(key.Key, value))))];
        return new SweepReport
        {
            Scenario = "sample", Design = points == 0 ? "grid" : "indices", FirstSeed = 1, LastSeed = 3, Runs = 3 * settings.Count,
            Primary = "harmMean", Measures = Of(["consent"]).Measures, Folder = "sweeps/sample",
            Factors = [.. keys.Select(key => new FactorReport(
                key.Key, points == 0 ? [.. key.Values] : [], points == 0 ? null : 0, points == 0 ? null : 1))],
            Points = [.. settings.Select((setting, at) => new PointReport(setting, Measured.ToImmutableSortedDictionary(
                measure => measure, measure => (double?)(0.1 + (0.01 * at)), StringComparer.Ordinal)))],
            Effects = points == 0 ? [] : [.. keys.Select(key => new EffectReport(key.Key, "harmMean", "total", 0.4, 0.3, 0.5))],
        };
    }

    private static CellReport Cell(ImmutableSortedDictionary<string, string> setting, int at, string measure, int which)
    {
        var values = Enumerable.Range(0, Replications)
            .Select(i => (double?)((0.1 * (which + 1)) + (0.01 * at) + (0.02 * Math.Sin((i * 7) + at))))
            .ToImmutableArray();
        var mean = values.Average()!.Value;
        return new CellReport(
            setting.IsEmpty ? "consent" : string.Join(", ", setting.Values), setting.GetValueOrDefault("rule", "consent"),
            true, true, true, 0.15, setting, measure, mean, mean - 0.01, mean + 0.01, Replications, values);
    }
}
