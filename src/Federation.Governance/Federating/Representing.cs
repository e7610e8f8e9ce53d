using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>Emergency meetings: circles meet at once, and one of them speaks for the matter all the way up.</summary>
/// <remarks>
/// As in the emergency of 1976 at Endenburg Elektrotechniek: a member calls the circle together, it sends
/// somebody as its representative for this one matter into the circle above, which hears them as a full
/// member and, where it may not decide either, sends them on. Source: docs/guide/model.md, "Emergencies".
/// </remarks>
internal static class Representing
{
    /// <summary>The day a matter is there: one in an emergency waits for no other circle's answer.</summary>
    /// <param name="asked">The day this circle was asked to convene.</param>
    /// <param name="there">The day the last answer from below came.</param>
    public static Days There(Referral matter, Days asked, Days there) =>
        matter.Proposal.Emergency ? asked.Later(matter.Effort.LastDay) : there;

    /// <summary>In an emergency, who raised the matter calls the circle together.</summary>
    public static Work Call(Work work, Request request, Proposal proposal, Surroundings here) =>
        !proposal.Emergency ? work : work with
        {
            Entries = work.Entries.Add(Deliberating.Note(
                EntryKind.MeetingCalled, request with { Decision = proposal.Id }, 0, request.Day, null,
                proposal.Text) with
            {
                Speaker = proposal.By is { } person ? new Speaker(Role.Resident, -1, person) : Speaker.Circle,
            }),
        };

    /// <summary>Who presents a matter: the representative sent along, the member who raised it, or the circle it
    /// came from.</summary>
    public static Speaker Brings(Referral matter, Surroundings here) =>
        matter.Representative is { } sent ? new Speaker(Role.Representative, Via(matter, here), sent.Person)
        : matter.Proposal.Origin != here.Id ? Speaker.Circle with { Via = Via(matter, here) }
        : matter.Proposal.By is { } member ? new Speaker(Role.Resident, -1, member)
        : Speaker.Circle;

    /// <summary>The day the circle meets on it: at once, or on its next own day.</summary>
    public static Days Meets(Proposal proposal, Days day, Surroundings here) =>
        proposal.Emergency ? day : day.NextMeeting(here.CadenceDays, here.Phase);

    /// <summary>Those present, and the representative of the circle the matter came from.</summary>
    public static ImmutableArray<Voice> Seat(
        ImmutableArray<Voice> present, Referral matter, Surroundings here)
    {
        if (matter.Representative is not { } sent) return present;
        var at = 0;
        while (at < present.Length && present[at].Person < sent.Person) at++;
        if (at < present.Length && present[at].Person == sent.Person) return present;
        var belief = Fixed.Round(here.Signal(sent.Person, sent.Skill, matter.Proposal.Id));
        return present.Insert(at, new Voice(Role.Representative, Via(matter, here), sent, belief, null)
        {
            Salience = here.Salience(sent.Person),
        });
    }

    /// <summary>Before a matter goes up in an emergency: the circle it was raised in elects who goes along,
    /// whoever raised it first; a circle above sends them on.</summary>
    public static (Work Work, Referral Matter) Send(
        Work work, Request request, Referral matter, Days day, Surroundings here)
    {
        if (!matter.Proposal.Emergency) return (work, matter);
        var circle = work.Circle;
        var (person, names) = matter.Representative is { } sent ? (sent, 0) : Elect(circle, matter.Proposal, here);
        if (person is null) return (work, matter);
        var via = matter.Representative is null ? Voices.Via(circle, person.Person) : Via(matter, here);
        if (circle.Passing.All(passing => passing.Person != person.Person))
            circle = circle with
            {
                Passing = [.. circle.Passing.Add(new Passing(person.Person, via)).OrderBy(one => one.Person)],
            };
        var entry = Deliberating.Note(
            EntryKind.RepresentativeSent, request with { Decision = matter.Proposal.Id }, 0, day, null, null) with
        {
            Round = names,
            Speaker = new Speaker(Role.Representative, via, person.Person),
        };
        return (
            work with { Circle = circle, Entries = work.Entries.Add(entry) },
            matter with { Representative = person });
    }

    private static (Snapshot? Person, int Names) Elect(Circle circle, Proposal proposal, Surroundings here)
    {
        var members = Electing.Members(circle, here);
        if (members.IsEmpty) return (null, 0);
        var gathering = Electing.Gather(
            members, [.. members.Select(member => member.Person)], Role.Representative, here);
        if (proposal.By is { } raised && gathering.Candidates.Contains(raised))
        {
            var first = gathering.Without(person => person != raised).Choose(here);
            if (first is { Consented: true }) return (Leading.Find(members, raised), first.Names);
        }

        var selected = gathering.Choose(here);
        return (Leading.Find(members, selected.Person), selected.Names);
    }

    private static int Via(Referral matter, Surroundings here)
    {
        for (var child = 0; child < here.Children.Length; child++)
            if (matter.Proposal.Origin.IsWithin(here.Children[child])) return child;
        return -1;
    }
}
