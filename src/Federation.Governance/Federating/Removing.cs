using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>A circle decides whether one of its people stays a member.</summary>
/// <remarks>
/// An ordinary proposal, except that the person concerned takes part in questions and reactions and
/// has no consent right. Any other member present who finds them fit enough to be a member objects.
/// Who is removed lives on at the place. Above the leaves members are the links of the circles below:
/// who is removed there links no longer, and the circle they came from sends somebody else. Seats they
/// held are filled again as soon as the circle above convenes. Source: Sociocracy For All forum, "How
/// does one remove someone from a circle?".
/// </remarks>
internal static class Removing
{
    public static bool IsOf(Proposal proposal, Surroundings here) =>
        proposal.Removes > 0 && proposal.Origin == here.Id;

    public static Work Settle(
        Work work, Request request, Referral matter, Days day, Surroundings here,
        ImmutableArray<Taken>.Builder settled)
    {
        var proposal = matter.Proposal;
        var present = Voices.Present(work.Circle, here, proposal.Id, 1);
        var effort = matter.Effort.Plus(Effort.None with
        {
            Attending = present.Length,
            Speaking = (long)present.Length * present.Length * (1 + here.Practice.TalkRounds),
            LastDay = day,
        });
        if (present.IsEmpty || Member(work.Circle, proposal.Removes - 1, here) is not { } member
            || work.Circle.Removed.Contains(member.Person))
            return Close(EntryKind.Parked, Speaker.Circle, 0, false, work.Circle);
        var person = member.Person;

        var objections = 0;
        foreach (ref readonly var voice in present.AsSpan())
            if (voice.Person != person && here.Perceived(voice.Person, person, Role.Resident)
                >= here.Practice.QualificationLeast) objections++;
        effort = effort.Plus(Effort.None with { Objections = objections, Objecting = objections > 0 ? 1 : 0 });
        return objections > 0
            ? Close(EntryKind.MemberKept, member, objections, false, work.Circle)
            : Close(EntryKind.MemberRemoved, member, 0, true, work.Circle with
            {
                Removed = [.. work.Circle.Removed.Append(person).Order()],
            });

        Work Close(EntryKind kind, Speaker speaker, int round, bool adopted, Circle circle)
        {
            var keyed = request with { Decision = proposal.Id };
            settled.Add(new Taken(
                proposal, here.Id, adopted, here.StatusQuo, adopted ? proposal.TermDays : 0,
                adopted ? Rung.None : Rung.Park, effort)
            {
                Vacates = adopted && (work.Circle.IsLink(speaker.Person)
                    || work.Circle.Links.Any(link => link.Seats(speaker.Person))),
            });
            return work with
            {
                Circle = circle,
                Entries = work.Entries.Add(
                    Deliberating.Note(kind, keyed, 1, day, null, null) with { Speaker = speaker, Round = round }),
            };
        }
    }

    /// <summary>The member of a number, 0-based: a resident or, child by child, the delegates and the
    /// leader that link it; null where nobody holds that seat.</summary>
    private static Speaker? Member(Circle circle, int number, Surroundings here)
    {
        if (here.IsLeaf)
            return number < here.Residents
                ? new Speaker(Role.Resident, -1, here.Resident(number).Person) : null;
        var practice = here.Practice.Links;
        var (child, seat) = Math.DivRem(number, practice.People);
        if (child >= circle.Links.Length) return null;
        var link = circle.Links[child];
        return seat < practice.Delegates
            ? seat < link.Delegates.Length ? new Speaker(Role.Delegate, child, link.Delegates[seat].Person) : null
            : link.Leader is { } leader ? new Speaker(Role.Leader, child, leader.Person) : null;
    }
}
