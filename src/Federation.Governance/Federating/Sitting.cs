using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>When a matter was taken up and ended, if meetings have so many minutes and no more.</summary>
/// <param name="Ended">The day of the meeting in which it ended.</param>
/// <param name="Waited">1 if it waited in the backlog, else 0.</param>
/// <param name="Entries">That it waited, and that it went on in later meetings.</param>
internal readonly record struct Sitting(Circle Circle, Days Ended, int Waited, ImmutableArray<Entry> Entries)
{
    /// <param name="meeting">The day the circle would take it up had it nothing else to do.</param>
    /// <param name="effort">What the one matter takes.</param>
    public static Sitting Of(
        Circle circle, Request request, int version, Days meeting, Effort effort, Surroundings here)
    {
        if (!here.Practice.TimeBox.IsOn) return new Sitting(circle, meeting, 0, []);
        var from = circle.Booked.From(meeting, here);
        var to = from.Spend(here.Practice.TimeBox.Length(effort), here);
        var waited = from.Day.Mid > meeting.Mid;
        var entries = ImmutableArray<Entry>.Empty;
        if (waited)
            entries = entries.Add(Deliberating.Note(EntryKind.CarriedOver, request, version, meeting, null, null));
        if (to.Day.Mid > from.Day.Mid)
            entries = entries.Add(Deliberating.Note(EntryKind.WentOn, request, version, from.Day, null, null));
        return new Sitting(circle with { Booked = to }, to.Day, waited ? 1 : 0, entries);
    }
}
