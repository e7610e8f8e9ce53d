using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>Whose a matter is: the domains of a circle and its children as they are now.</summary>
public static class Owning
{
    /// <summary>A circle's own domain: as last changed by its parent, or else as founded.</summary>
    public static Domain Of(Circle circle, Surroundings here) => circle.Domain ?? here.Domain;

    /// <summary>A child's domain as its parent knows it.</summary>
    public static Domain Below(Circle circle, int child, Surroundings here) =>
        circle.Links[child].Domain ?? here.DomainBelow(child);

    /// <summary>Whether a circle may settle a matter: its domain covers it, or it delegated the domain
    /// that is to change, and no other circle was given the same.</summary>
    internal static bool Has(Circle circle, Proposal proposal, Surroundings here) => proposal.Change is { } change
        ? change.Parent == here.Id
        : Of(circle, here).Covers(proposal) && !Contested(circle, proposal, here);

    /// <summary>A founding may have given one domain to two circles; who was given it since then, by a
    /// parent that knows both, has it alone.</summary>
    internal static bool Contested(Circle circle, Proposal proposal, Surroundings here) =>
        proposal.Change is null && circle.Domain is null && here.IsContested(proposal);

    /// <summary>The children whose domain a matter lies in.</summary>
    internal static List<int> Covering(Circle circle, Proposal proposal, Surroundings here)
    {
        var covering = new List<int>();
        for (var child = 0; child < circle.Links.Length; child++)
            if (proposal.Change is { } change
                ? change.Parent.IsWithin(here.Children[child])
                : Below(circle, child, here).Covers(proposal)) covering.Add(child);
        return covering;
    }

    /// <summary>What the domain leaves open to the circle's texts in one matter; a text that came from
    /// above may lie outside and is then as far as it goes.</summary>
    internal static Bounds Bounds(Circle circle, Surroundings here, Facets facets, Point? from = null)
    {
        var bounds = Of(circle, here).Bounds;
        var (low, high) = (facets.Of(bounds.Low), facets.Of(bounds.High));
        if (from is not { } text) return new Bounds(low, high);
        for (var i = 0; i < text.Dimensions; i++)
            (low, high) = (low.With(i, Math.Min(low[i], text[i])), high.With(i, Math.Max(high[i], text[i])));
        return new Bounds(low, high);
    }

    /// <summary>The children a change concerns: the one it names, and those that would decide the same
    /// for the same people before or after it.</summary>
    internal static List<int> Concerned(Circle circle, DomainChange change, Surroundings here)
    {
        var named = here.Children.IndexOf(change.Circle);
        var concerned = new List<int>();
        if (named < 0) return concerned;
        var before = Below(circle, named, here);
        var after = change.Apply(before, Of(circle, here));
        var dimensions = change.About(before);
        for (var child = 0; child < circle.Links.Length; child++)
        {
            var theirs = Below(circle, child, here);
            theirs = theirs with { Dimensions = [.. theirs.Dimensions.Where(dimensions.Contains)] };
            if (child == named || theirs.Rivals(before) || theirs.Rivals(after)) concerned.Add(child);
        }

        return concerned;
    }

    /// <summary>A child's domain after a change: the one named has what was agreed, the others lose what
    /// it was given, so that it has one owner.</summary>
    internal static Domain After(Circle circle, DomainChange change, int child, Surroundings here)
    {
        var before = Below(circle, child, here);
        return here.Children[child] == change.Circle ? change.Apply(before, Of(circle, here))
            : change.Operation == Operation.Delegate ? before.Without(change.Dimensions)
            : before;
    }
}
