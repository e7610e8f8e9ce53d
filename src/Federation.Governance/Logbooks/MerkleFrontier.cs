using System.Collections.Immutable;
using System.Numerics;

namespace Federation.Governance.Logbooks;

/// <summary>An append-only Merkle tree, kept as no more than its frontier.</summary>
/// <remarks>
/// The tree of RFC 9162 section 2.1: leaves hash 0x00 and the entry, nodes 0x01 and both children.
/// The frontier is the roots of its complete subtrees, the largest first: one for every 1 in the
/// size in binary, so at most 63. That is enough to append and to give the root.
/// </remarks>
public sealed class MerkleFrontier : IEquatable<MerkleFrontier>
{
    private readonly ImmutableArray<Digest> _peaks;
    private Digest? _root;

    private MerkleFrontier(long size, ImmutableArray<Digest> peaks)
    {
        Size = size;
        _peaks = peaks;
    }

    /// <summary>Longer entries are hashed from the heap.</summary>
    private const int StackMax = 512;

    /// <summary>The tree without leaves; its root is the hash of nothing.</summary>
    public static MerkleFrontier Empty { get; } = new(0, []);

    /// <summary>How many leaves there are.</summary>
    public long Size { get; }

    /// <summary>The hash that commits to every leaf and their order.</summary>
    public Digest Root => _root ??= RootOf(_peaks);

    public static Digest Leaf(ReadOnlySpan<byte> entry)
    {
        var size = 1 + entry.Length;
        var content = size <= StackMax ? stackalloc byte[size] : new byte[size];
        content[0] = 0x00;
        entry.CopyTo(content[1..]);
        return Digest.Of(content);
    }

    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> content = stackalloc byte[1 + (2 * Digest.Size)];
        content[0] = 0x01;
        left.CopyTo(content[1..]);
        right.CopyTo(content[(1 + Digest.Size)..]);
        return Digest.Of(content);
    }

    /// <summary>The tree with one more leaf.</summary>
    public MerkleFrontier Append(Digest leaf)
    {
        var merged = BitOperations.TrailingZeroCount(~Size);
        var peaks = ImmutableArray.CreateBuilder<Digest>(_peaks.Length - merged + 1);
        peaks.AddRange(_peaks, _peaks.Length - merged);
        for (var i = _peaks.Length - 1; i >= _peaks.Length - merged; i--) leaf = Node(_peaks[i], leaf);
        peaks.Add(leaf);
        return new MerkleFrontier(Size + 1, peaks.MoveToImmutable());
    }

    /// <summary>The first stretch of leaves that is not the same as in a tree of the same size: as narrow
    /// as the two frontiers tell. Null when all are.</summary>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public (long First, long Count)? Differing(MerkleFrontier other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Size != Size) throw new ArgumentException("The trees have different sizes.", nameof(other));
        var (first, peak) = (0L, 0);
        for (var height = 62; height >= 0; height--)
        {
            var count = 1L << height;
            if ((Size & count) == 0) continue;
            if (_peaks[peak] != other._peaks[peak]) return (first, count);
            (first, peak) = (first + count, peak + 1);
        }

        return null;
    }

    public void Write(CanonicalWriter writer)
    {
        writer.Long(Size);
        foreach (var peak in _peaks) writer.Digest(peak);
    }

    /// <exception cref="MalformedEncodingException">The size is negative, or peaks are missing.</exception>
    public static MerkleFrontier Read(ref CanonicalReader reader)
    {
        var at = reader.Offset;
        var size = reader.Long();
        if (size < 0) throw new MalformedEncodingException(at, "a size of zero or more");
        var peaks = ImmutableArray.CreateBuilder<Digest>(BitOperations.PopCount((ulong)size));
        while (peaks.Count < peaks.Capacity) peaks.Add(reader.Digest());
        return new MerkleFrontier(size, peaks.MoveToImmutable());
    }

    public bool Equals(MerkleFrontier? other) =>
        other is not null && Size == other.Size && _peaks.AsSpan().SequenceEqual(other._peaks.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as MerkleFrontier);

    public override int GetHashCode() => HashCode.Combine(Size, Root);

    private static Digest RootOf(ImmutableArray<Digest> peaks)
    {
        if (peaks.IsEmpty) return Digest.Of([]);
        var root = peaks[^1];
        for (var i = peaks.Length - 2; i >= 0; i--) root = Node(peaks[i], root);
        return root;
    }
}
