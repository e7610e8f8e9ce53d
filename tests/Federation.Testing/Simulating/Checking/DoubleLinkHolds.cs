using Federation.Governance.Circles;
using Federation.Governance.Federating;

namespace Federation.Testing.Simulating.Checking;

/// <summary>Parent and child name the same link persons, and no one holds both links of a circle.</summary>
internal sealed class DoubleLinkHolds : Checker
{
    public override void Stored(Errand.Store store)
    {
        foreach (var link in store.Circle.Links)
            if (link.Leader is { } leader && link.Delegates.Any(delegated => delegated.Person == leader.Person))
                throw new BrokenPromiseException($"{store.Circle.Id}: {leader.Person} holds both links of a circle below");
    }

    public override void End(Store store)
    {
        var circles = store.Circles.ToDictionary(one => one.Key, one => Circle.Decode(one.Value.Bytes));
        foreach (var child in circles.Values)
        {
            if (child.Id.Parent is not { } above || !circles.TryGetValue(above, out var parent)) continue;
            if (parent.Links.IsEmpty || child.Cycle > parent.Cycle) continue;
            var link = parent.Links.FirstOrDefault(link =>
                link.Leader?.Person == child.Leader
                && link.Delegates.Select(one => one.Person).SequenceEqual(child.Delegates));
            if (link is null) throw new BrokenPromiseException($"{parent.Id} and {child.Id} name different link persons");
        }
    }
}
