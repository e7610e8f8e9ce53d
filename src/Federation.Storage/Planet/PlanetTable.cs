using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace Federation.Storage.Planet;

/// <summary>One comma-separated file, row by row; every complaint names file, line and
/// column.</summary>
internal sealed class PlanetTable
{
    private static readonly CsvReaderOptions Format = new()
    {
        Separator = ',',
        FieldCountMismatch = CsvFieldCountHandling.Throw,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrackLineNumbers = true,
        SkipEmptyLines = false,
    };

    private readonly CsvReader _csv;
    private readonly string _file;

    private PlanetTable(string file, CsvReader csv) => (_file, _csv) = (file, csv);

    public static ImmutableArray<T> Read<T>(
        string file, Func<string, Stream> open, Func<PlanetTable, T> row)
    {
        using var stream = open(file);
        using var csv = CsvReader.Create(stream, Format);
        var table = new PlanetTable(file, csv);
        try
        {
            var rows = ImmutableArray.CreateBuilder<T>();
            while (csv.Read()) rows.Add(row(table));
            return rows.DrainToImmutable();
        }
        catch (CsvFormatException malformed)
        {
            throw new PlanetFileException(file, (int)malformed.LineNumber, malformed.Message);
        }
    }

    public string Text(string column) => _csv.GetString(IndexOf(column));

    public string Required(string column) =>
        Text(column) is { Length: > 0 } text ? text : throw Bad($"'{column}' is empty");

    /// <summary>A count of inhabitants; empty counts as none known, 0.</summary>
    public long Count(string column)
    {
        var text = _csv.GetSpan(IndexOf(column));
        if (text.IsEmpty) return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Bad($"'{column}' is '{Text(column)}', not a whole number of 0 or more");
    }

    /// <summary>An angle in degrees, between minus and plus the bound.</summary>
    public double Degrees(string column, double bound)
    {
        var text = _csv.GetSpan(IndexOf(column));
        var culture = CultureInfo.InvariantCulture;
        if (double.TryParse(text, NumberStyles.Float, culture, out var angle)
            && Math.Abs(angle) <= bound) return angle;
        throw Bad($"'{column}' is '{Text(column)}', not degrees between -{bound} and {bound}");
    }

    private int IndexOf(string column) =>
        _csv.TryGetFieldIndex(column, out var index)
            ? index
            : throw Bad($"there is no column '{column}'");

    private PlanetFileException Bad(string reason) => new(_file, (int)_csv.LineNumber, reason);
}
