using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Members;

namespace Federation.Society.Cases;

/// <summary>Cases 6 and 7. A double link is two people; these have fewer.</summary>
internal static class BrokenLinks
{
    public static DegenerateCase NoDelegate { get; } = new(
        6, "circle without a delegate",
        "A circle sends nobody of its own choice upwards: it is told, and cannot tell.",
        "A founded circle below the top has no delegate, or its parent knows another than it does.",
        Cure.By("federation.members=30", "choose among more people; a role nobody takes is too heavy"),
        FindNoDelegate);

    public static DegenerateCase OnePerson { get; } = new(
        7, "link of one person",
        "What comes down to a circle and what goes up from it pass one head.",
        "Leader and delegate of a circle are the same person, or it has a delegate and no leader.",
        Cure.By("links.kind=double", "leader and delegate are two people"), FindOnePerson);

    private static IEnumerable<Finding> FindNoDelegate(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
        {
            if (circle.Id == run.World.Plan.Root || entries.Count == 0) continue;
            var link = Link(run, circle);
            if (circle.Delegate is { } elected && (link is null || link.Delegate?.Person == elected)) continue;
            yield return NoDelegate.At(circle.Id, entries[^1].Day, 0, [], circle.Delegate is null
                ? "the circle has no delegate, so nothing it says reaches the circle above"
                : "the circle above does not know the delegate this circle has");
        }
    }

    private static IEnumerable<Finding> FindOnePerson(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
        {
            var link = Link(run, circle);
            var only = Only(circle.Delegates, circle.Leader)
                ?? Only([.. link?.Delegates.Select(one => one.Person) ?? []], link?.Leader?.Person);
            if (only is not { } person) continue;
            yield return OnePerson.At(circle.Id, entries.Count == 0 ? 0 : entries[^1].Day, 0, [run.Name(person)],
                $"{run.Name(person)} alone links it to the circle above, both ways");
        }
    }

    /// <summary>The one person a link has; null where it has several, or nobody the circle elected.</summary>
    private static PersonId? Only(ImmutableArray<PersonId> elected, PersonId? named) =>
        elected is [var one] && (named is null || named == one) ? one : null;

    /// <summary>The parent's side of the link; null at the root and where the parent is unknown.</summary>
    internal static DoubleLink? Link(FinishedRun run, Circle circle)
    {
        if (circle.Id.Parent is not { } above || run.Find(above) is not { } parent) return null;
        var number = run.PlanOf(above).Children.IndexOf(circle.Id);
        return number >= 0 && number < parent.Circle.Links.Length ? parent.Circle.Links[number] : null;
    }
}
