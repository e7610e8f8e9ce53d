using System.Collections.Immutable;
using System.Security.Cryptography;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Tests.Logbooks;

public class MerkleTests
{
    private const int SizesMax = 70;

    private static readonly Digest[] Leaves =
        [.. Enumerable.Range(0, SizesMax).Select(i => MerkleFrontier.Leaf([(byte)i, 1, 2]))];

    [Fact]
    public void Leaves_and_nodes_have_the_tags_of_the_standard()
    {
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            MerkleFrontier.Leaf([]).ToString());
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            MerkleFrontier.Empty.Root.ToString());
    }

    /// <summary>The eight inputs and roots of Certificate Transparency's own reference tests.</summary>
    [Fact]
    public void The_published_tree_has_the_published_root()
    {
        string[] inputs =
        [
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f",
        ];
        var tree = inputs.Aggregate(
            MerkleFrontier.Empty,
            (tree, input) => tree.Append(MerkleFrontier.Leaf(Convert.FromHexString(input))));
        Assert.Equal("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", tree.Root.ToString());
    }

    [Fact]
    public void The_root_is_the_standards_recursive_one_at_every_size()
    {
        var tree = MerkleFrontier.Empty;
        for (var size = 0; size <= SizesMax; size++)
        {
            Assert.Equal((size, Root(Leaves[..size])), (tree.Size, tree.Root));
            if (size < SizesMax) tree = tree.Append(Leaves[size]);
        }
    }

    [Fact]
    public void A_frontier_survives_its_encoding()
    {
        var tree = MerkleFrontier.Empty;
        foreach (var leaf in Leaves)
        {
            tree = tree.Append(leaf);
            var writer = new CanonicalWriter();
            tree.Write(writer);
            var reader = new CanonicalReader(writer.Written);
            var read = MerkleFrontier.Read(ref reader);
            reader.End();
            Assert.Equal(tree, read);
            Assert.Equal(tree.Append(leaf).Root, read.Append(leaf).Root);
        }
    }

    [Fact]
    public void Every_entry_of_every_tree_is_proven()
    {
        for (var size = 1; size <= SizesMax; size++)
        {
            var root = Root(Leaves[..size]);
            for (var index = 0; index < size; index++)
            {
                var path = InclusionProof.Path(Leaves.AsSpan(0, size), index);
                Assert.Equal(root, InclusionProof.RootFrom(Leaves[index], index, size, path));
            }
        }
    }

    [Fact]
    public void Nothing_else_is_proven()
    {
        foreach (var size in new[] { 1, 2, 7, 8, 13 })
        {
            var root = Root(Leaves[..size]);
            for (var index = 0; index < size; index++)
            {
                var path = InclusionProof.Path(Leaves.AsSpan(0, size), index);
                Assert.False(Proves(Leaves[size], index, size, path, root));
                for (var other = 0; other < size; other++)
                    Assert.Equal(other == index, Proves(Leaves[index], other, size, path, root));
                for (var bit = 0; bit < 256; bit++)
                {
                    Assert.False(Proves(Flip(Leaves[index], bit), index, size, path, root));
                    for (var i = 0; i < path.Length; i++)
                        Assert.False(Proves(Leaves[index], index, size, path.SetItem(i, Flip(path[i], bit)), root));
                }

                Assert.False(Proves(Leaves[index], index, size, path.Add(root), root));
                if (path.Length > 0) Assert.False(Proves(Leaves[index], index, size, path.RemoveAt(0), root));
            }
        }
    }

    [Fact]
    public void Places_outside_the_tree_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.Path(Leaves, SizesMax));
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.RootFrom(Leaves[0], 1, 1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.RootFrom(Leaves[0], -1, 1, []));
        Assert.Throws<ArgumentException>(() => InclusionProof.RootFrom(Leaves[0], 0, 1, default));
    }

    private static bool Proves(Digest leaf, long index, long size, ImmutableArray<Digest> path, Digest root)
    {
        try
        {
            return InclusionProof.RootFrom(leaf, index, size, path) == root;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Digest Flip(Digest digest, int bit)
    {
        var bytes = Bytes(digest);
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return Digest.From(bytes);
    }

    /// <summary>MTH of RFC 9162 section 2.1.1, word for word.</summary>
    private static Digest Root(Digest[] leaves)
    {
        if (leaves.Length == 0) return Digest.From(SHA256.HashData([]));
        if (leaves.Length == 1) return leaves[0];
        var k = 1;
        while (k * 2 < leaves.Length) k *= 2;
        return Digest.From(SHA256.HashData([1, .. Bytes(Root(leaves[..k])), .. Bytes(Root(leaves[k..]))]));
    }

    private static byte[] Bytes(Digest digest)
    {
        var bytes = new byte[Digest.Size];
        digest.CopyTo(bytes);
        return bytes;
    }
}
