using CsCheck;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Logbooks;

public class CanonicalEncodingTests
{
    private static readonly string[] Things =
        ["version", "bool", "int", "long", "text", "bytes", "number", "point", "digest", "frontier"];

    [Fact]
    public void The_layout_is_pinned()
    {
        var writer = new CanonicalWriter(capacity: 0);
        writer.Version();
        writer.Byte(7);
        writer.Int(-2);
        writer.Long(3);
        writer.ULong(ulong.MaxValue);
        writer.Bool(true);
        writer.Text("é");
        writer.Bytes([9, 8]);
        writer.Number(-.5);
        writer.Point(new(1));
        writer.Digest(Digest.Of([]));
        Assert.Equal(
            "01" + "07" + "fffffffe" + "0000000000000003" + "ffffffffffffffff" + "01"
            + "00000002c3a9" + "000000020908" + "ffffff8000000000" + "01" + "0000010000000000"
            + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            Convert.ToHexStringLower(writer.Written));
    }

    [Fact]
    public void Whatever_is_written_is_read_back() =>
        Gen.Select(
            Gen.Int, Gen.Long, Gen.ULong, Gen.Bool, Gen.String[Gen.Char['a', 'ÿ'], 0, 20],
            Gen.Byte.Array[0, 300], Gen.Double[-8e6, 8e6].Array[1, 8]).Sample(
            (number, large, word, flag, text, bytes, coordinates) =>
            {
                var point = Fixed.Round(new Point(coordinates));
                var writer = new CanonicalWriter(16);
                writer.Int(number);
                writer.Long(large);
                writer.ULong(word);
                writer.Bool(flag);
                writer.Text(text);
                writer.Bytes(bytes);
                writer.Point(point);
                writer.Digest(Digest.Of(bytes));

                var reader = new CanonicalReader(writer.ToArray());
                Assert.Equal(number, reader.Int());
                Assert.Equal(large, reader.Long());
                Assert.Equal(word, reader.ULong());
                Assert.Equal(flag, reader.Bool());
                Assert.Equal(text, reader.Text());
                Assert.Equal(bytes, reader.Bytes().ToArray());
                Assert.Equal(point, reader.Point());
                Assert.Equal(Digest.Of(bytes), reader.Digest());
                reader.End();
            });

    [Theory]
    [InlineData("02", 0, "encoding version 1", "version")]
    [InlineData("02", 0, "0 or 1", "bool")]
    [InlineData("", 0, "a byte", "bool")]
    [InlineData("000000", 0, "a 4-byte number", "int")]
    [InlineData("00000000000000", 0, "an 8-byte number", "long")]
    [InlineData("ffffffff", 0, "a length of zero or more", "bytes")]
    [InlineData("0000000361", 4, "3 bytes", "text")]
    [InlineData("7fffffff61", 4, "2147483647 bytes", "bytes")]
    [InlineData("00000002c328", 4, "text in UTF-8", "text")]
    [InlineData("00000002c080", 4, "text in UTF-8", "text")]
    [InlineData("00000003eda080", 4, "text in UTF-8", "text")]
    [InlineData("00", 0, "1 to 8 dimensions", "point")]
    [InlineData("09", 0, "1 to 8 dimensions", "point")]
    [InlineData("010020000000000001", 1, "a number of at most 53 significant bits", "point")]
    [InlineData("8000000000000000", 0, "a number of at most 53 significant bits", "number")]
    [InlineData("7fffffffffffffff", 0, "a number of at most 53 significant bits", "number")]
    [InlineData("00", 0, "a 32-byte digest", "digest")]
    [InlineData("00", 0, "the end of the input", "end")]
    public void Malformed_input_is_refused_where_it_goes_wrong(
        string hex, int offset, string expected, string what)
    {
        var input = Convert.FromHexString(hex);
        var refused = Assert.Throws<MalformedEncodingException>(() => Read(input, what));
        Assert.Equal((offset, expected), (refused.Offset, refused.Expected));
    }

    [Fact]
    public void No_input_is_refused_in_any_other_way_or_read_from_two_encodings() =>
        Gen.Select(
            Gen.OneOf(Gen.Byte, Gen.Byte[0, 3]).Array[0, 60],
            Gen.Int[0, Things.Length - 1].Select(i => Things[i])).Sample(
            (input, what) =>
            {
                try
                {
                    Assert.Equal(input, Read(input, what));
                }
                catch (MalformedEncodingException refused)
                {
                    Assert.InRange(refused.Offset, 0, input.Length);
                }
            },
            iter: 20_000);

    [Theory]
    [InlineData(.1)]
    [InlineData(-0.0)]
    [InlineData(double.NaN)]
    [InlineData(8388608)]
    public void Numbers_without_a_canonical_form_are_not_written(double value) =>
        Assert.ThrowsAny<ArgumentException>(() => new CanonicalWriter().Number(value));

    [Fact]
    public void Half_a_surrogate_pair_is_not_written() =>
        Assert.ThrowsAny<ArgumentException>(() => new CanonicalWriter().Text("\ud800"));

    [Fact]
    public void A_cleared_writer_begins_anew()
    {
        var writer = new CanonicalWriter(4);
        writer.Long(-1);
        writer.Clear();
        writer.Byte(5);
        Assert.Equal([5], writer.ToArray());
    }

    /// <summary>Reads one thing to the end of the input, and writes it again.</summary>
    private static byte[] Read(byte[] input, string what)
    {
        var reader = new CanonicalReader(input);
        var writer = new CanonicalWriter();
        switch (what)
        {
            case "version":
                reader.Version();
                writer.Version();
                break;
            case "bool": writer.Bool(reader.Bool()); break;
            case "int": writer.Int(reader.Int()); break;
            case "long": writer.Long(reader.Long()); break;
            case "text": writer.Text(reader.Text()); break;
            case "bytes": writer.Bytes(reader.Bytes()); break;
            case "number": writer.Number(reader.Number()); break;
            case "point": writer.Point(reader.Point()); break;
            case "digest": writer.Digest(reader.Digest()); break;
            case "frontier": MerkleFrontier.Read(ref reader).Write(writer); break;
        }

        reader.End();
        return writer.ToArray();
    }
}
