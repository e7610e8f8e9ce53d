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
        var day = request.Day;
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
            circle = circle with { Above = Passing(circle, here) };
        return new Turn.Done(
            work with { Circle = circle }, day,
            new Reply.Seated(circle.Delegate, circle.Leader, circle.Above));
    }

    /// <summary>At a leaf: the residents who sit above it, as they are now.</summary>
    internal static ImmutableArray<Snapshot> Passing(Circle circle, Surroundings here)
    {
        var above = ImmutableArray.CreateBuilder<Snapshot>(circle.Passing.Length);
        foreach (var passing in circle.Passing)
            above.Add(Voices.Resident(circle, here, here.IndexOf(passing.Person)));
        return above.MoveToImmutable();
    }

    internal static Snapshot? Find(ImmutableArray<Snapshot> snapshots, PersonId? person)
    {
        foreach (var snapshot in snapshots)
            if (snapshot.Person == person) return snapshot;
        return null;
    }

    /// <summary>Ascending by person, nobody twice.</summary>
    internal static ImmutableArray<Snapshot> Ordered(IEnumerable<Snapshot> snapshots)
    {
        var ordered = new List<Snapshot>();
        foreach (var snapshot in snapshots)
        {
            var at = 0;
            while (at < ordered.Count && ordered[at].Person < snapshot.Person) at++;
            if (at == ordered.Count || ordered[at].Person != snapshot.Person) ordered.Insert(at, snapshot);
        }

        return [.. ordered];
    }

    /// <summary>Refill the delegate's seat if its holder moved up, and consent to a leader.</summary>
    private static Work TakeLinks(Work work, Asking.Lead lead, Days day, Surroundings here)
    {
        var circle = work.Circle;
        var entries = work.Entries;
        var members = Elected.Members(circle, here);
        var gone = here.Practice.SeatsReplacedBelow ? lead.Passing : [];
        if (circle.Delegate is { } moved && gone.Contains(moved)
            && Free(circle, members, gone) is { IsEmpty: false } free)
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

        return work with { Circle = circle with { Passing = Passing(circle, lead.Passing) }, Entries = entries };
    }

    /// <summary>Members who did not move up or, if all did, others from below.</summary>
    private static ImmutableArray<PersonId> Free(
        Circle circle, ImmutableArray<Snapshot> members, ImmutableArray<PersonId> gone)
    {
        var free = members.Select(member => member.Person).Where(person => !gone.Contains(person)).ToImmutableArray();
        return free.IsEmpty
            ? [.. circle.Links.SelectMany(link => link.Members)
                .Where(person => !gone.Contains(person)).Distinct().Order()]
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

    /// <summary>Those who pass the parent and the circle's own two links, ascending, nobody twice.</summary>
    private static ImmutableArray<Passing> Passing(Circle circle, ImmutableArray<PersonId> above)
    {
        var people = new SortedSet<PersonId>(above);
        if (circle.Delegate is { } elected) people.Add(elected);
        if (circle.Leader is { } named) people.Add(named);
        return [.. people.Select(person => new Passing(person, Voices.Via(circle, person)))];
    }

    private static Asking.Lead ForChild(
        Circle circle, int child, ImmutableArray<Snapshot> members, Surroundings here)
    {
        ImmutableArray<PersonId> passing =
            [.. circle.Passing.Where(one => one.Via == child).Select(one => one.Person)];
        return new Asking.Lead(BestFirst(circle.Links[child].Members, members, here), passing);
    }

    /// <summary>By how qualified all members together think each is, then by lot.</summary>
    private static ImmutableArray<PersonId> BestFirst(
        ImmutableArray<PersonId> people, ImmutableArray<Snapshot> members, Surroundings here)
    {
        var strength = new double[people.Length];
        for (var i = 0; i < strength.Length; i++)
            foreach (ref readonly var member in members.AsSpan())
                strength[i] += here.Perceived(member.Person, people[i], Role.Leader);
        var order = new int[people.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => !strength[a].Equals(strength[b])
            ? strength[b].CompareTo(strength[a])
            : here.Lot(people[b], (int)Role.Leader).CompareTo(here.Lot(people[a], (int)Role.Leader)));
        return [.. order.Select(i => people[i])];
    }
}
