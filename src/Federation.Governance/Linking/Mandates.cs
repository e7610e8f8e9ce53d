using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Linking;

/// <summary>What a circle gives its delegates to take along.</summary>
public static class Mandates
{
    /// <summary>A delegate's voice as their mandate binds it, with what the link does to a report.</summary>
    /// <remarks>
    /// A free mandate is a point: the share of it that the link keeps, plus what the delegate gets
    /// wrong; the rest of the stand is their own. An imperative one is a ball, and nothing is their own.
    /// </remarks>
    internal static Voice Bound(
        this in Voice voice, DoubleLink link, double binds, Surroundings here, int decision)
    {
        if (link.Middle is not { } middle) return voice;
        var practice = here.Practice;
        if (practice.Links.Fidelity < 1)
            middle = here.StatusQuo + ((middle - here.StatusQuo) * practice.Links.Fidelity);
        if (practice.ReportNoise > 0) middle += here.ReportNoise(voice.Person, decision);
        return link.Room is { } room
            ? voice with { Mandate = middle, Duty = 1, Snapshot = voice.Snapshot with { Tolerance = room } }
            : voice with { Mandate = middle, Duty = practice.Duty * binds };
    }

    /// <summary>At the end of a circle's meeting: what its delegates take along, and within what room.</summary>
    internal static (Work Work, Point Middle, double? Room) Given(
        Work work, Request request, ImmutableArray<Voice> members, Point middle, Days day, Surroundings here)
    {
        if (here.Practice.Links.Mandate == Mandate.Free || here.Depth == 0 || members.IsEmpty)
            return (work, middle, null);
        var (centre, radius) = Imperative(members, here.Practice);
        if (radius <= 0)
            work = work with
            {
                Entries = work.Entries.Add(Electing.Note(
                    EntryKind.MandateEmpty, request.Cycle, day, 0, Speaker.Circle)),
            };
        return (work, centre, radius);
    }

    /// <summary>The largest ball inside the common ground of a circle's members, in all dimensions.</summary>
    /// <returns>Its centre and radius. Without common ground the radius is 0 and the centre is where
    /// the worst-off member is best off: that delegate can consent to nothing else.</returns>
    /// <remarks>
    /// The deficit t* = min over p of max (|p - z_i| - r_i) is minus the radius, and its minimiser the
    /// centre (docs/guide/model.md, "Feasibility"). Ranges that a shorter term widens hold the
    /// widened ball too, since the ball is no wider than any of them.
    /// </remarks>
    public static (Point Centre, double Radius) Imperative(ImmutableArray<Voice> members, Practice practice)
    {
        var ranges = new Acceptance[members.Length];
        for (var i = 0; i < ranges.Length; i++)
        {
            ref readonly var voice = ref members.ItemRef(i);
            var stand = practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
            ranges[i] = new Acceptance(Fixed.Round(stand), voice.Snapshot.Tolerance, practice.BoxRanges)
            {
                Salience = voice.Salience,
            };
        }

        var deficit = CommonGround.Deficit(ranges, out var fairest);
        return (Fixed.Round(fairest), Fixed.Round(Math.Max(0, -deficit)));
    }
}
