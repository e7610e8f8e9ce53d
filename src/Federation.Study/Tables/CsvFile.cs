using System.Globalization;

namespace Federation.Study.Tables;

/// <summary>A table as comma-separated values with one header line: RFC 4180, line feeds.</summary>
public static class CsvFile
{
    /// <summary>Numbers in the fewest digits that read back the same; nothing where none was measured.</summary>
    public static void Write(TextWriter text, Table table)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(table);
        text.Write(string.Join(',', table.Columns.Select(column => CsvCell.Text(column.Name))));
        text.Write('\n');
        for (var row = 0; row < table.Rows; row++)
        {
            text.Write(string.Join(',', table.Columns.Select(column => Cell(column, row))));
            text.Write('\n');
        }
    }

    private static string Cell(Column column, int row) => column switch
    {
        Column.Numbers numbers => double.IsFinite(numbers.Values[row])
            ? numbers.Values[row].ToString("R", CultureInfo.InvariantCulture) : "",
        Column.Wholes wholes => wholes.Values[row].ToString(CultureInfo.InvariantCulture),
        Column.Words words => CsvCell.Text(words.Values[row]),
        _ => "",
    };
}
