using Federation.Cli.Reports.Charts;
using Federation.Cli.Runs;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>Where a comparison crossed rules with settings: lines over one setting, planes over two, and where the
/// first rule loses to each other one.</summary>
internal static class ComparePlanes
{
    private const int PlanesMost = 12;

    public static void Write(Html html, CompareReport report, Scenario scenario)
    {
        var keys = Varied(report);
        if (keys.Count == 0) return;
        html.Element("h2", "Over the settings that were varied");
        foreach (var measure in report.Measures.Where(
            one => one.Name == report.Primary || one.Name == "outsideTolerance"))
            if (keys.Count == 1) Over(html, report, measure, keys[0], scenario);
            else Planes(html, report, measure, keys, scenario);
    }

    /// <summary>Numeric keys other than the rule with two values or more, those with most values first.</summary>
    private static List<string> Varied(CompareReport report) => [.. report.Cells
        .SelectMany(cell => cell.Setting).Where(setting => setting.Key != "rule")
        .GroupBy(setting => setting.Key, setting => setting.Value)
        .Where(key => key.Distinct().Count() > 1 && key.All(value => double.TryParse(value, out _)))
        .OrderByDescending(key => key.Distinct().Count()).ThenBy(key => key.Key, StringComparer.Ordinal)
        .Select(key => key.Key)];

    private static void Over(Html html, CompareReport report, MeasureReport measure, string key, Scenario scenario)
    {
        var groups = CompareFigures.Known(report, measure.Name)
            .GroupBy(cell => Rest(cell, [key]), StringComparer.Ordinal).ToArray();
        if (groups.Length == 0) return;
        html.Figure(
            new Lines(key, ComparePage.Label(measure), [.. groups.Select(group => new LineGroup(
                group.Key, [.. group.OrderBy(cell => double.Parse(cell.Setting[key])).Select(cell => new LinePoint(
                    double.Parse(cell.Setting[key]), cell.Mean!.Value, cell.Low, cell.High))]))]),
            $"{ComparePage.Title(measure)} over {key}", "Means with their 95 % intervals; each line has its own dashes "
            + "and its name at its end.", ComparePage.Assumed(measure, scenario), ["setting", "mean", "from", "to"],
            groups.SelectMany(group => group).Select(cell => new[]
            {
                cell.Name, ComparePage.Figure(cell.Mean), ComparePage.Figure(cell.Low), ComparePage.Figure(cell.High),
            }));
    }

    private static void Planes(
        Html html, CompareReport report, MeasureReport measure, List<string> keys, Scenario scenario)
    {
        var (x, y) = (keys[0], keys[1]);
        var pairs = report.Pairs.Where(pair => pair.Measure == measure.Name && pair.Difference is not null).ToArray();
        var cells = CompareFigures.Known(report, measure.Name);
        var first = cells.Length == 0 ? "" : cells[0].Rule;
        var against = cells.Select(cell => cell.Rule).Distinct().Skip(1).ToArray();
        var planes = against.Length == 0
            ? cells.GroupBy(cell => Rest(cell, [x, y])).Select(plane => (Title: plane.Key, Fields: plane
                .Select(cell => (Cell: cell, Value: cell.Mean!.Value, Clear: true)).ToArray()))
            : from other in against
              from plane in cells.Where(cell => cell.Rule == first).GroupBy(cell => Rest(cell, [x, y]))
              select (Title: $"{plane.Key} less {other}", Fields: (
                  from cell in plane
                  let than = cells.FirstOrDefault(one => one.Rule == other && Same(one, cell))
                  where than is not null
                  let apart = cell.Mean!.Value - than.Mean!.Value
                  let pair = pairs.FirstOrDefault(one => one.A == cell.Name && one.B == than.Name)
                  select (Cell: cell, Value: apart, Clear: pair is null
                      ? Math.Abs(apart) >= report.SmallestEffect : pair.Verdict is "lower" or "higher")).ToArray());
        foreach (var (title, fields) in planes.Where(plane => plane.Fields.Length > 1).Take(PlanesMost))
            html.Figure(
                new Plane(x, y, Values(report, x), Values(report, y), against.Length > 0, [.. fields.Select(
                    field => new Field(field.Cell.Setting[x], field.Cell.Setting[y], field.Value, field.Clear))]),
                $"{ComparePage.Title(measure)}: {title}", against.Length == 0
                    ? "The mean in every field; darker is more."
                    : "Below nought the first rule has less of it, above it more. ≈ where the difference cannot be "
                        + "told from nought or, without replications paired, does not matter.",
                ComparePage.Assumed(measure, scenario),
                [$"{x}, {y}", "value", "told apart"], fields.Select(field => new[]
                {
                    $"{field.Cell.Setting[x]}, {field.Cell.Setting[y]}", ComparePage.Figure(field.Value),
                    field.Clear ? "yes" : "no",
                }));
    }

    private static bool Same(CellReport one, CellReport other) =>
        one.Setting.Remove("rule").SequenceEqual(other.Setting.Remove("rule"));

    /// <summary>What tells a cell from others but for these keys.</summary>
    private static string Rest(CellReport cell, string[] keys) => string.Join(", ", cell.Setting
        .Where(setting => setting.Key != "rule" && !keys.Contains(setting.Key))
        .Select(setting => $"{setting.Key}={setting.Value}").Prepend(cell.Rule));

    private static string[] Values(CompareReport report, string key) => [.. report.Cells
        .Select(cell => cell.Setting[key]).Distinct().OrderBy(double.Parse)];
}
