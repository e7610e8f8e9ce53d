using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>One matter before one circle.</summary>
/// <param name="Present">Who is there, in ascending order of person.</param>
/// <param name="Facets">The dimensions it is about.</param>
/// <param name="Text">The text presented, in the whole issue space.</param>
/// <param name="Bounds">What the circle's domain leaves open, in the matter's dimensions.</param>
/// <param name="Limit">Within what a circle below carries an agreement out; null for the owner.</param>
/// <param name="TermShare">The share of it already agreed above, which widens every range; 1 for the
/// whole term.</param>
/// <param name="Shapes">Whether tuners may write the text; false where it was shaped before.</param>
public sealed record Meeting(
    ImmutableArray<Voice> Present, Facets Facets, Point Text, Bounds Bounds, Acceptance? Limit,
    double TermShare, bool Shapes)
{
    /// <summary>Whether the text is only to be consented to or objected to, changed by nobody here.</summary>
    public bool AsItStands { get; init; }

    /// <summary>Whether nobody may judge an objection away: a child's domain is at stake.</summary>
    public bool EveryObjectionCounts { get; init; }

    /// <summary>Whether the facilitator declares every objection invalid.</summary>
    public bool RulesInvalid { get; init; }
}

/// <summary>How a meeting on one matter ended.</summary>
/// <param name="Consented">Whether a consent round ended without an objection.</param>
/// <param name="Text">The text then, in the whole issue space; unchanged when not consented.</param>
/// <param name="Rung">How the circle got past an empty common ground, if it had to.</param>
/// <param name="Rounds">Rounds in which everyone was heard: talk and consent.</param>
/// <param name="Steps">What was said and done, in order; cycle, day, decision and version unset.</param>
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

    /// <summary>Without consent: who still objected when the meeting ended, ascending.</summary>
    public ImmutableArray<Speaker> Standing { get; init; } = [];
}
