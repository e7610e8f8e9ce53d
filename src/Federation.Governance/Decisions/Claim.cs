using System.Collections.Immutable;
using Federation.Governance.Spaces;

namespace Federation.Governance.Decisions;

/// <summary>A range that one of those present, by number, states whatever they think: what a manipulator
/// imagines.</summary>
/// <param name="First">What everybody preferred before any talk, which goes on where it was.</param>
internal sealed record Claim(int Member, Acceptance Range, ImmutableArray<Point> First);
