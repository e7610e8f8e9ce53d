using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;
using Meeting = Federation.Governance.Decisions.Meeting;

namespace Federation.Governance.Federating;

/// <summary>A meeting with its entries dated, its effort counted and opinions taken along.</summary>
/// <param name="Meeting">As it was held.</param>
/// <param name="Day">The day its last part was held on.</param>
internal sealed record Held(
    Circle Circle, Meeting Meeting, Minutes Minutes, ImmutableArray<Entry> Entries, Effort Effort, Days Day);

/// <summary>A circle meets on a matter, on its own days.</summary>
internal static class Holding
{
    /// <param name="day">The day the matter is there; the circle meets on its next own day.</param>
    public static Held Hold(
        Circle circle, Request request, int version, Days day, Surroundings here, Meeting meeting)
    {
        meeting = Gathering.Of(meeting, circle, request.Decision, version, here);
        var minutes = ConsentProcess.Hold(meeting, here.Practice);
        var days = Dates(minutes, meeting, day, here);
        var entries = ImmutableArray.CreateBuilder<Entry>(minutes.Steps.Length);
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

        return new Held(
            Opinions.After(circle, request, meeting.Present, minutes, here), meeting, minutes,
            entries.MoveToImmutable(),
            Effort.Of(minutes, meeting.Present.Length, days, meeting.Awaited > 0, moments.DrainToImmutable()),
            days[^1]);
    }

    /// <summary>Whether a reader at the top should hear of it: of what was said and where the text went.</summary>
    private static bool IsTold(EntryKind kind) => kind is not (
        EntryKind.Shaped or EntryKind.Awaited or EntryKind.NoQuorum or EntryKind.SilentConsent
        or EntryKind.SearchGaveUp);

    /// <summary>The day of every meeting on the matter; under lazy consent of its deadline.</summary>
    private static Days[] Dates(Minutes minutes, Meeting meeting, Days day, Surroundings here)
    {
        if (!meeting.Reads.IsEmpty) day = day.After(here.Practice.Presence.LazyDays);
        if (minutes.Silent) return [day];
        var days = new Days[1 + minutes.FurtherMeetings];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = day.NextMeeting(here.CadenceDays, here.Phase);
            day = days[i].After(1);
        }

        return days;
    }
}
