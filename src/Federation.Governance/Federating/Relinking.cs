using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Linking;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>Links and roles in the life of a circle: terms that end, delegates recalled, seats left.</summary>
/// <remarks>
/// Only a circle that its parent convened changes whom it sends up, since only then does the parent
/// hear of it in the answer. A leader's seat that is open is reported; the parent names with its next
/// Convene. Until then the old leader stays, unless they are no longer a member.
/// </remarks>
internal static class Relinking
{
    /// <summary>In the parent: what a child is told of their link.</summary>
    public static Linked Tell(Circle circle, int child, Surroundings here)
    {
        var link = circle.Links[child];
        var free = link.Members.RemoveAll(circle.Removed.Contains);
        var named = free.IsEmpty ? [] : LeaderNaming.BestFirst(free, Electing.Members(circle, here), here);
        return new Linked(
            [.. link.Delegates.Select(elected => elected.Person)], link.Leader?.Person, named,
            [.. circle.Passing.Where(passing => passing.Via == child).Select(passing => passing.Person)])
        {
            Removed = circle.Removed,
        };
    }

    /// <summary>In the child: who of it and those below sits above the parent, as the parent has it.</summary>
    public static Circle Heard(Circle circle, Linked? linked)
    {
        if (linked is null) return circle;
        var still = 0;
        foreach (var passing in circle.Passing)
            if (circle.IsLink(passing.Person) || linked.Passing.Contains(passing.Person)) still++;
        var known = linked.Passing.All(person => circle.Passing.Any(passing => passing.Person == person));
        return known && still == circle.Passing.Length
            ? circle : circle with { Passing = Leading.Passing(circle, linked.Passing) };
    }

    /// <summary>In the parent: who sits here for a child after its answer.</summary>
    public static DoubleLink Take(DoubleLink link, Reply.Convened convened) => link with
    {
        Delegates = [.. convened.Links.Delegates
            .Select(one => (one.Binds, Snapshot: Leading.Find(convened.Above, one.Person)))
            .Where(one => one.Snapshot is not null)
            .Select(one => new Mandated(one.Snapshot!, one.Binds))],
        Leader = Leading.Find(convened.Above, convened.Links.Leader),
        Members = convened.Links.Members,
        Belief = convened.Belief,
        Middle = convened.Middle,
        Room = convened.Links.Room,
    };

    public static LinkReport Report(
        Circle circle, ImmutableArray<Voice> voices, double? room, Days day, Surroundings here) => new(
        [.. circle.Seats.Where(seat => seat.Role == Role.Delegate).Select(seat =>
            new LinkReport.Elected(seat.Person, here.Practice.Links.Binds(day.Mid - seat.SinceDay)))],
        circle.Leader, OpenTo(circle, voices, day, here), room);

    private static ImmutableArray<PersonId> OpenTo(
        Circle circle, ImmutableArray<Voice> voices, Days day, Surroundings here)
    {
        if (here.Depth == 0 || here.Practice.Links.Kind == LinkKind.Single) return [];
        foreach (var seat in circle.Seats)
            if (seat.Role == Role.Leader && !IsOver(seat, day, here)) return [];
        return [.. Members(voices).Select(member => member.Person)];
    }

    /// <summary>All members, the circle's own links among them, without anybody who is nobody.</summary>
    private static ImmutableArray<Snapshot> Members(ImmutableArray<Voice> voices) =>
        Leading.Ordered(voices.Where(voice => voice.Conduct != Conduct.Fake).Select(voice => voice.Snapshot));

    /// <summary>At the end of a meeting: seats are left and filled again.</summary>
    /// <param name="voices">The circle's members as they are now.</param>
    /// <param name="middle">What the circle stands for.</param>
    public static Work Renew(
        Work work, Request request, Linked? linked, ImmutableArray<Voice> voices, Point middle, Days day,
        Surroundings here)
    {
        if (!IsDue(work.Circle, linked, voices, day, here)) return work;
        var members = Members(voices);
        if (members.IsEmpty) return work;
        var before = work.Circle.Seats;
        if (linked is not null)
        {
            work = Delegates(work, request, linked, voices, members, middle, day, here);
            work = Leader(work, request, linked, voices, members, day, here);
        }

        work = OwnRoles(work, request, members, day, here);
        if (linked is null || work.Circle.Seats.SequenceEqual(before)) return work;
        work = Leading.Incomplete(work, request, day, here);
        var circle = work.Circle with { Passing = Leading.Passing(work.Circle, linked.Passing) };
        return work with { Circle = circle with { Above = here.IsLeaf ? [] : Above(circle) } };
    }

    private static bool IsDue(
        Circle circle, Linked? linked, ImmutableArray<Voice> voices, Days day, Surroundings here)
    {
        if (linked is { Named.IsEmpty: false } || here.Practice.Links.RecallDistance > 0) return true;
        if (linked is not null && linked.Removed.Any(circle.IsLink)) return true;
        foreach (var seat in circle.Seats)
            if (IsOver(seat, day, here) || !IsMember(voices, seat.Person)) return true;
        return false;
    }

    private static bool IsOver(Seat seat, Days day, Surroundings here) =>
        here.Practice.Selection.TermDays is > 0 and var term && day.Mid - seat.SinceDay >= term;

    private static bool IsMember(ImmutableArray<Voice> voices, PersonId person)
    {
        foreach (ref readonly var voice in voices.AsSpan())
            if (voice.Person == person) return true;
        return false;
    }

    private static Work Delegates(
        Work work, Request request, Linked linked, ImmutableArray<Voice> voices,
        ImmutableArray<Snapshot> members, Point middle, Days day, Surroundings here)
    {
        var recalled = new List<PersonId>(linked.Removed);
        var incumbents = new Queue<PersonId>();
        foreach (var seat in work.Circle.Seats.Where(seat => seat.Role == Role.Delegate))
        {
            var isMember = IsMember(voices, seat.Person) && !linked.Removed.Contains(seat.Person);
            if (Drifted(seat, voices, middle, day, here))
            {
                recalled.Add(seat.Person);
                work = work with
                {
                    Entries = work.Entries.Add(Electing.Note(
                        EntryKind.DelegateRecalled, request.Cycle, day, 0,
                        new Speaker(Role.Delegate, Voices.Via(work.Circle, seat.Person), seat.Person))),
                };
            }
            else if (isMember && IsOver(seat, day, here)) incumbents.Enqueue(seat.Person);
            else if (isMember) continue;
            work = work with { Circle = work.Circle.Vacated(Role.Delegate, seat.Person) };
        }

        var open = Math.Min(here.Practice.Links.Delegates, members.Length) - work.Circle.Delegates.Length;
        if (open <= 0) return work;
        var above = here.Practice.SeatsReplacedBelow ? linked.Passing : [];
        var gathering = Electing.Gather(
            members, [.. members.Select(member => member.Person)], Role.Delegate, here);
        for (var seat = 0; seat < open; seat++)
        {
            var free = gathering.Without(person => work.Circle.IsLink(person) || recalled.Contains(person));
            if (free.Without(above.Contains) is { Candidates.IsEmpty: false } fresh) free = fresh;
            if (free.Candidates.IsEmpty) break;
            work = Founding.Fill(
                work, free with { Incumbent = incumbents.TryDequeue(out var held) ? held : null },
                EntryKind.DelegateElected, Role.Delegate, request, day, here);
        }

        return work;
    }

    /// <summary>Whether what a delegate stands for above lies too far from what the circle stands for.</summary>
    private static bool Drifted(
        Seat seat, ImmutableArray<Voice> voices, Point middle, Days day, Surroundings here)
    {
        var links = here.Practice.Links;
        if (links.RecallDistance <= 0 || links.Mandate == Mandate.Imperative) return false;
        foreach (ref readonly var voice in voices.AsSpan())
        {
            if (voice.Person != seat.Person) continue;
            var own = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
            var duty = here.Practice.Duty * links.Binds(day.Mid - seat.SinceDay);
            return middle.DistanceTo((middle * duty) + (own * (1 - duty))) > links.RecallDistance;
        }

        return false;
    }

    private static Work Leader(
        Work work, Request request, Linked linked, ImmutableArray<Voice> voices,
        ImmutableArray<Snapshot> members, Days day, Surroundings here)
    {
        if (work.Circle.Leader is { } gone && (!IsMember(voices, gone) || linked.Removed.Contains(gone)))
            work = work with { Circle = work.Circle.Vacated(Role.Leader, gone) };
        // Since the circle reported its members, somebody may have left it.
        var named = linked.Named.RemoveAll(person => !members.Any(member => member.Person == person));
        if (named.IsEmpty) return work;
        if (work.Circle.Leader is { } before)
            work = work with { Circle = work.Circle.Vacated(Role.Leader, before) };
        return LeaderNaming.Name(
            work, named, here.Practice.SeatsReplacedBelow ? linked.Passing : [], members, request, day, here);
    }

    private static Work OwnRoles(
        Work work, Request request, ImmutableArray<Snapshot> members, Days day, Surroundings here)
    {
        foreach (var (role, kind) in Founding.OwnRoles)
        {
            var seat = work.Circle.Seats.FirstOrDefault(seat => seat.Role == role);
            var holds = work.Circle.Seats.Holder(role) is { } held
                && (members.Any(member => member.Person == held) || work.Circle.IsLink(held));
            if (holds && !IsOver(seat, day, here)) continue;
            var circle = work.Circle.Vacated(role, seat.Person);
            var gathering = Electing.Gather(
                members, [.. members.Select(member => member.Person)], role, here);
            var others = gathering.Without(person => circle.Seats.Any(person));
            if (others.Candidates.IsEmpty) others = gathering;
            work = Founding.Fill(
                work with { Circle = circle }, others with { Incumbent = holds ? seat.Person : null },
                kind, role, request, day, here);
        }

        return work;
    }

    /// <summary>Who sits above, as last known here.</summary>
    private static ImmutableArray<Snapshot> Above(Circle circle)
    {
        var known = circle.Above.AsEnumerable();
        foreach (var link in circle.Links)
        {
            known = known.Concat(link.Delegates.Select(elected => elected.Snapshot));
            if (link.Leader is { } leader) known = known.Append(leader);
        }

        return Leading.Ordered(known.Where(one => circle.Passing.Any(passing => passing.Person == one.Person)));
    }
}
