using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>Who is heard on a matter, by the circle's policy on those who are not there.</summary>
internal static class Attendance
{
    public static Meeting Of(Meeting meeting, Circle circle, int decision, int version, Surroundings here)
    {
        var practice = here.Practice;
        if (practice.Presence.LazyDays > 0)
            meeting = meeting with { Reads = Each(meeting, voice => here.Reads(voice.Person, decision, version)) };
        if (practice.Gate == Gate.S3)
            meeting = meeting with { Lots = Each(meeting, voice => here.Judged(voice.Person, decision, version)) };
        if (practice.Absentees == Absentees.Wait)
            meeting = meeting with { Awaited = Missing(meeting.Present, circle, decision, version, here) };
        return practice.Presence.Quorum > 0 && practice.Absentees == Absentees.Waive
            ? meeting with { IsQuorate = IsQuorate(circle, decision, version, here) }
            : meeting;
    }

    /// <summary>How many came, where that was fewer than a third and nobody else was heard; null otherwise.</summary>
    /// <remarks>Where nobody at all comes a circle meets as though everybody had, and this says nothing.</remarks>
    public static Argument? Few(Meeting meeting, Circle circle, int decision, Surroundings here)
    {
        if (here.Practice.Absentees != Absentees.Waive) return null;
        var seats = here.IsLeaf ? here.Residents : (circle.Links.Length + 1) * here.Practice.Links.People;
        if (meeting.Present.Length * 3 >= seats) return null;
        var members = Voices.Heard(circle, here, decision).Length;
        return meeting.Present.Length * 3 < members ? Argument.OfMembers(members, meeting.Present.Length) : null;
    }

    private static bool IsQuorate(Circle circle, int decision, int version, Surroundings here)
    {
        var all = Voices.Heard(circle, here, decision);
        return all.Length - Missing(all, circle, decision, version, here)
            >= here.Practice.Presence.Quorum * all.Length;
    }

    private static int Missing(
        ImmutableArray<Voice> voices, Circle circle, int decision, int version, Surroundings here)
    {
        var missing = 0;
        foreach (ref readonly var voice in voices.AsSpan())
            if (!Straining.Comes(voice, circle, here, decision, version)) missing++;
        return missing;
    }

    private static ImmutableArray<T> Each<T>(Meeting meeting, Func<Voice, T> say)
    {
        var said = ImmutableArray.CreateBuilder<T>(meeting.Present.Length);
        foreach (var voice in meeting.Present) said.Add(say(voice));
        return said.MoveToImmutable();
    }
}
