using System.Globalization;

namespace Federation.Study.Tables;

/// <summary>A text as a cell of comma-separated values: RFC 4180, and nothing a spreadsheet would compute.</summary>
/// <remarks>Spreadsheets take a text that begins with = + - @ or a tab for a formula (OWASP, CSV Injection). It gets an
/// apostrophe before it, as does a text that begins with one, so that whoever reads takes one away. Numbers stay
/// numbers.</remarks>
public static class CsvCell
{
    private const string Computed = "=+-@\t\r\n'";

    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 0 && Computed.Contains(text[0]) && !double.TryParse(
                text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\n\r") >= 0
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
