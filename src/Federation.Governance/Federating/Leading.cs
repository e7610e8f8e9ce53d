using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>Falling half of cycle 0: leaders are named with consent and vacated seats refilled.</summary>
/// <remarks>
/// Under the seat rule "replaceBelow" a person who sits above the parent no longer sits in it: the
/// child they came from elects another, or lets them keep the seat where nobody else is left: a
/// link with one person is worse than a person with two links. Under "keepAll" nobody gives one up.
/// </remarks>
internal sealed class Leading : Part
{
    public static Leading Part { get; } = new();

    public override Turn Begin(Work work, Request request, Surroundings here)
    {
        var lead = (Asking.Lead)request.Asking;
        var day = request.Day.NextMeeting(here.CadenceDays, here.Phase);
        work = TakeLinks(work, lead, day, here);
        if (here.IsLeaf) return Finish(work, day, here);
        var members = Elected.Members(work.Circle, here);
        return new Turn.Ask(work, [.. Enumerable.Range(0, here.Children.Length).Select(child =>
            To(child, request, day, ForChild(work.Circle, child, members, here), 0))]);
    }

    public override Turn Continue(
        Work work, Request request, ImmutableArray<Answer?> answers, Surroundings here)
    {
        var above = ImmutableArray.CreateBuilder<Snapshot>();
        var links = SetEach(work.Circle.Links, (child, link) =>
        {
            var answer = answers[child]!;
            var seated = (Reply.Seated)answer.Reply;
            foreach (var snapshot in seated.Above)
                if (work.Circle.Passing.Any(passing => passing.Person == snapshot.Person)) above.Add(snapshot);
            return link with
            {
                Seal = answer.Seal,
                Delegate = Find(seated.Above, seated.Delegate),
                Leader = Find(seated.Above, seated.Leader),
                Members = [],
            };
        });
        var circle = work.Circle with { Links = links, Above = Ordered(above) };
        return Finish(work with { Circle = circle }, LatestOf(request.Day, answers), here);
    }

    private static Turn.Done Finish(Work work, Days day, Surroundings here)
    {
        var circle = work.Circle;
        if (here.IsLeaf)
            circle = circle with { Above = [.. circle.Passing
                .Select(passing => Voices.Resident(circle, here, here.IndexOf(passing.Person)))] };
        return new Turn.Done(
            work with { Circle = circle }, day,
            new Reply.Seated(circle.Delegate, circle.Leader, circle.Above));
    }

    internal static Snapshot? Find(ImmutableArray<Snapshot> snapshots, PersonId? person)
    {
        foreach (var snapshot in snapshots)
            if (snapshot.Person == person) return snapshot;
        return null;
    }

    internal static ImmutableArray<Snapshot> Ordered(IEnumerable<Snapshot> snapshots) =>
        [.. snapshots.DistinctBy(snapshot => snapshot.Person).OrderBy(snapshot => snapshot.Person)];

    /// <summary>Refill the delegate's seat if its holder moved up, and consent to a leader.</summary>
    private static Work TakeLinks(Work work, Asking.Lead lead, Days day, Surroundings here)
    {
        var circle = work.Circle;
        var entries = work.Entries;
        var members = Elected.Members(circle, here);
        var gone = here.Practice.SeatsReplacedBelow ? lead.Passing : [];
        if (circle.Delegate is { } moved && gone.Contains(moved) && Free(circle, members, gone) is { IsEmpty: false } free)
        {
            var elected = Elected.Choose(members, free, Role.Delegate, here);
            circle = circle with { Delegate = elected.Person };
            entries = entries.Add(Founding.Note(EntryKind.DelegateElected, day, elected.Names,
                new Speaker(Role.Delegate, Voices.Via(circle, elected.Person), elected.Person)));
        }

        if (here.Depth > 0 && (NameLeader(circle, lead.Named.RemoveAll(gone.Contains), members, here)
            ?? NameLeader(circle, lead.Named, members, here)) is { } leader)
        {
            circle = circle with { Leader = leader.Person };
            entries = entries.Add(Founding.Note(EntryKind.LeaderNamed, day, leader.Names,
                new Speaker(Role.Leader, Voices.Via(circle, leader.Person), leader.Person)));
        }

        var passing = lead.Passing.Concat(Own(circle)).Distinct().Order()
            .Select(person => new Passing(person, Voices.Via(circle, person))).ToImmutableArray();
        return work with { Circle = circle with { Passing = passing }, Entries = entries };
    }

    /// <summary>Members who did not move up or, if all did, others from below.</summary>
    private static ImmutableArray<PersonId> Free(
        Circle circle, ImmutableArray<Snapshot> members, ImmutableArray<PersonId> gone)
    {
        var free = members.Select(member => member.Person).Where(person => !gone.Contains(person)).ToImmutableArray();
        return free.IsEmpty
            ? [.. circle.Links.SelectMany(link => link.Members).Where(person => !gone.Contains(person)).Distinct().Order()]
            : free;
    }

    /// <summary>The first the parent named to whom no member objects; else the one with fewest objections.</summary>
    private static (PersonId Person, int Names)? NameLeader(
        Circle circle, ImmutableArray<PersonId> candidates, ImmutableArray<Snapshot> members, Surroundings here)
    {
        (PersonId Person, int Objections)? fewest = null;
        var names = 0;
        foreach (var named in candidates)
        {
            if (named == circle.Delegate) continue;
            names++;
            var objections = members.Count(member =>
                here.Perceived(member.Person, named, Role.Leader) < here.Practice.QualificationLeast);
            if (objections == 0) return (named, names);
            if (fewest is null || objections < fewest.Value.Objections) fewest = (named, objections);
        }

        return fewest is { } least ? (least.Person, names) : null;
    }

    private static IEnumerable<PersonId> Own(Circle circle)
    {
        if (circle.Delegate is { } elected) yield return elected;
        if (circle.Leader is { } named) yield return named;
    }

    private static Asking.Lead ForChild(
        Circle circle, int child, ImmutableArray<Snapshot> members, Surroundings here)
    {
        var named = circle.Links[child].Members
            .OrderByDescending(person => members.Sum(member => here.Perceived(member.Person, person, Role.Leader)))
            .ThenByDescending(person => here.Lot(person, (int)Role.Leader));
        return new Asking.Lead(
            [.. named], [.. circle.Passing.Where(one => one.Via == child).Select(one => one.Person)]);
    }
}
