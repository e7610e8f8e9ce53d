using System.Collections.Immutable;
using System.Numerics;

namespace Federation.Governance.Logbooks;

/// <summary>That an entry is in a logbook, shown by as many hashes as the tree is deep.</summary>
/// <remarks>RFC 9162 sections 2.1.3.1 (making a path) and 2.1.3.2 (checking one).</remarks>
public static class InclusionProof
{
    /// <summary>The siblings from a leaf up to the root.</summary>
    public static ImmutableArray<Digest> Path(ReadOnlySpan<Digest> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Length);
        var fromRoot = ImmutableArray.CreateBuilder<Digest>();
        while (leaves.Length > 1)
        {
            var left = Split(leaves.Length);
            var isLeft = index < left;
            fromRoot.Add(Root(isLeft ? leaves[left..] : leaves[..left]));
            leaves = isLeft ? leaves[..left] : leaves[left..];
            if (!isLeft) index -= left;
        }

        fromRoot.Reverse();
        return fromRoot.ToImmutable();
    }

    /// <summary>The root of the tree in which this leaf has this index and these siblings.</summary>
    /// <exception cref="ArgumentException">No path of this length fits this index and size.</exception>
    public static Digest RootFrom(Digest leaf, long index, long size, ImmutableArray<Digest> path)
    {
        if (index < 0 || index >= size) throw new ArgumentOutOfRangeException(nameof(index));
        if (path.IsDefault) throw new ArgumentException("There is no path.", nameof(path));
        var (node, last) = (index, size - 1);
        foreach (var sibling in path)
        {
            if (last == 0) throw new ArgumentException("The path is too long.", nameof(path));
            if ((node & 1) == 1 || node == last)
            {
                leaf = MerkleFrontier.Node(sibling, leaf);
                if ((node & 1) == 0)
                {
                    // The last node of a level has no right sibling: it rises until it is one itself.
                    var rise = BitOperations.TrailingZeroCount(node);
                    (node, last) = (node >> rise, last >> rise);
                }
            }
            else
            {
                leaf = MerkleFrontier.Node(leaf, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 ? leaf : throw new ArgumentException("The path is too short.", nameof(path));
    }

    private static Digest Root(ReadOnlySpan<Digest> leaves)
    {
        if (leaves.Length == 1) return leaves[0];
        var left = Split(leaves.Length);
        return MerkleFrontier.Node(Root(leaves[..left]), Root(leaves[left..]));
    }

    /// <summary>The largest power of two below the number of leaves.</summary>
    private static int Split(int leaves) => 1 << BitOperations.Log2((uint)(leaves - 1));
}
