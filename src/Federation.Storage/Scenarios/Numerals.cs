using System.Globalization;
using System.Text.RegularExpressions;

namespace Federation.Storage.Scenarios;

/// <summary>Numbers and spans of time as scenario files write them.</summary>
internal static partial class Numerals
{
    private const int DaysMax = 1_000_000;

    /// <summary>A whole number, or null; no decimals, no exponent, no grouping.</summary>
    public static object? Whole(string text) =>
        long.TryParse(
            text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole : null;

    /// <summary>A finite number, or null; ".inf", "NaN" and numbers with a unit are none.</summary>
    public static object? Number(string text) =>
        Decimal().IsMatch(text)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number : null;

    /// <summary>Whether text begins like a number and goes on, as "45 %" does.</summary>
    public static bool LooksFinite(string text) => WithUnit().IsMatch(text);

    /// <summary>A span in days, or null: "90", "90 days", "6 weeks", "12 months", "2
    /// years".</summary>
    /// <remarks>A year has 365 days and a month a twelfth of it, rounded down: 12 months are
    /// 365.</remarks>
    public static object? Days(string text)
    {
        var match = Span().Match(text.Trim());
        if (!match.Success
            || !long.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var count)
            || count > DaysMax) return null;
        var days = match.Groups[2].Value switch
        {
            "week" => count * 7,
            "month" => count * 365 / 12,
            "year" => count * 365,
            _ => count,
        };
        return days <= DaysMax ? (int)days : null;
    }

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[+-]?\d+(\.\d+)?\s*[^\d.,eE\s-]", RegexOptions.NonBacktracking)]
    private static partial Regex WithUnit();

    [GeneratedRegex(@"^(\d{1,9})(?:\s*(day|week|month|year)s?)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Span();
}
