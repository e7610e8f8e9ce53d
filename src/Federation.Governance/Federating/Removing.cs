using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>A circle of residents decides whether one of them stays a member.</summary>
/// <remarks>
/// An ordinary proposal, except that the person concerned takes part in questions and reactions and
/// has no consent right. Any other member present who finds them fit enough to be a member objects.
/// Who is removed lives on at the place; seats they held are filled again at the same meeting, or as
/// soon as the parent convenes. Source: Sociocracy For All forum, "How does one remove someone from a
/// circle?".
/// </remarks>
internal static class Removing
{
    public static bool IsOf(Proposal proposal, Surroundings here) =>
        proposal.Removes > 0 && here.IsLeaf && proposal.Origin == here.Id;

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
        if (present.IsEmpty || proposal.Removes > here.Residents
            || here.Resident(proposal.Removes - 1).Person is var person && work.Circle.Removed.Contains(person))
            return Close(EntryKind.Parked, Speaker.Circle, 0, false, work.Circle);

        var objections = 0;
        foreach (ref readonly var voice in present.AsSpan())
            if (voice.Person != person && here.Perceived(voice.Person, person, Role.Resident)
                >= here.Practice.QualificationLeast) objections++;
        effort = effort.Plus(Effort.None with { Objections = objections, Objecting = objections > 0 ? 1 : 0 });
        var member = new Speaker(Role.Resident, -1, person);
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
                adopted ? Rung.None : Rung.Park, effort));
            return work with
            {
                Circle = circle,
                Entries = work.Entries.Add(
                    Deliberating.Note(kind, keyed, 1, day, null, null) with { Speaker = speaker, Round = round }),
            };
        }
    }
}
