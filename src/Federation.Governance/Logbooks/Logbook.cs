using System.Collections.Immutable;

namespace Federation.Governance.Logbooks;

/// <summary>A circle's record of what happened, only ever added to.</summary>
/// <remarks>The open page is kept as it is stored: a circle's entries are hashed with every seal,
/// and read seldom.</remarks>
public sealed class Logbook
{
    public const int PageEntries = 32;

    private readonly ImmutableArray<byte> _open;

    private Logbook(MerkleFrontier tree, int pages, int count, ImmutableArray<byte> open) =>
        (Tree, Pages, OpenEntries, _open) = (tree, pages, count, open);

    public static Logbook Empty { get; } = new(MerkleFrontier.Empty, 0, 0, []);

    /// <summary>The Merkle tree over all entries, as its frontier.</summary>
    public MerkleFrontier Tree { get; }

    /// <summary>How many full pages were put away before the open one.</summary>
    public int Pages { get; }

    /// <summary>How many entries the open page has: fewer than <see cref="PageEntries"/>.</summary>
    public int OpenEntries { get; }

    /// <summary>The entries of the open page, oldest first.</summary>
    public ImmutableArray<Entry> Open => Decode(OpenEntries, _open.AsSpan());

    public long Entries => Tree.Size;

    /// <summary>This logbook with entries added; full pages come out, oldest first.</summary>
    public Logbook Add(ImmutableArray<Entry> entries, ImmutableArray<LogbookPage>.Builder full)
    {
        if (entries.IsEmpty) return this;
        var (tree, pages, count) = (Tree, Pages, OpenEntries);
        var writer = CanonicalWriter.Scratch;
        writer.Raw(_open.AsSpan());
        foreach (var entry in entries)
        {
            var start = writer.Written.Length;
            entry.Write(writer);
            tree = tree.Append(MerkleFrontier.Leaf(writer.Written[start..]));
            if (++count < PageEntries) continue;
            full.Add(new LogbookPage(pages++, Decode(count, writer.Written)));
            writer.Clear();
            count = 0;
        }

        return new Logbook(tree, pages, count, [.. writer.Written]);
    }

    public void Write(CanonicalWriter writer)
    {
        Tree.Write(writer);
        writer.Int(Pages);
        writer.Int(OpenEntries);
        writer.Raw(_open.AsSpan());
    }

    public static Logbook Read(ref CanonicalReader reader) =>
        Of(MerkleFrontier.Read(ref reader), reader.Int(), reader.List((ref r) => Entry.Read(ref r)));

    /// <summary>A logbook as somebody says it is; whether its tree fits its entries is not asked.</summary>
    public static Logbook Of(MerkleFrontier tree, int pages, ImmutableArray<Entry> open)
    {
        var writer = CanonicalWriter.Scratch;
        foreach (var entry in open) entry.Write(writer);
        return new Logbook(tree, pages, open.Length, [.. writer.Written]);
    }

    private static ImmutableArray<Entry> Decode(int count, ReadOnlySpan<byte> bytes)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>(count);
        for (var reader = new CanonicalReader(bytes); entries.Count < count;) entries.Add(Entry.Read(ref reader));
        return entries.MoveToImmutable();
    }
}

/// <summary>A full page of a logbook: stored by itself and never written again.</summary>
/// <param name="Number">Its place in the logbook, from 0.</param>
public sealed record LogbookPage(int Number, ImmutableArray<Entry> Entries)
{
    public byte[] Encode()
    {
        var writer = new CanonicalWriter();
        writer.Int(Number);
        writer.List(Entries, (w, entry) => entry.Write(w));
        return writer.ToArray();
    }

    public static LogbookPage Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        var page = new LogbookPage(reader.Int(), reader.List((ref r) => Entry.Read(ref r)));
        reader.End();
        return page;
    }
}
