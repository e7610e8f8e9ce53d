using Federation.Study.Tables;
using Parquet;

namespace Federation.Study.Tests;

public sealed class TableTests
{
    private static readonly Table Sample = new(
        new Column.Words("name", ["a, \"b\"", "plain"]), new Column.Numbers("harm", [0.1, double.NaN]),
        new Column.Wholes("seed", [1, long.MaxValue]));

    [Fact]
    public void Commas_quotes_and_missing_numbers_are_written_as_tables_are_read()
    {
        using var text = new StringWriter();
        CsvFile.Write(text, Sample);

        Assert.Equal("name,harm,seed\n\"a, \"\"b\"\"\",0.1,1\nplain,,9223372036854775807\n", text.ToString());
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1,A2)", "\"'@SUM(A1,A2)\"")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'quoted", "''quoted")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void A_spreadsheet_computes_no_text_and_it_reads_back(string text, string cell)
    {
        Assert.Equal(cell, CsvCell.Text(text));
        var read = cell.Trim('"');
        Assert.Equal(text, read.StartsWith('\'') ? read[1..] : read);
    }

    [Fact]
    public async Task Parquet_reads_back_with_its_types_and_is_the_same_twice()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        await ParquetFile.WriteAsync(first, Sample);
        await ParquetFile.WriteAsync(second, Sample);
        Assert.Equal(first.ToArray(), second.ToArray());

        using var read = new MemoryStream(first.ToArray());
        await using var reader = await ParquetReader.CreateAsync(read);
        using var group = reader.OpenRowGroupReader(0);
        var fields = reader.Schema.DataFields;
        var (names, harm, seeds) = (new string[2], new double?[2], new long[2]);
        await group.ReadAsync(fields[0], names);
        await group.ReadAsync<double>(fields[1], harm);
        await group.ReadAsync<long>(fields[2], seeds);

        Assert.Equal(["name", "harm", "seed"], fields.Select(field => field.Name));
        Assert.Equal(["a, \"b\"", "plain"], names);
        Assert.Equal([0.1, null], harm);
        Assert.Equal([1, long.MaxValue], seeds);
    }

    [Fact]
    public void Columns_of_two_lengths_or_one_name_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Table(new Column.Words("a", ["x"]), new Column.Numbers("b", [])));
        Assert.Throws<ArgumentException>(() => new Table(new Column.Words("a", ["x"]), new Column.Words("a", ["y"])));
    }
}
