using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Federation.Governance.Spaces;

namespace Federation.Governance.Logbooks;

/// <summary>Writes values in the one encoding that is hashed and stored.</summary>
/// <remarks>
/// One value has one encoding, whatever the machine or its culture: big-endian numbers, UTF-8 with a
/// length before it, doubles as steps of 2^-40. Nothing names fields or types, so what is written
/// must begin with <see cref="Version"/>. <see cref="CanonicalReader"/> is the mirror.
/// </remarks>
[SuppressMessage("Naming", "CA1720", Justification = "The methods are named by what they encode.")]
public sealed class CanonicalWriter
{
    /// <summary>The version of the encoding; it changes with the layout of anything written.</summary>
    public const byte EncodingVersion = 1;

    internal static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    [ThreadStatic]
    private static CanonicalWriter? t_scratch;

    private byte[] _buffer;
    private int _length;

    /// <param name="capacity">How many bytes to expect; more may be written.</param>
    public CanonicalWriter(int capacity = 256)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _buffer = new byte[capacity];
    }

    /// <summary>An empty writer for bytes that are used up at once, as for hashing: whoever asks next
    /// on this thread gets the same one.</summary>
    internal static CanonicalWriter Scratch
    {
        get
        {
            var scratch = t_scratch ??= new CanonicalWriter(4096);
            scratch.Clear();
            return scratch;
        }
    }

    /// <summary>The bytes so far; valid until more is written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public byte[] ToArray() => Written.ToArray();

    /// <summary>Forgets what was written and keeps the room.</summary>
    public void Clear() => _length = 0;

    public void Version() => Byte(EncodingVersion);

    public void Byte(byte value) => Take(1)[0] = value;

    public void Int(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);

    public void Long(long value) => BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);

    public void ULong(ulong value) => BinaryPrimitives.WriteUInt64BigEndian(Take(sizeof(ulong)), value);

    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <exception cref="ArgumentException">The text has half a surrogate pair.</exception>
    public void Text(string value)
    {
        var size = Utf8.GetByteCount(value);
        Int(size);
        Utf8.GetBytes(value, Take(size));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Int(value.Length);
        value.CopyTo(Take(value.Length));
    }

    /// <summary>Bytes that are already in this encoding, without a length.</summary>
    internal void Raw(ReadOnlySpan<byte> encoded) => encoded.CopyTo(Take(encoded.Length));

    /// <summary>A number that is already a multiple of 2^-40, see <see cref="Fixed.Round(double)"/>.</summary>
    /// <exception cref="ArgumentException">It is not, or is 2^23 or more either way.</exception>
    public void Number(double value)
    {
        var steps = Fixed.ToLong(value);
        if (BitConverter.DoubleToInt64Bits(Fixed.FromLong(steps)) != BitConverter.DoubleToInt64Bits(value))
            throw new ArgumentException($"{value:R} is not rounded to 2^-40.", nameof(value));
        Long(steps);
    }

    public void Point(Point value)
    {
        Byte((byte)value.Dimensions);
        for (var i = 0; i < value.Dimensions; i++) Number(value[i]);
    }

    public void Digest(Digest value) => value.CopyTo(Take(Logbooks.Digest.Size));

    private Span<byte> Take(int size)
    {
        if (_buffer.Length - _length < size)
            Array.Resize(ref _buffer, Math.Max(_length + size, 2 * _buffer.Length));
        _length += size;
        return _buffer.AsSpan(_length - size, size);
    }
}
