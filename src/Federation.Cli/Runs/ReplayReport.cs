using System.Collections.Immutable;

namespace Federation.Cli.Runs;

/// <summary>What running a run again found: the document of <c>replay</c>.</summary>
/// <param name="Seal">Of the root now; <paramref name="Recorded"/> is the one the run recorded, empty if it did not
/// end.</param>
/// <param name="Equal">Whether every seal the run recorded came out again.</param>
/// <param name="FirstDifference">Where not; null if equal.</param>
public sealed record ReplayReport(
    string Scenario, ulong Seed, string Seal, string Recorded, bool Equal, DifferenceReport? FirstDifference,
    int CyclesCompared, long Circles, double WallSeconds);

/// <summary>How two runs differ: the document of <c>diff</c>.</summary>
/// <param name="Differences">In the order in which one leads to the next: settings, seals by cycle, decisions,
/// circles, events. The first of each kind that has many.</param>
public sealed record DiffReport(
    string A, string B, bool Equal, DifferenceReport? First, ImmutableArray<DifferenceReport> Differences);

/// <summary>One thing that is not the same.</summary>
/// <param name="Kind">"scenario", "seal", "decision", "circle" or "event".</param>
/// <param name="Where">Key, cycle, or line.</param>
public sealed record DifferenceReport(string Kind, string Where, string A, string B);

/// <summary>What was exported: the document of <c>export</c>.</summary>
public sealed record ExportReport(string Run, string Format, ImmutableArray<string> Files);
