using System.Globalization;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>Expected beside measured, group by group.</summary>
internal static class CheckView
{
    /// <summary>Of words; --json has them whole.</summary>
    private const int Longest = 60;

    public static void Write(Page page, CheckReport told)
    {
        if (told.Rows.Length < told.Planned)
            page.Line($"Of {told.Planned} rows {told.Rows.Length} were taken.");
        page.Heading(told.Passed == told.Rows.Length
            ? $"All {told.Rows.Length} rows are as expected."
            : $"{told.Rows.Length - told.Passed} of {told.Rows.Length} rows are not as expected.");
        foreach (var group in told.Rows.GroupBy(row => row.Group))
        {
            var title = char.ToUpperInvariant(group.Key[0]) + group.Key[1..];
            page.Heading($"{title}: {group.Count(row => row.Ok)} of {group.Count()}");
            page.Table(["", "row", "setting", "expected", "measured", "tolerance", "source"],
                [.. group.Select(row => (IReadOnlyList<string>)
                [
                    row.Ok ? "ok" : "NOT", row.Id, row.Setting, Told(row.Expected),
                    row.Measured.Equals(row.Expected) ? "the same" : Told(row.Measured), Allowed(row), row.Source,
                ])]);
        }

        if (told.NotHeld.Length > 0) page.Heading("Said by sources and held by no row");
        foreach (var one in told.NotHeld)
            page.Line($"{(one.Id.Length > 0 ? $"{one.Id}: " : "")}{one.Said}: {one.Why}.");
        page.Line($"Known answers check the mathematics; they say nothing about societies. {told.Seconds:0.0} s, "
            + (told.Effort == "full" ? "samples at full size." : "small samples; --full for full size."));
    }

    private static string Told(object value) => value switch
    {
        double number => number.ToString("0.########", CultureInfo.InvariantCulture),
        string { Length: > Longest } words => words[..Longest] + "...",
        _ => (string)value,
    };

    private static string Allowed(CheckLine row) =>
        row.Expected is string ? "" : row.Tolerance == 0 ? "exact"
        : row.Tolerance.ToString("0.##e0", CultureInfo.InvariantCulture);
}
