using System.Collections.Immutable;
using Federation.Cli.Reports.Charts;
using Federation.Cli.Runs;
using Federation.Cli.Studies;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>The charts of a comparison: distributions, fronts, budgets, differences.</summary>
internal static class CompareFigures
{
    /// <summary>More strips or pairs than this are left to the table.</summary>
    private const int RowsMost = 40;

    public static void Distribution(
        Html html, CompareReport report, MeasureReport measure, Scenario scenario)
    {
        var cells = Known(report, measure.Name);
        if (cells.Length == 0) return;
        html.Figure(
            new Strips(ComparePage.Label(measure), "", measure.Low == 0, [.. cells.Take(RowsMost).Select(
                cell => new Strip(cell.Name, IsOwn(report, cell), [.. cell.Values.OfType<double>()], cell.Mean!.Value,
                cell.Low ?? cell.Mean.Value, cell.High ?? cell.Mean.Value))]),
            $"{Upper(ComparePage.Title(measure))}: {measure.Meaning}",
            "Every dot is one replication, the pale bar the middle half, the diamond the mean with its interval. "
            + Better(measure) + Construction.Caption(report, measure.Name) + More(cells.Length),
            ComparePage.Assumed(measure, scenario),
            ["setting", "mean", "from", "to", "least", "middle", "most"], cells.Select(cell =>
            {
                var sorted = cell.Values.OfType<double>().Order().ToArray();
                return new[]
                {
                    cell.Name, ComparePage.Figure(cell.Mean), ComparePage.Figure(cell.Low),
                    ComparePage.Figure(cell.High), ComparePage.Figure(sorted[0]),
                    ComparePage.Figure(sorted[sorted.Length / 2]), ComparePage.Figure(sorted[^1]),
                };
            }));
    }

    /// <summary>The primary outcome against each of a few others; less of both is better.</summary>
    public static void Fronts(Html html, CompareReport report, Scenario scenario, IReadOnlyList<string> others)
    {
        var primary = report.Measures.First(one => one.Name == report.Primary);
        if (Known(report, report.Primary).Length < 2) return;
        html.Element("h2", "Two outcomes at once");
        foreach (var other in report.Measures.Where(one => others.Contains(one.Name)))
        {
            var points = Points(report, primary, other);
            if (points.Count < 2) continue;
            var title = $"{Upper(ComparePage.Title(primary))} against {ComparePage.Title(other)}";
            html.Figure(
                new Front(ComparePage.Label(other), ComparePage.Label(primary), points), title,
                "Down and to the left is better. Filled: no other setting is better in both; the dashed line joins "
                + "these. Lines are 95 % intervals of the means." + Construction.Caption(report, other.Name),
                ComparePage.Assumed(other, scenario),
                ["number and setting", ComparePage.Title(other), ComparePage.Title(primary), "on the front"],
                points.Select(point => new[]
                {
                    $"{point.Number}. {point.Name}",
                    $"{ComparePage.Figure(point.X)} ({Between(point.XLow, point.XHigh)})",
                    $"{ComparePage.Figure(point.Y)} ({Between(point.YLow, point.YHigh)})", point.Best ? "yes" : "no",
                }));
            html.Raw("<ol class=\"key\" aria-label=\"Numbers in the chart above\">");
            foreach (var point in points) html.Element("li", point.Name);
            html.Raw("</ol>\n");
        }
    }

    /// <summary>How few impose, and how few block, where it is decided and where people live.</summary>
    public static void Budgets(Html html, CompareReport report)
    {
        var rules = report.Budgets.DistinctBy(one => (one.Rule, one with { Name = "" })).ToArray();
        if (rules.Length == 0) return;
        var alone = rules.CountBy(one => one.Rule).Where(rule => rule.Value == 1).Select(rule => rule.Key).ToHashSet();
        html.Element("h2", "What capture and blocking take");
        Budget(html, "Fewest seats where it is decided", "seats, logarithmic", [.. rules.Select(one => new CountGroup(
            alone.Contains(one.Rule) ? one.Rule : one.Name, [one.ImposeAtTop, one.BlockAtTop]))]);
        Budget(html, "Fewest people where they live", "people, logarithmic", [.. rules.Select(one => new CountGroup(
            alone.Contains(one.Rule) ? one.Rule : one.Name, [one.ImposeFromBase, one.BlockFromBase]))]);
    }

    /// <summary>The same of one run.</summary>
    public static void Budget(Html html, string title, string label, IReadOnlyList<CountGroup> groups) => html.Figure(
        new Counts(label, ["impose", "block"], groups), title,
        "Filled triangles: how few captured impose a decision on the whole federation. Squares: how few stop one. "
        + "Further right is safer.",
        "all who are not captured are united against the attacker and all come; where people are divided fewer do.",
        ["setting", "impose", "block"], groups.Select(group => new[]
        {
            group.Name, $"{group.Counts[0]:#,0}", $"{group.Counts[1]:#,0}",
        }));

    public static void Differences(Html html, CompareReport report, Scenario scenario)
    {
        if (report.Pairs.IsEmpty) return;
        html.Element("h2", "Differences, replication by replication");
        foreach (var measure in report.Measures.Where(one =>
            one.Name == report.Primary || one.Name is "outsideTolerance" or "weeks"))
        {
            var pairs = report.Pairs.Where(pair => pair.Measure == measure.Name
                && pair is { Difference: not null, Low: not null, High: not null }).ToArray();
            if (pairs.Length == 0) continue;
            var smallest = measure.Name == report.Primary
                ? report.SmallestEffect : report.SmallestEffects.GetValueOrDefault(measure.Name);
            html.Figure(
                new Forest($"{ComparePage.Title(measure)}: first less second", smallest, [.. pairs.Take(RowsMost)
                    .Select(pair => new ForestPair(
                        $"{pair.A} less {pair.B}", Word(pair.Verdict), pair.Difference!.Value,
                        pair.Low!.Value, pair.High!.Value))]),
                $"{Upper(ComparePage.Title(measure))}: difference of pairs",
                "Left of nought the first has less. " + (smallest > 0
                    ? $"The grey band is what was named too small to matter beforehand, {smallest}. " : "")
                + "The verdict is corrected for the number of comparisons." + More(pairs.Length),
                ComparePage.Assumed(measure, scenario),
                ["pair", "difference", "from", "to", "unpaired from", "unpaired to", "verdict"],
                pairs.Select(pair => new[]
                {
                    $"{pair.A} less {pair.B}", ComparePage.Figure(pair.Difference), ComparePage.Figure(pair.Low),
                    ComparePage.Figure(pair.High), ComparePage.Figure(pair.UnpairedLow),
                    ComparePage.Figure(pair.UnpairedHigh), Word(pair.Verdict),
                }));
        }
    }

    /// <summary>The cells in which a measure has a mean.</summary>
    internal static CellReport[] Known(CompareReport report, string measure) =>
        [.. report.Cells.Where(cell => cell.Measure == measure && cell.Mean is not null)];

    /// <summary>Consent's cells among those of other rules; without other rules, all.</summary>
    internal static bool IsOwn(CompareReport report, CellReport cell) =>
        cell.Rule == "consent" || report.Cells.All(other => other.Rule == cell.Rule);

    internal static string Word(string verdict) => verdict switch
    {
        "lower" => "less",
        "higher" => "more",
        "equivalent" => "no difference that matters",
        _ => "cannot be told",
    };

    private static List<FrontPoint> Points(CompareReport report, MeasureReport primary, MeasureReport other)
    {
        var rows = Known(report, primary.Name)
            .Select(y => (Y: y, X: Known(report, other.Name).FirstOrDefault(x => x.Name == y.Name)))
            .Where(row => row.X is not null).ToArray();
        return [.. rows.Select((row, at) => new FrontPoint(
            at + 1, row.Y.Name, IsOwn(report, row.Y), !rows.Any(than => Dominates(than, row)),
            row.X!.Mean!.Value, row.X.Low ?? row.X.Mean.Value, row.X.High ?? row.X.Mean.Value,
            row.Y.Mean!.Value, row.Y.Low ?? row.Y.Mean.Value, row.Y.High ?? row.Y.Mean.Value))];
    }

    private static bool Dominates((CellReport Y, CellReport? X) one, (CellReport Y, CellReport? X) other) =>
        one.X!.Mean <= other.X!.Mean && one.Y.Mean <= other.Y.Mean
        && (one.X.Mean < other.X.Mean || one.Y.Mean < other.Y.Mean);

    private static string Better(MeasureReport measure) => measure.Better switch
    {
        "lower" => "Less is better.",
        "higher" => "More is better.",
        _ => "Neither way is better.",
    };

    private static string More(int rows) => rows <= RowsMost ? ""
        : $" The first {RowsMost} of {rows}; the table has all.";

    private static string Between(double low, double high) =>
        $"{ComparePage.Figure(low)} to {ComparePage.Figure(high)}";

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
