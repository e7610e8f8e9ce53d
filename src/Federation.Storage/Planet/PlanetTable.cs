using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Federation.Storage.Planet;

/// <summary>One comma-separated file, row by row; every complaint names file, line and column.</summary>
internal sealed class PlanetTable
{
    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        CacheFields = false,
        DetectColumnCountChanges = true,
        BadDataFound = null,
    };

    private readonly CsvReader _csv;
    private readonly string _file;

    private PlanetTable(string file, CsvReader csv) => (_file, _csv) = (file, csv);

    public static ImmutableArray<T> Read<T>(
        string file, Func<string, Stream> open, Func<PlanetTable, T> row)
    {
        using var text = new StreamReader(open(file), Encoding.UTF8);
        using var csv = new CsvReader(text, Format);
        var table = new PlanetTable(file, csv);
        try
        {
            var rows = ImmutableArray.CreateBuilder<T>();
            if (!csv.Read() || !csv.ReadHeader()) throw table.Bad("there is no header");
            while (csv.Read()) rows.Add(row(table));
            return rows.DrainToImmutable();
        }
        catch (BadDataException)
        {
            throw table.Bad("not as many fields as the header has");
        }
    }

    public string Text(string column) =>
        _csv.TryGetField<string>(column, out var text)
            ? text ?? ""
            : throw Bad($"there is no column '{column}'");

    public string Required(string column) =>
        Text(column) is { Length: > 0 } text ? text : throw Bad($"'{column}' is empty");

    /// <summary>A count of inhabitants; empty counts as none known, 0.</summary>
    public long Count(string column)
    {
        var text = Text(column);
        if (text.Length == 0) return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Bad($"'{column}' is '{text}', not a whole number of 0 or more");
    }

    /// <summary>An angle in degrees, between minus and plus the bound.</summary>
    public double Degrees(string column, double bound)
    {
        var text = Text(column);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var angle)
            && Math.Abs(angle) <= bound
                ? angle
                : throw Bad($"'{column}' is '{text}', not degrees between -{bound} and {bound}");
    }

    private PlanetFileException Bad(string reason) =>
        new(_file, Math.Max(1, _csv.Parser.RawRow), reason);
}
