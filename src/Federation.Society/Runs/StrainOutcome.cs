using System.Collections.Immutable;

namespace Federation.Society.Runs;

/// <summary>Who strained a run, which no circle knows, and what that did to its decisions.</summary>
/// <param name="Captured">People who, where they live, speak for somebody else, those of captured circles
/// among them.</param>
/// <param name="Blocking">People who object to everything; the next three likewise by how they behave.</param>
/// <param name="Leaving">People who would leave a circle that cannot decide because of them.</param>
/// <param name="Fakes">Members who are no people.</param>
/// <param name="CirclesCaptured">Circles in which everybody speaks for somebody else.</param>
/// <param name="CirclesRuled">Circles whose facilitator declares every objection invalid.</param>
/// <param name="MostSeats">The circles the busiest person sits in.</param>
public sealed record StrainOutcome(
    long Captured, long Blocking, long Exaggerating, long Manipulating, long Leaving, long Fakes,
    long CirclesCaptured, long CirclesRuled, int MostSeats, ImmutableArray<StrainedDecision> Decisions);

/// <summary>One decision beside the same one in a run of the same seed in which nobody strains anything.</summary>
/// <param name="Outcome">"clean", "deviated" (further from the other text than <c>attacks.delta</c>),
/// "captured" (that near to the target, and the other text is not), "paralysed" (parked, and the
/// other was adopted).</param>
/// <param name="FromClean">Distance between the two texts, coordinate units.</param>
/// <param name="FromTarget">Distance from what the captured ask for.</param>
public sealed record StrainedDecision(int Decision, string Outcome, double FromClean, double FromTarget);
