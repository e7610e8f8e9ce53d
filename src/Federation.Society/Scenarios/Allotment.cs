using System.Collections.Immutable;
using Federation.Governance.Spaces;

namespace Federation.Society.Scenarios;

/// <summary>A domain given at the founding, to one circle or to every circle of a level.</summary>
/// <param name="Circle">The circle's path; empty where a level is meant.</param>
/// <param name="Level">The level's name; empty where a circle is meant.</param>
/// <param name="Dimensions">Indices of the dimensions, ascending; empty for all that the circle above
/// has.</param>
/// <param name="Bounds">How far texts may go, in the whole issue space.</param>
/// <param name="Affects">The circle for whose people it decides; empty for its own.</param>
/// <param name="Latitude">What its limits leave to circles below; negative for process.latitude.</param>
public sealed record Allotment(
    string Circle, string Level, ImmutableArray<int> Dimensions, Bounds Bounds, string Affects, double Latitude);
