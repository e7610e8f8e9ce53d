using System.Collections.Immutable;

namespace Federation.Cli.Runs;

/// <summary>What a comparison found: the document of <c>compare</c>.</summary>
/// <remarks>The names are a contract: additions are possible, renames are not. A figure that has no
/// meaning or could not be computed is null.</remarks>
public sealed record CompareReport
{
    public required string Scenario { get; init; }
    public required ulong Seed { get; init; }
    public required int Replications { get; init; }

    /// <summary>What another replication draws again, a sentence.</summary>
    public required string Structure { get; init; }

    /// <summary>The smallest difference of mean harm that is of interest, named beforehand.</summary>
    public required double SmallestEffect { get; init; }

    /// <summary>The same of every measure one was named for, the primary outcome among them.</summary>
    public ImmutableSortedDictionary<string, double> SmallestEffects { get; init; } =
        ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The primary outcome's measure.</summary>
    public required string Primary { get; init; }

    public ImmutableArray<MeasureReport> Measures { get; init; } = [];
    public ImmutableArray<CellReport> Cells { get; init; } = [];
    public ImmutableArray<PairReport> Pairs { get; init; } = [];

    /// <summary>What an attack would have to capture, on the plan as written.</summary>
    public ImmutableArray<BudgetReport> Budgets { get; init; } = [];

    /// <summary>What the figures say, and what they do not, in plain words.</summary>
    public ImmutableArray<string> Says { get; init; } = [];
    public ImmutableArray<string> SaysNot { get; init; } = [];

    public string Folder { get; init; } = "";

    /// <summary>The same with charts, one file.</summary>
    public string Report => Path.Combine(Folder, "report.html");

    public double WallSeconds { get; init; }
}

/// <summary>The fewest who impose a decision at the root against all others, and the fewest who block one.</summary>
/// <param name="Name">The combination of settings, as pairs name it.</param>
/// <param name="ImposeAtTop">Seats where it is decided; likewise <paramref name="BlockAtTop"/>.</param>
/// <param name="ImposeFromBase">People where they live; likewise <paramref name="BlockFromBase"/>.</param>
public sealed record BudgetReport(
    string Name, string Rule, long ImposeAtTop, long BlockAtTop, long ImposeFromBase, long BlockFromBase);

/// <summary>What a measure is.</summary>
/// <param name="Better">"lower", "higher" or "neither".</param>
/// <param name="Low">Its least possible value; null for none. Likewise <paramref name="High"/>.</param>
/// <param name="OptimisedBy">Rules that do well on it by construction.</param>
public sealed record MeasureReport(
    string Name, string Unit, string Better, string Meaning, string Source, double? Low, double? High,
    ImmutableArray<string> OptimisedBy);

/// <summary>One measure under one combination of settings.</summary>
/// <param name="Name">The combination, as pairs name it.</param>
/// <param name="Low">Of Student's 95 % interval over replications.</param>
/// <param name="N">Replications in which it had a value.</param>
/// <param name="Values">Those values, in the order of replications; null where it had none.</param>
public sealed record CellReport(
    string Name, string Rule, bool Shaped, bool Amendable, bool Nested, double Latitude,
    ImmutableSortedDictionary<string, string> Setting, string Measure, double? Mean, double? Low, double? High, int N,
    ImmutableArray<double?> Values);

/// <summary>One measure under two combinations that differ in one setting, replication by replication.</summary>
/// <param name="Difference">The first less the second, with Student's 95 % interval.</param>
/// <param name="BootstrapLow">Of the bootstrap's 95 % interval.</param>
/// <param name="UnpairedLow">Of the interval there would be without common draws.</param>
/// <param name="Correlation">Achieved by the common draws.</param>
/// <param name="Effect">The difference in standard deviations.</param>
/// <param name="Ratio">Mean of the first over mean of the second; of person-hours, the cost of consensus.</param>
/// <param name="Verdict">"lower", "higher", "equivalent" or "open", after Holm's correction over all
/// pairs of the measure.</param>
public sealed record PairReport(
    string A, string B, string Measure, double? Difference, double? Low, double? High, int N,
    double? BootstrapLow, double? BootstrapHigh, double? UnpairedLow, double? UnpairedHigh,
    double? Correlation, double? Effect, double? Ratio, string Verdict);
