using System.Collections.Immutable;
using Federation.Cli.Runs;
using Federation.Society.Measures;
using Federation.Study.Tables;

namespace Federation.Cli.Studies;

/// <summary>A comparison's facts as tables.</summary>
internal static class CompareTables
{
    /// <summary>One row a run: its settings, its draw, everything measured.</summary>
    public static Table Runs(StudyPlan plan, ImmutableArray<double>[] measured)
    {
        var rows = Enumerable.Range(0, plan.Runs).Select(plan.At).ToArray();
        var settings = plan.Cells[0].Settings.Select((setting, at) => (Column)new Column.Words(
            setting.Key, [.. rows.Select(row => row.Cell.Settings[at].Value)]));
        return new Table([
            .. settings,
            new Column.Words("draw.seed", [.. rows.Select(row => $"{row.Draw.Seed}")]),
            new Column.Wholes("draw.replication", [.. rows.Select(row => (long)row.Draw.Replication)]),
            .. RunMeasures.All.Select((measure, at) => new Column.Numbers(
                measure.Name, [.. measured.Select(values => values[at])])),
        ]);
    }

    public static Table Cells(CompareReport report) => new(
        Words("cell", report.Cells, cell => cell.Name), Words("rule", report.Cells, cell => cell.Rule),
        Words("shaped", report.Cells, cell => Yes(cell.Shaped)),
        Words("amendable", report.Cells, cell => Yes(cell.Amendable)),
        Words("nested", report.Cells, cell => Yes(cell.Nested)),
        Numbers("latitude", report.Cells, cell => cell.Latitude),
        Words("measure", report.Cells, cell => cell.Measure), Numbers("mean", report.Cells, cell => cell.Mean),
        Numbers("low", report.Cells, cell => cell.Low), Numbers("high", report.Cells, cell => cell.High),
        Numbers("n", report.Cells, cell => cell.N));

    public static Table Pairs(CompareReport report) => new(
        Words("a", report.Pairs, pair => pair.A), Words("b", report.Pairs, pair => pair.B),
        Words("measure", report.Pairs, pair => pair.Measure),
        Numbers("difference", report.Pairs, pair => pair.Difference),
        Numbers("low", report.Pairs, pair => pair.Low), Numbers("high", report.Pairs, pair => pair.High),
        Numbers("n", report.Pairs, pair => pair.N),
        Numbers("bootstrapLow", report.Pairs, pair => pair.BootstrapLow),
        Numbers("bootstrapHigh", report.Pairs, pair => pair.BootstrapHigh),
        Numbers("unpairedLow", report.Pairs, pair => pair.UnpairedLow),
        Numbers("unpairedHigh", report.Pairs, pair => pair.UnpairedHigh),
        Numbers("correlation", report.Pairs, pair => pair.Correlation),
        Numbers("effect", report.Pairs, pair => pair.Effect),
        Numbers("ratio", report.Pairs, pair => pair.Ratio), Words("verdict", report.Pairs, pair => pair.Verdict));

    private static Column.Words Words<T>(string name, IEnumerable<T> rows, Func<T, string> cell) =>
        new(name, [.. rows.Select(cell)]);

    private static Column.Numbers Numbers<T>(string name, IEnumerable<T> rows, Func<T, double?> cell) =>
        new(name, [.. rows.Select(row => cell(row) ?? double.NaN)]);

    private static string Yes(bool so) => so ? "yes" : "no";
}
