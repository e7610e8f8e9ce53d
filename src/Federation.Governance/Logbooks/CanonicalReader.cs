using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Federation.Governance.Spaces;

namespace Federation.Governance.Logbooks;

/// <summary>Reads what <see cref="CanonicalWriter"/> wrote, and refuses everything else.</summary>
/// <remarks>
/// Whatever it accepts, the writer would write back byte for byte. Whatever is malformed throws
/// <see cref="MalformedEncodingException"/> and nothing else.
/// </remarks>
[SuppressMessage("Naming", "CA1720", Justification = "The methods are named by what they encode.")]
public ref struct CanonicalReader(ReadOnlySpan<byte> input)
{
    private readonly ReadOnlySpan<byte> _input = input;

    /// <summary>How many bytes have been read.</summary>
    public int Offset { get; private set; }

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => _input.Length - Offset;

    /// <summary>What to throw when the bytes just read are no such thing.</summary>
    public readonly MalformedEncodingException Malformed(string expected) => new(Offset, expected);

    public void Version()
    {
        var at = Offset;
        if (Byte() != CanonicalWriter.EncodingVersion)
            throw new MalformedEncodingException(at, $"encoding version {CanonicalWriter.EncodingVersion}");
    }

    public byte Byte() => Take(1, "a byte")[0];

    public int Int() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int), "a 4-byte number"));

    public long Long() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long), "an 8-byte number"));

    public ulong ULong() => BinaryPrimitives.ReadUInt64BigEndian(Take(sizeof(ulong), "an 8-byte number"));

    public bool Bool()
    {
        var at = Offset;
        return Byte() switch
        {
            0 => false,
            1 => true,
            _ => throw new MalformedEncodingException(at, "0 or 1"),
        };
    }

    public string Text()
    {
        var bytes = Bytes();
        try
        {
            return CanonicalWriter.Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new MalformedEncodingException(Offset - bytes.Length, "text in UTF-8");
        }
    }

    /// <summary>A stretch of the input itself, not a copy.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var at = Offset;
        var size = Int();
        return size >= 0
            ? Take(size, $"{size} bytes")
            : throw new MalformedEncodingException(at, "a length of zero or more");
    }

    public double Number()
    {
        var at = Offset;
        var steps = Long();
        var value = Fixed.FromLong(steps);
        return IsExact(steps)
            ? value
            : throw new MalformedEncodingException(at, "a number of at most 53 significant bits");
    }

    public Point Point()
    {
        var at = Offset;
        var dimensions = Byte();
        if (dimensions is 0 or > Spaces.Point.DimensionsMax)
            throw new MalformedEncodingException(at, $"1 to {Spaces.Point.DimensionsMax} dimensions");
        Span<double> coordinates = stackalloc double[dimensions];
        for (var i = 0; i < dimensions; i++) coordinates[i] = Number();
        return new Point(coordinates);
    }

    public Digest Digest() => Logbooks.Digest.From(Take(Logbooks.Digest.Size, "a 32-byte digest"));

    /// <summary>Nothing may be left over.</summary>
    public readonly void End()
    {
        if (Offset != _input.Length)
            throw new MalformedEncodingException(Offset, "the end of the input");
    }

    /// <summary>Whether a double holds the steps exactly; long.MinValue, -2^23, is beyond the writer's range.</summary>
    private static bool IsExact(long steps) =>
        steps != long.MinValue && (Int128)(double)steps == steps;

    private ReadOnlySpan<byte> Take(int size, string expected)
    {
        if (_input.Length - Offset < size) throw new MalformedEncodingException(Offset, expected);
        Offset += size;
        return _input.Slice(Offset - size, size);
    }
}
