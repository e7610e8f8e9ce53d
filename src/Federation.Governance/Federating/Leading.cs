using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Linking;
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
        var members = Electing.Members(work.Circle, here);
        work = TakeLinks(work, members, lead, request, here);
        if (here.IsLeaf) return Finish(work, day, here);
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
                Delegates = Mandated(seated.Above, seated.Delegates),
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
            new Reply.Seated(circle.Delegates, circle.Leader, circle.Above));
    }

    private static ImmutableArray<Mandated> Mandated(
        ImmutableArray<Snapshot> above, ImmutableArray<PersonId> delegates) =>
        [.. delegates.Select(person => Find(above, person)).OfType<Snapshot>().Select(one => new Mandated(one, 1))];

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
    private static Work TakeLinks(
        Work work, ImmutableArray<Snapshot> members, Asking.Lead lead, Request request, Surroundings here)
    {
        var day = request.Day;
        var gone = here.Practice.SeatsReplacedBelow ? lead.Passing : [];
        foreach (var moved in work.Circle.Delegates.Where(gone.Contains))
            if (Free(work.Circle, members, gone) is { IsEmpty: false } free)
                work = Founding.Fill(
                    work with { Circle = work.Circle.Vacated(Role.Delegate, moved) },
                    Electing.Gather(members, free, Role.Delegate, here), EntryKind.DelegateElected,
                    Role.Delegate, request, day, here);

        if (here.Depth == 0) return work;
        if (here.Practice.Links.Kind != LinkKind.Single)
            work = LeaderNaming.Name(work, lead.Named, gone, members, request, day, here);
        work = Incomplete(work, request, day, here);
        return work with { Circle = work.Circle with { Passing = Passing(work.Circle, lead.Passing) } };
    }

    /// <summary>A link with fewer people than it should have is told, never hidden.</summary>
    internal static Work Incomplete(Work work, Request request, Days day, Surroundings here)
    {
        var missing = here.Practice.Links.People
            - work.Circle.Seats.Where(seat => seat.Role is Role.Delegate or Role.Leader)
                .Select(seat => seat.Person).Distinct().Count();
        return missing <= 0 ? work : work with
        {
            Entries = work.Entries.Add(Electing.Note(
                EntryKind.LinkIncomplete, request.Cycle, day, missing, Speaker.Circle)),
        };
    }

    /// <summary>Members who did not move up or, if all did, others from below.</summary>
    private static ImmutableArray<PersonId> Free(
        Circle circle, ImmutableArray<Snapshot> members, ImmutableArray<PersonId> gone)
    {
        var free = members.Select(member => member.Person).Where(IsFree).ToImmutableArray();
        return free.IsEmpty
            ? [.. circle.Links.SelectMany(link => link.Members).Where(IsFree).Distinct().Order()]
            : free;

        bool IsFree(PersonId person) => !gone.Contains(person) && !circle.IsLink(person);
    }

    /// <summary>Those who pass the parent and the circle's own two links, ascending, nobody twice.</summary>
    internal static ImmutableArray<Passing> Passing(Circle circle, ImmutableArray<PersonId> above)
    {
        var passing = new List<Passing>(above.Length + circle.Seats.Length);
        foreach (var person in above) Add(person);
        foreach (var seat in circle.Seats)
            if (seat.Role is Role.Delegate or Role.Leader) Add(seat.Person);
        passing.Sort((a, b) => a.Person.CompareTo(b.Person));
        return [.. passing];

        void Add(PersonId person)
        {
            if (!passing.Exists(one => one.Person == person))
                passing.Add(new Passing(person, Voices.Via(circle, person)));
        }
    }

    private static Asking.Lead ForChild(
        Circle circle, int child, ImmutableArray<Snapshot> members, Surroundings here)
    {
        ImmutableArray<PersonId> passing =
            [.. circle.Passing.Where(one => one.Via == child).Select(one => one.Person)];
        return new Asking.Lead(LeaderNaming.BestFirst(circle.Links[child].Members, members, here), passing);
    }
}
