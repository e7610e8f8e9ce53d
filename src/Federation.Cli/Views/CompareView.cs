using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>A comparison for a person: a table of means, then what it says and what it does not.</summary>
internal static class CompareView
{
    /// <summary>Columns a terminal has room for.</summary>
    private static readonly string[] Shown =
        ["harmMean", "harmWorstDecile", "outsideTolerance", "decisionYield", "personHours", "weeks"];

    public static void Write(Page page, CompareReport report)
    {
        page.Heading($"{report.Scenario}: "
            + $"{Say.Count(report.Replications, "replication", "replications")} of each, on the same draws");
        page.Table(
            ["", .. Shown],
            [.. report.Cells.GroupBy(cell => cell.Name).Select(cell => (IReadOnlyList<string>)
                [cell.Key, .. Shown.Select(name => Of(cell.First(one => one.Measure == name)))])]);
        page.Line($"Means with 95 % intervals. {report.Structure}.");
        StormLines.Write(page, report);
        page.Heading("What the figures say");
        foreach (var sentence in report.Says) page.Line($"  {sentence}");
        page.Heading("What they do not say");
        foreach (var sentence in report.SaysNot) page.Line($"  {sentence}");
        page.Line("");
        page.Line($"Took {report.WallSeconds:0.0} s; all measures, runs and pairs are in "
            + $"{report.Folder}, the charts in report.html.");
    }

    private static string Of(CellReport cell) => cell.Mean is not { } mean ? "none"
        : cell is { Low: { } low, High: { } high } ? $"{Figure(mean)} ({Figure(low)} to {Figure(high)})" : Figure(mean);

    private static string Figure(double value) => Math.Abs(value) >= 10 ? value.ToString("#,0")
        : value.ToString("0.###");
}
