using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>A meeting with its entries dated, its effort counted and opinions taken along.</summary>
/// <param name="Meeting">As it was held.</param>
/// <param name="Began">The day of its first part.</param>
/// <param name="Day">The day of its last.</param>
internal sealed record Held(
    Circle Circle, Meeting Meeting, Minutes Minutes, ImmutableArray<Entry> Entries, Effort Effort,
    Days Began, Days Day);

/// <summary>A circle meets on a matter, on its own days.</summary>
internal static class Holding
{
    /// <param name="day">The day the matter is there; the circle meets on its next own day.</param>
    public static Held Hold(
        Circle circle, Request request, int version, Days day, Surroundings here, Meeting meeting)
    {
        meeting = Attendance.Of(meeting, circle, request.Decision, version, here) with
        {
            RulesInvalid = here.Strain.RulesInvalid && !meeting.EveryObjectionCounts,
        };
        if (meeting.EveryObjectionCounts) meeting = meeting with { Reads = [] };
        if (here.Practice.Talking.Kind == TalkKind.Pairs)
            meeting = meeting with
            {
                Pairing = (person, round) => here.Pairing(person, request.Decision, version, round),
            };
        var minutes = meeting.Drafts ? RuledMeeting.Draft(meeting, here.Practice)
            : here.Practice.Rule.IsConsent || meeting.EveryObjectionCounts || meeting.AsItStands
                ? ConsentProcess.Hold(meeting, Rules(meeting, here.Practice))
            : RuledMeeting.Decide(meeting, here.Practice, person => here.Lot(person, request.Decision));
        if (!meeting.Reads.IsEmpty) day = day.After(here.Practice.Presence.LazyDays);
        var sitting = new Sitting(circle, day, 0, []);
        if (!minutes.Silent && !meeting.AtOnce)
            sitting = Sitting.Of(
                circle, request, version, day.NextMeeting(here.CadenceDays, here.Phase),
                Effort.Of(minutes, meeting, [day], []), here);
        var days = Dates(minutes.FurtherMeetings, sitting.Ended, here);
        (circle, var leavings) = Leaving.After(minutes, sitting.Circle, request, version, days[^1], here);
        var entries = ImmutableArray.CreateBuilder<Entry>(
            sitting.Entries.Length + minutes.Steps.Length + leavings.Length);
        entries.AddRange(sitting.Entries);
        if (!minutes.Silent && Attendance.Few(meeting, circle, request.Decision, here) is { } few)
            entries.Add(new Entry(
                EntryKind.FewCame, request.Cycle, days[0].Mid, request.Decision, version, 0, Speaker.Circle, few,
                null, null));
        var moments = ImmutableArray.CreateBuilder<Moment>();
        var people = here.Residents + circle.Links.Sum(link => link.People);
        foreach (var step in minutes.Steps)
        {
            var entry = step with
            {
                Cycle = request.Cycle,
                Day = days[step.Day].Mid,
                Decision = request.Decision,
                Version = version,
            };
            entries.Add(entry);
            if (!IsTold(entry.Kind)) continue;
            var moved = Fixed.ToLong(entry.From!.Value.DistanceTo(entry.To!.Value));
            moments.Add(new Moment(here.Id, here.Depth, entry, (Int128)moved * people));
        }

        entries.AddRange(leavings);
        return new Held(
            Opinions.After(circle, request, meeting.Present, minutes, here), meeting, minutes,
            entries.DrainToImmutable(),
            Effort.Of(minutes, meeting, days, moments.DrainToImmutable()) with { Waited = sitting.Waited },
            days[0], days[^1]);
    }

    /// <summary>The circle's practice, but that a text put as it stands is changed by nothing, and that nothing
    /// but integrating every objection leads to a change of a child's domain.</summary>
    private static Practice Rules(Meeting meeting, Practice practice) =>
        meeting.AsItStands ? practice with { Forms = [], Ladder = [Rung.Park] }
        : meeting.EveryObjectionCounts ? practice with { Gate = Gate.Sofa, Ladder = [Rung.Park] }
        : practice;

    /// <summary>Whether a reader at the top should hear of it: of what was said and where the text went.</summary>
    private static bool IsTold(EntryKind kind) => kind is not (
        EntryKind.Shaped or EntryKind.Awaited or EntryKind.NoQuorum or EntryKind.SilentConsent
        or EntryKind.SearchGaveUp);

    /// <summary>The day of the first meeting and of every further one.</summary>
    private static Days[] Dates(int further, Days first, Surroundings here)
    {
        var days = new Days[1 + further];
        days[0] = first;
        for (var i = 1; i < days.Length; i++)
            days[i] = days[i - 1].After(1).NextMeeting(here.CadenceDays, here.Phase);
        return days;
    }
}
