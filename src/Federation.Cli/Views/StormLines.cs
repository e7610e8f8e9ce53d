using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>A comparison over a power grid: by which rule the limit was decided, by who then decides.</summary>
internal static class StormLines
{
    public const string Title =
        "Who opens the breaker: rule by domain, in customer-hours and ignitions at their worth";

    private static readonly (string Measure, string Domain, string Short)[] Totals =
    [
        ("stormCounty", "utility, by county", "county"), ("stormUtility", "utility, by feeder", "feeder"),
        ("stormUtilityWithData", "utility, circles' data", "data"),
        ("stormWithinLimit", "feeders, within limit", "limit"), ("stormWithoutLimit", "feeders, no limit", "free"),
    ];

    /// <param name="Limit">The hazard index above which no line may stay closed.</param>
    /// <param name="ByDomain">What it cost, by who decides.</param>
    public sealed record Row(string Setting, double? Limit, IReadOnlyList<double> ByDomain);

    public static IReadOnlyList<string> Domains { get; } = [.. Totals.Select(one => one.Domain)];

    /// <summary>The same in a word each, for a narrow chart.</summary>
    public static IReadOnlyList<string> Shorts { get; } = [.. Totals.Select(one => one.Short)];

    /// <returns>One row a setting; none without a grid.</returns>
    public static IReadOnlyList<Row> Rows(CompareReport report)
    {
        var rows = new List<Row>();
        foreach (var cell in report.Cells.GroupBy(cell => cell.Name))
        {
            double? Mean(string measure) => cell.FirstOrDefault(one => one.Measure == measure)?.Mean;
            double[] costs = [.. Totals.Select(one => Mean(one.Measure)).OfType<double>()];
            if (costs.Length < Totals.Length) return [];
            rows.Add(new Row(cell.Key, Mean("stormLimit"), costs));
        }

        return rows;
    }

    /// <summary>Whether it matters more where the decision sits or how it is come to.</summary>
    public static string Said(IReadOnlyList<Row> rows)
    {
        var rules = Range(rows.Select(row => row.ByDomain.Average()));
        var domains = Range(Totals.Select((_, at) => rows.Average(row => row.ByDomain[at])));
        return domains > rules
            ? $"Where the decision sits moves the total by {domains:#,0}, what decides the limit by {rules:#,0}."
            : $"What decides the limit moves the total by {rules:#,0}, where the decision sits by {domains:#,0}: "
                + "the expectation that the domain matters more is falsified here.";
    }

    public static void Write(Page page, CompareReport report)
    {
        var rows = Rows(report);
        if (rows.Count == 0) return;
        page.Heading(Title);
        page.Table(
            ["", "limit", .. Domains],
            [.. rows.Select(row => (IReadOnlyList<string>)
                [row.Setting, $"{row.Limit:0.00}", .. row.ByDomain.Select(cost => $"{cost:#,0}")])]);
        if (rows.Count > 1) page.Line(Said(rows));
    }

    private static double Range(IEnumerable<double> values)
    {
        var all = values.ToArray();
        return all.Max() - all.Min();
    }
}
