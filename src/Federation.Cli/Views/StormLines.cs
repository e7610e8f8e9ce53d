using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>A comparison over a power grid: by which rule the limit was decided, by who then decides.</summary>
internal static class StormLines
{
    private static readonly (string Measure, string Domain)[] Totals =
    [
        ("stormUtility", "utility, by feeder"), ("stormUtilityWithData", "utility, circles' data"),
        ("stormWithinLimit", "feeders, within limit"), ("stormWithoutLimit", "feeders, no limit"),
    ];

    public static void Write(Page page, CompareReport report)
    {
        var cells = report.Cells.GroupBy(cell => cell.Name).ToList();
        double? Mean(IGrouping<string, CellReport> cell, string measure) =>
            cell.FirstOrDefault(one => one.Measure == measure)?.Mean;
        if (cells.Count == 0 || cells.Any(cell => Mean(cell, "stormUtility") is null)) return;
        page.Heading("Who opens the breaker: rule by domain, in customer-hours and ignitions at their worth");
        page.Table(
            ["", "limit", .. Totals.Select(one => one.Domain)],
            [.. cells.Select(cell => (IReadOnlyList<string>)
                [cell.Key, $"{Mean(cell, "stormLimit"):0.00}",
                    .. Totals.Select(one => $"{Mean(cell, one.Measure):#,0}")])]);
        if (cells.Count < 2) return;
        var table = cells.Select(cell => Totals.Select(one => Mean(cell, one.Measure) ?? 0).ToArray()).ToArray();
        var rules = Range(table.Select(row => row.Average()));
        var domains = Range(Totals.Select((_, at) => table.Average(row => row[at])));
        page.Line(domains > rules
            ? $"Where the decision sits moves the total by {domains:#,0}, what decides the limit by {rules:#,0}."
            : $"What decides the limit moves the total by {rules:#,0}, where the decision sits by {domains:#,0}: "
                + "the expectation that the domain matters more is falsified here.");
    }

    private static double Range(IEnumerable<double> values)
    {
        var all = values.ToArray();
        return all.Max() - all.Min();
    }
}
