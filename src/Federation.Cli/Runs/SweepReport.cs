using System.Collections.Immutable;

namespace Federation.Cli.Runs;

/// <summary>What a sweep found: the document of <c>sweep</c>.</summary>
/// <remarks>The names are a contract: additions are possible, renames are not. What has no value is null.</remarks>
public sealed record SweepReport
{
    public required string Scenario { get; init; }

    /// <summary>"grid", "lhs", "sobol", "morris" or "indices".</summary>
    public required string Design { get; init; }

    public required ulong FirstSeed { get; init; }
    public required ulong LastSeed { get; init; }

    /// <summary>Runs done, those of an earlier, interrupted sweep included.</summary>
    public required int Runs { get; init; }

    /// <summary>The primary outcome's measure.</summary>
    public required string Primary { get; init; }

    public ImmutableArray<FactorReport> Factors { get; init; } = [];
    public ImmutableArray<MeasureReport> Measures { get; init; } = [];

    /// <summary>In the design's order. All figures of all points are in points.csv.</summary>
    public ImmutableArray<PointReport> Points { get; init; } = [];

    /// <summary>What each factor does to each measure; only with designs "morris" and "indices".</summary>
    public ImmutableArray<EffectReport> Effects { get; init; } = [];

    /// <summary>What to beware of in these figures; "" for nothing.</summary>
    public string Note { get; init; } = "";

    public string Folder { get; init; } = "";
    public double WallSeconds { get; init; }
}

/// <summary>A key that was varied.</summary>
/// <param name="Values">Its values; empty where it had a range.</param>
public sealed record FactorReport(string Key, ImmutableArray<string> Values, double? Low, double? High);

/// <summary>One point of a sweep: its settings, and each measure's mean over seeds.</summary>
public sealed record PointReport(
    ImmutableSortedDictionary<string, string> Setting, ImmutableSortedDictionary<string, double?> Means);

/// <summary>What a factor does to a measure's mean over seeds.</summary>
/// <param name="Kind">"mean", "absolute", "spread": of elementary effects, a factor going through its whole
/// range; "first", "total": shares of variance.</param>
/// <param name="Low">Of the bootstrap's 95 % interval.</param>
public sealed record EffectReport(
    string Key, string Measure, string Kind, double? Value, double? Low, double? High);
