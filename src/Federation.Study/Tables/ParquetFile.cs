using Parquet;
using Parquet.Schema;

namespace Federation.Study.Tables;

/// <summary>A table as Apache Parquet: what pandas, R's arrow and DuckDB read with its types.</summary>
public static class ParquetFile
{
    /// <summary>One row group; a number that was not measured is null.</summary>
    public static async Task WriteAsync(Stream file, Table table, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var fields = table.Columns.Select(Field).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file,
            cancellationToken: stop);
        using var group = writer.CreateRowGroup();
        for (var i = 0; i < fields.Length; i++) await Write(group, fields[i], table.Columns[i]);
    }

    private static Task Write(ParquetRowGroupWriter group, DataField field, Column column) => column switch
    {
        Column.Numbers numbers => group.WriteAsync<double>(
            field, numbers.Values.Select(value => double.IsFinite(value) ? value : (double?)null).ToArray()),
        Column.Wholes wholes => group.WriteAsync<long>(field, wholes.Values.ToArray()),
        _ => group.WriteAsync(field, [.. ((Column.Words)column).Values]),
    };

    private static DataField Field(Column column) => column switch
    {
        Column.Numbers => new DataField<double?>(column.Name),
        Column.Wholes => new DataField<long>(column.Name),
        _ => new DataField<string>(column.Name),
    };
}
