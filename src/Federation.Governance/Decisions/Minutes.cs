using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>How a meeting on one matter ended.</summary>
/// <param name="Consented">Whether a consent round ended without an objection that counts.</param>
/// <param name="Text">The text then, in the whole issue space; unchanged when not consented.</param>
/// <param name="Rung">How the circle got past an empty common ground, if it had to.</param>
/// <param name="Rounds">Rounds in which everyone was heard: talk and consent.</param>
/// <param name="Objections">Objections raised, those that did not count included.</param>
/// <param name="Steps">What was said and done, in order; cycle, decision and version unset, and for the day
/// the number of the meeting, from 0.</param>
/// <param name="Preferences">Where preferences stood when the meeting ended, as <c>Present</c>.</param>
/// <param name="Beliefs">What each believed then.</param>
/// <param name="Livable">Without consent: the text nearest to the one presented that all present
/// could live with were there no limit; null when there is none.</param>
public sealed record Minutes(
    bool Consented, Point Text, double TermShare, Rung Rung, int Rounds, int Objections, int Integrated,
    ImmutableArray<Entry> Steps, ImmutableArray<Point> Preferences, ImmutableArray<Point> Beliefs,
    Point? Livable)
{
    /// <summary>The dimensions agreed on: all of the matter's, or fewer where the domain was split.</summary>
    public required ImmutableArray<int> Dimensions { get; init; }

    /// <summary>Without consent: whose objection still counted when the meeting ended, ascending.</summary>
    public ImmutableArray<Speaker> Standing { get; init; } = [];

    /// <summary>The text on the table when the meeting ended, in the whole issue space.</summary>
    public required Point Tabled { get; init; }

    /// <summary>Where the meeting drafted a text: as it was put before anything was integrated.</summary>
    public Point? Put { get; init; }

    /// <summary>Of the rounds, those in which everyone said whether they consent.</summary>
    public int ConsentRounds { get; init; }

    /// <summary>Objections that did not count, concerns included.</summary>
    public int Dismissed { get; init; }

    /// <summary>Whether silence was the consent and nobody met.</summary>
    public bool Silent { get; init; }

    /// <summary>Meetings beyond the first.</summary>
    public int FurtherMeetings { get; init; }

    /// <summary>Attendances, of all meetings.</summary>
    public long Attending { get; init; }

    /// <summary>Sum of n^2 over rounds.</summary>
    public long Speaking { get; init; }

    /// <summary>The rungs tried, in order.</summary>
    public ImmutableArray<Climb> Climbs { get; init; } = [];

    /// <summary>Where members divided: each sub-circle's own text, in the whole issue space; else empty.</summary>
    public ImmutableArray<Point> Parts { get; init; } = [];

    /// <summary>As <c>Present</c>: which of <see cref="Parts"/> is a member's.</summary>
    public ImmutableArray<int> PartOf { get; init; } = [];
}

/// <summary>One rung tried, and its price.</summary>
/// <param name="Held">Whether it ended the search.</param>
/// <param name="Attending">Attendances it took.</param>
/// <param name="Speaking">Sum of n^2 over the rounds it took.</param>
/// <param name="Meetings">Further meetings it took.</param>
public readonly record struct Climb(Rung Rung, bool Held, long Attending, long Speaking, int Meetings);
