using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Linking;
using Federation.Governance.Logbooks;

namespace Federation.Testing.Simulating.Checking;

/// <summary>Each child and its parent's entry for this very child name the same delegates and the same leader; both
/// are there, unless the child told that its link is incomplete, and no one holds both.</summary>
internal sealed class DoubleLinkHolds(Situation situation) : Checker
{
    public override void Stored(Errand.Store store)
    {
        foreach (var link in store.Circle.Links)
            if (link.Leader is { } leader && link.Delegates.Any(delegated => delegated.Person == leader.Person))
                throw new BrokenPromiseException($"{store.Circle.Id}: {leader.Person} holds both links of a circle below");
    }

    public override void End(Store store, Books books)
    {
        foreach (var (id, (parent, _)) in books)
        {
            var children = situation.Of(id).Children;
            if (parent.Links.Length != children.Length)
                throw new BrokenPromiseException($"{id} has {parent.Links.Length} links to {children.Length} circles below");
            for (var at = 0; at < children.Length; at++)
            {
                if (!books.TryGetValue(children[at], out var child))
                    throw new BrokenPromiseException($"{id} has a link to {children[at]}, which is not there");
                Require(parent.Links[at], child.Circle, child.Entries);
            }
        }
    }

    private void Require(DoubleLink link, Circle child, List<Entry> told)
    {
        if (link.Leader?.Person != child.Leader
            || !link.Delegates.Select(one => one.Person).SequenceEqual(child.Delegates))
            throw new BrokenPromiseException($"{child.Id} and the circle above it name different link persons");
        var isWhole = !child.Delegates.IsEmpty
            && (child.Leader is not null || situation.Of(child.Id).Practice.Links.Kind is LinkKind.Single);
        if (!isWhole && !told.Exists(entry => entry.Kind is EntryKind.LinkIncomplete))
            throw new BrokenPromiseException($"{child.Id} lacks a link person and never told");
    }
}
