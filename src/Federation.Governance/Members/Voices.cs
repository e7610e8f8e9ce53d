using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Linking;
using Federation.Governance.Spaces;

namespace Federation.Governance.Members;

/// <summary>Who is a member of a circle's meeting, and with what opinion.</summary>
/// <remarks>
/// A leaf's members are the people who live in it. Above, they are the two links of every child and
/// the circle's own two links; none is there twice. Always in ascending order of person.
/// </remarks>
public static class Voices
{
    /// <summary>The members who take part in one matter, by attendance and the absentee policy.</summary>
    public static ImmutableArray<Voice> Present(
        Circle circle, Surroundings here, int decision, int version)
    {
        var all = Arrived(Heard(circle, here, decision), here, decision);
        if (here.Practice.Absentees != Absentees.Waive) return all;
        var present = ImmutableArray.CreateBuilder<Voice>(all.Length);
        foreach (ref readonly var voice in all.AsSpan())
            if (Straining.Comes(voice, circle, here, decision, version)) present.Add(voice);
        return present.Count == 0 || present.Count == all.Length ? all : present.DrainToImmutable();
    }

    /// <summary>Without link persons from below who cannot come about this matter; if nobody can, the
    /// circle meets as though all could.</summary>
    private static ImmutableArray<Voice> Arrived(ImmutableArray<Voice> all, Surroundings here, int decision)
    {
        if (!here.Practice.Links.CanBreak || here.IsLeaf) return all;
        var arrived = all.RemoveAll(voice =>
            voice.Via >= 0 && !here.Carries(here.Children[voice.Via], voice.Person, decision));
        return arrived.IsEmpty ? all : arrived;
    }

    /// <summary>All members as a meeting hears them: <see cref="All"/> unless somebody strains it.</summary>
    public static ImmutableArray<Voice> Heard(Circle circle, Surroundings here, int decision) =>
        Straining.Heard(All(circle, here, decision), circle, here);

    /// <summary>All members with what they really think.</summary>
    public static ImmutableArray<Voice> All(Circle circle, Surroundings here, int decision) =>
        here.IsLeaf ? Residents(circle, here) : Seated(circle, here, decision);

    /// <summary>A resident as they are now.</summary>
    public static Snapshot Resident(Circle circle, Surroundings here, int index)
    {
        var drawn = here.Resident(index);
        return circle.Changed.Find(index) is { } changed
            ? drawn with { Preference = changed.Preference }
            : drawn;
    }

    /// <summary>A resident's opinion as it is now.</summary>
    public static Changed Home(Circle circle, Surroundings here, int index)
    {
        if (circle.Changed.Find(index) is { } changed) return changed;
        var drawn = here.Resident(index);
        return new Changed(index, drawn.Preference, here.Signal(drawn.Person, drawn.Skill, 0));
    }

    /// <summary>The child through which a person came up; -1 for a resident or a stranger.</summary>
    public static int Via(Circle circle, PersonId person)
    {
        foreach (var passing in circle.Passing)
            if (passing.Person == person) return passing.Via;
        for (var child = 0; child < circle.Links.Length; child++)
        {
            var link = circle.Links[child];
            if (link.Seats(person)) return child;
        }

        // While links are made, somebody who holds none below may be named.
        for (var child = 0; child < circle.Links.Length; child++)
            if (circle.Links[child].Members.Contains(person)) return child;

        return -1;
    }

    private static ImmutableArray<Voice> Residents(Circle circle, Surroundings here)
    {
        var voices = ImmutableArray.CreateBuilder<Voice>(here.Residents);
        for (var index = 0; index < here.Residents; index++)
        {
            var voice = Living(circle, here, index);
            if (!circle.Removed.Contains(voice.Person)) voices.Add(voice);
        }

        return voices.DrainToImmutable();
    }

    /// <summary>A resident speaking.</summary>
    public static Voice Living(Circle circle, Surroundings here, int index)
    {
        var drawn = here.Resident(index);
        var role = RoleOf(circle, drawn.Person);
        return circle.Changed.Find(index) is { } changed
            ? new Voice(role, -1, drawn with { Preference = changed.Preference }, changed.Belief, null)
            {
                Salience = here.Salience(drawn.Person),
            }
            : new Voice(role, -1, drawn, here.Signal(drawn.Person, drawn.Skill, 0), null)
            {
                Salience = here.Salience(drawn.Person),
            };
    }

    private static Role RoleOf(Circle circle, PersonId person) =>
        circle.Seats.Holds(Role.Delegate, person) ? Role.Delegate
        : circle.Seats.Holds(Role.Leader, person) ? Role.Leader
        : Role.Resident;

    private static ImmutableArray<Voice> Seated(Circle circle, Surroundings here, int decision)
    {
        var voices = ImmutableArray.CreateBuilder<Voice>(
            (circle.Links.Length + 1) * here.Practice.Links.People);
        for (var child = 0; child < circle.Links.Length; child++)
        {
            var link = circle.Links[child];
            foreach (var elected in link.Delegates)
            {
                if (circle.Removed.Contains(elected.Person)) continue;
                voices.Add(Speaking(circle, here, decision, Role.Delegate, child, child, elected.Snapshot)
                    .Bound(link, elected.Binds, here, decision));
            }

            if (link.Leader is { } named && !circle.Removed.Contains(named.Person))
                voices.Add(Speaking(circle, here, decision, Role.Leader, child, child, named));
        }

        foreach (var seat in circle.Seats)
            if (seat.Role is Role.Delegate or Role.Leader && !circle.Removed.Contains(seat.Person))
                Seat(voices, circle, here, decision, seat);
        voices.Sort((a, b) => a.Person.CompareTo(b.Person));
        return voices.DrainToImmutable();
    }

    /// <summary>The circle's own link sits in it too, once.</summary>
    private static void Seat(
        ImmutableArray<Voice>.Builder voices, Circle circle, Surroundings here, int decision,
        Seat seat)
    {
        foreach (var voice in voices)
            if (voice.Person == seat.Person) return;
        foreach (var snapshot in circle.Above)
            if (snapshot.Person == seat.Person)
                voices.Add(Speaking(
                    circle, here, decision, seat.Role, -1, Via(circle, snapshot.Person), snapshot));
    }

    private static Voice Speaking(
        Circle circle, Surroundings here, int decision, Role role, int seat, int via, Snapshot snapshot)
    {
        var belief = here.Signal(snapshot.Person, snapshot.Skill, decision);
        if (via >= 0 && circle.Links[via].Belief is { } reported)
            belief = (reported * here.Practice.Duty) + (belief * (1 - here.Practice.Duty));
        belief = Lesson.Teach(circle.Lessons, belief, snapshot.Conviction);
        return new Voice(role, seat, snapshot, Fixed.Round(belief), null) { Salience = here.Salience(snapshot.Person) };
    }
}
