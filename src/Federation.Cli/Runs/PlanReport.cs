using System.Collections.Immutable;

namespace Federation.Cli.Runs;

/// <summary>Structures side by side: the document of <c>plan</c>.</summary>
/// <param name="Population">People to organise.</param>
public sealed record PlanReport(long Population, ImmutableArray<PresetReport> Presets);

/// <summary>One structure; weeks and hours with rhythm and length of meetings halved, as assumed, and
/// doubled.</summary>
public sealed record PresetReport(
    string Name, int Levels, long Circles, long LinkSeats, double LinkShare, double ParentSize, RangeReport WeeksUp,
    RangeReport WeeksUpAndDown, RangeReport HoursPerPersonMonth, string Source);
