using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Testing.Simulating.Checking;

/// <summary>What once stood in a logbook stands there unchanged in every later state of it, page by page.</summary>
internal sealed class LogbookOnlyGrows : Checker
{
    private readonly Dictionary<CircleId, (MerkleFrontier Tree, List<Digest> Leaves)> _known = [];

    public override void Stored(Errand.Store store)
    {
        var (id, book) = (store.Circle.Id, store.Circle.Logbook);
        var (tree, leaves) = _known.GetValueOrDefault(id, (MerkleFrontier.Empty, []));
        if (book.Tree.Equals(tree)) return;
        if (book.Tree.Size < tree.Size) throw new BrokenPromiseException($"{id}: its logbook lost entries");
        var first = (book.Pages - store.Pages.Length) * Logbook.PageEntries;
        var now = store.Pages.SelectMany(page => page.Entries).Concat(book.Open)
            .Select(entry => MerkleFrontier.Leaf(entry.Encode())).ToList();
        for (var i = first; i < leaves.Count; i++)
            if (leaves[i] != now[i - first]) throw new BrokenPromiseException($"{id}: entry {i} of its logbook was rewritten");
        for (var i = leaves.Count; i < first + now.Count; i++)
        {
            leaves.Add(now[i - first]);
            tree = tree.Append(leaves[i]);
        }

        if (!tree.Equals(book.Tree)) throw new BrokenPromiseException($"{id}: its logbook's tree is not that of its entries");
        _known[id] = (tree, leaves);
    }

    /// <summary>Every page has the entries it was sealed with.</summary>
    public override void End(Store store, Books books)
    {
        foreach (var (id, (circle, entries)) in books)
        {
            var tree = entries.Aggregate(
                MerkleFrontier.Empty, (tree, entry) => tree.Append(MerkleFrontier.Leaf(entry.Encode())));
            if (!tree.Equals(circle.Logbook.Tree))
                throw new BrokenPromiseException($"{id}: its stored pages are not its logbook");
        }
    }
}
