using System.Collections.Immutable;

namespace Federation.Governance.Logbooks;

/// <summary>A circle's record of what happened, only ever added to.</summary>
/// <param name="Tree">The Merkle tree over all entries, as its frontier.</param>
/// <param name="Pages">How many full pages were put away before the open one.</param>
/// <param name="Open">The entries of the open page, oldest first; fewer than <see cref="PageEntries"/>.</param>
public sealed record Logbook(MerkleFrontier Tree, int Pages, ImmutableArray<Entry> Open)
{
    public const int PageEntries = 32;

    public static Logbook Empty { get; } = new(MerkleFrontier.Empty, 0, []);

    public long Entries => Tree.Size;

    /// <summary>This logbook with entries added; full pages come out, oldest first.</summary>
    public Logbook Add(ImmutableArray<Entry> entries, ImmutableArray<LogbookPage>.Builder full)
    {
        if (entries.IsEmpty) return this;
        var tree = Tree;
        foreach (var entry in entries) tree = tree.Append(MerkleFrontier.Leaf(entry.Encode()));
        ImmutableArray<Entry> open = [.. Open, .. entries];
        var pages = Pages;
        while (open.Length >= PageEntries)
        {
            full.Add(new LogbookPage(pages++, open[..PageEntries]));
            open = open[PageEntries..];
        }

        return new Logbook(tree, pages, open);
    }

    public void Write(CanonicalWriter writer)
    {
        Tree.Write(writer);
        writer.Int(Pages);
        writer.List(Open, (w, entry) => entry.Write(w));
    }

    public static Logbook Read(ref CanonicalReader reader) =>
        new(MerkleFrontier.Read(ref reader), reader.Int(), reader.List((ref r) => Entry.Read(ref r)));
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
