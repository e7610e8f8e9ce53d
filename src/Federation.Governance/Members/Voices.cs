using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
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
        var all = All(circle, here, decision);
        if (here.Practice.Absentees != Absentees.Waive) return all;
        var present = ImmutableArray.CreateBuilder<Voice>(all.Length);
        foreach (ref readonly var voice in all.AsSpan())
            if (here.Attends(voice.Person, decision, version)) present.Add(voice);
        return present.Count == 0 || present.Count == all.Length ? all : present.DrainToImmutable();
    }

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
            if (link.Delegate?.Person == person || link.Leader?.Person == person) return child;
        }

        // While links are made, somebody who holds none below may be named.
        for (var child = 0; child < circle.Links.Length; child++)
            if (circle.Links[child].Members.Contains(person)) return child;

        return -1;
    }

    private static ImmutableArray<Voice> Residents(Circle circle, Surroundings here)
    {
        var voices = ImmutableArray.CreateBuilder<Voice>(here.Residents);
        for (var index = 0; index < here.Residents; index++) voices.Add(Living(circle, here, index));
        return voices.MoveToImmutable();
    }

    /// <summary>A resident speaking.</summary>
    public static Voice Living(Circle circle, Surroundings here, int index)
    {
        var drawn = here.Resident(index);
        var role = RoleOf(circle, drawn.Person);
        return circle.Changed.Find(index) is { } changed
            ? new Voice(role, -1, drawn with { Preference = changed.Preference }, changed.Belief, null)
            : new Voice(role, -1, drawn, here.Signal(drawn.Person, drawn.Skill, 0), null);
    }

    private static Role RoleOf(Circle circle, PersonId person) =>
        circle.Delegate == person ? Role.Delegate
        : circle.Leader == person ? Role.Leader
        : Role.Resident;

    private static ImmutableArray<Voice> Seated(Circle circle, Surroundings here, int decision)
    {
        var voices = ImmutableArray.CreateBuilder<Voice>((circle.Links.Length * 2) + 2);
        for (var child = 0; child < circle.Links.Length; child++)
        {
            var link = circle.Links[child];
            if (link.Delegate is { } elected)
                voices.Add(Speaking(circle, here, decision, Role.Delegate, child, child, elected));
            if (link.Leader is { } named)
                voices.Add(Speaking(circle, here, decision, Role.Leader, child, child, named));
        }

        Seat(voices, circle, here, decision, Role.Delegate, circle.Delegate);
        Seat(voices, circle, here, decision, Role.Leader, circle.Leader);
        voices.Sort((a, b) => a.Person.CompareTo(b.Person));
        return voices.DrainToImmutable();
    }

    /// <summary>The circle's own link sits in it too, once.</summary>
    private static void Seat(
        ImmutableArray<Voice>.Builder voices, Circle circle, Surroundings here, int decision,
        Role role, PersonId? person)
    {
        foreach (var voice in voices)
            if (voice.Person == person) return;
        foreach (var snapshot in circle.Above)
            if (snapshot.Person == person)
                voices.Add(Speaking(circle, here, decision, role, -1, Via(circle, snapshot.Person), snapshot));
    }

    private static Voice Speaking(
        Circle circle, Surroundings here, int decision, Role role, int seat, int via, Snapshot snapshot)
    {
        var belief = here.Signal(snapshot.Person, snapshot.Skill, decision);
        var link = via >= 0 ? circle.Links[via] : null;
        if (link?.Belief is { } reported)
            belief = (reported * here.Practice.Duty) + (belief * (1 - here.Practice.Duty));
        belief = Lesson.Teach(circle.Lessons, belief, snapshot.Conviction);
        var mandate = role == Role.Delegate && seat >= 0 ? link?.Middle : null;
        if (mandate is { } middle && here.Practice.ReportNoise > 0)
            mandate = middle + here.ReportNoise(snapshot.Person, decision);
        return new Voice(role, seat, snapshot, Fixed.Round(belief), mandate);
    }
}
