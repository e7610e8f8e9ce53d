using System.Collections.Immutable;
using Federation.Governance.Spaces;

namespace Federation.Society.Runs;

/// <summary>What a run of a scenario found: equal for every driver that ran it to its end.</summary>
/// <param name="Seal">The root's seal after the last cycle, 64 lower-case hexadecimal digits.</param>
/// <param name="Circles">Circles founded.</param>
/// <param name="People">Simulated people living in them.</param>
/// <param name="Represented">Inhabitants they stand for.</param>
/// <param name="Cycles">Governance cycles held, the founding included.</param>
public sealed record RunOutcome(
    string Seal,
    long Circles,
    long People,
    long Represented,
    int Cycles,
    ImmutableArray<DecisionOutcome> Decisions,
    ImmutableArray<SealAtCycle> Seals);

/// <summary>The scope's seal at the end of one cycle.</summary>
public sealed record SealAtCycle(int Cycle, int Day, string Scope, string Seal, long Entries);

/// <summary>How one matter ended.</summary>
/// <param name="Circle">The circle that decided it, or where it stopped.</param>
/// <param name="Outcome">"adopted", "parked", "refused" (another rule
/// than consent left what held), "not ratified", "ended"
/// (in force under a mandate until its review) or "open".</param>
/// <param name="Proposed">The text as brought; <paramref name="Decided"/> as it ended.</param>
/// <param name="Rung">"" or how the circle got past an empty common ground: "shorter term",
/// "measured", "split", "referred", "parked".</param>
/// <param name="HarmMean">Realised harm, person-weighted mean over leaf circles.</param>
/// <param name="HarmWorstDecile">Mean harm of the worst-off tenth of people.</param>
/// <param name="OutsideTolerance">Share of all people whose range of tolerance the way it is
/// carried out where they live does not reach, 0..1.</param>
/// <param name="Moments">The objections and integrations that moved most, most telling first;
/// bounded, so that a planet's decision still fits in a message.</param>
public sealed record DecisionOutcome(
    int Id,
    string Title,
    string Circle,
    string Effect,
    string Outcome,
    int Version,
    Point Proposed,
    Point Decided,
    ImmutableArray<int> Dimensions,
    int TermDays,
    long Objections,
    long Integrated,
    long CirclesAsked,
    long CirclesCarried,
    long CirclesAdapted,
    long CirclesUnresolved,
    long CirclesDeclined,
    long CirclesObjecting,
    long ReviewRequests,
    long Variances,
    string Rung,
    int LevelsUp,
    int LevelsDown,
    Span PersonHours,
    Span Weeks,
    double HarmMean,
    double HarmWorstDecile,
    double OutsideTolerance,
    ImmutableArray<MinuteLine> Moments)
{
    /// <summary>How often it waited in some circle's backlog because a meeting was full.</summary>
    public long Waited { get; init; }

    /// <summary>Circles in which the owner suspended its text.</summary>
    public long CirclesSuspended { get; init; }

    /// <summary>Circles that refused to ratify, and the weightiest of them by path.</summary>
    public long CirclesRefused { get; init; }
    public ImmutableArray<string> RefusedIn { get; init; } = [];

    /// <summary>Agreements of circles below that the text contradicts.</summary>
    public long Contradictions { get; init; }

    /// <summary>"" or what was wrong with the domains when the matter looked for its circle: "claim",
    /// "gap".</summary>
    public string Finding { get; init; } = "";
    /// <summary>Circles it should have reached and did not: no link person could carry it down.</summary>
    public long CirclesUnreached { get; init; }

    /// <summary>What came of its reviews, its missed reviews and the end of its term, oldest first.</summary>
    public ImmutableArray<LookOutcome> Looks { get; init; } = [];

    /// <summary>Meetings held on it, from the first to the last circle's.</summary>
    public long Meetings { get; init; }

    /// <summary>Ballots people filled in; 0 under consent.</summary>
    public long Ballots { get; init; }

    /// <summary>Objections that did not count by the gate, concerns included.</summary>
    public long Dismissed { get; init; }

    /// <summary>The rungs of the ladder tried anywhere, with their prices.</summary>
    public ImmutableArray<RungOutcome> Rungs { get; init; } = [];
}

/// <summary>What came of an agreement in force on a day something was due for it.</summary>
/// <param name="Verdict">"seen" (harm was measured, nothing was due), "missed" (nobody held the review),
/// "kept", "changed", "ended", "unrenewed" (no consent to go on; it holds until its term is over), "expired".</param>
/// <param name="Version">The version from that day on; <paramref name="Decided"/> is its text.</param>
/// <param name="HarmBefore">Realised harm that day, person-weighted mean over leaf circles.</param>
/// <param name="HarmAfter">The same once the next text was carried down, or none holds any more.</param>
public sealed record LookOutcome(
    int Day, int Cycle, string Verdict, int Version, Point Decided, double HarmBefore, double HarmAfter,
    double OutsideTolerance, Span PersonHours);

/// <summary>What one rung of the ladder was for, and its price.</summary>
/// <param name="Held">Meetings it ended the search of; <paramref name="Tried"/> those that tried it.</param>
/// <param name="Share">Of all meetings on the matter, those that tried it, 0..1.</param>
/// <param name="PersonHours">What it took, all circles together.</param>
/// <param name="Days">Simulated days it took on average where it was tried.</param>
public sealed record RungOutcome(
    string Rung, long Tried, long Held, double Share, Span PersonHours, double Days);

/// <summary>A figure under assumptions halved, as they are, and doubled.</summary>
public readonly record struct Span(double Low, double Mid, double High);

/// <summary>One line of a circle's minutes, in people's words and units.</summary>
/// <param name="Kind">What happened: "elected", "forwarded", "proposed", "shaped", "objection",
/// "integrated", "shortened", "measured", "decided", "carried", "adapted", "unresolved",
/// "review requested", "declined", "told", "parked", "referred".</param>
/// <param name="Member">Who, empty when it was the circle as a whole.</param>
/// <param name="Argument">Why, as a sentence part: "hours of reserve: 31 h asked, 22 h at most".</param>
/// <param name="From">Where the text stood before, in units; empty if it did not move.</param>
/// <param name="To">Where it stood after.</param>
public sealed record MinuteLine(
    int Day, int Cycle, string Circle, string Level, int Round, string Kind, string Member,
    string Argument, string From, string To)
{
    public int Decision { get; init; }

    /// <summary>The circle it is about or comes from, by name and path, where that is another: who asks for a
    /// review, who is granted an exception; else empty.</summary>
    public string About { get; init; } = "";
}
