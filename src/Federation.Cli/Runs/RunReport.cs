using System.Collections.Immutable;
using Federation.Society.Runs;

namespace Federation.Cli.Runs;

/// <summary>What a run found and what it took: the documents of <c>run</c> and
/// <c>demo</c>.</summary>
/// <remarks>The names are a contract: additions are possible, renames are not.</remarks>
public sealed record RunReport
{
    public required string Scenario { get; init; }
    public required ulong Seed { get; init; }
    public required string Rule { get; init; }
    public int Silos { get; init; }
    public required string Driver { get; init; }
    public required string Durability { get; init; }
    public required string Storage { get; init; }

    /// <summary>What an acknowledged answer outlives, a phrase; empty without a cluster.</summary>
    public string Outlives { get; init; } = "";

    public long Circles { get; init; }

    /// <summary>Simulated persons.</summary>
    public long People { get; init; }

    public int Cycles { get; init; }
    public required string Seal { get; init; }
    public int SilosLost { get; init; }

    /// <summary>Circles asked again because a silo was lost.</summary>
    public long AskedAgain { get; init; }

    public int Restarts { get; init; }

    /// <summary>Entries the reference run has and this one lacks, and answers given twice and
    /// differently; both must be 0. Null where the run was too large to be compared.</summary>
    public long? Lost { get; init; }

    public long? Doubled { get; init; }

    /// <summary>The reference run's seal, where it was run beside; equal to <see cref="Seal"/>.</summary>
    public string? ReferenceSeal { get; init; }

    /// <summary>After each loss of a silo, how long no circle answered, in seconds.</summary>
    public IReadOnlyList<double> StallSeconds { get; init; } = [];

    /// <summary>Losses that were ordered and whose moment never came: the run took fewer answers than
    /// was expected of it.</summary>
    public IReadOnlyList<string> KillsLeft { get; init; } = [];

    /// <summary>Inhabitants of the places the simulated persons stand for.</summary>
    public long Represented { get; init; }

    public HarmReport Harm { get; init; } = new(0, 0);

    /// <summary>Share of all people outside their range of tolerance, 0..1.</summary>
    public double OutsideTolerance { get; init; }

    public ImmutableArray<Counterfactual> Counterfactual { get; init; } = [];

    /// <summary>What would reverse the result, a sentence; empty when nothing tried did.</summary>
    public string ReversedBy { get; init; } = "";

    /// <summary>Who strained the run; null where nobody did, or it was too large to be held twice.</summary>
    public StrainReport? Strain { get; init; }

    /// <summary>How few impose or block a decision at the root; null where the plan is too large, or under
    /// a null model.</summary>
    public AttackBudget? Budget { get; init; }

    public double WallSeconds { get; init; }
    public double CpuSeconds { get; init; }
    public long PeakMemoryBytes { get; init; }
    public string RunDirectory { get; init; } = "";
    public string TraceFile { get; init; } = "";
    public string Report { get; init; } = "";
    public ImmutableArray<DecisionReport> Decisions { get; init; } = [];

    /// <summary>Degenerate cases, by number; null where the run was too large to be looked through.</summary>
    public ImmutableArray<CaseReport>? Cases { get; init; }

    /// <summary>The storm over a power grid; null where the scenario has none.</summary>
    public BreakerReport? Breaker { get; init; }

    /// <summary>How an innovation went from circle to circle; null where the scenario has none.</summary>
    public AdoptionReport? Adoption { get; init; }
}

/// <summary>Realised harm in coordinate units, person-weighted.</summary>
public sealed record HarmReport(double Mean, double WorstDecile);

/// <summary>The same people under another rule.</summary>
public sealed record Counterfactual(
    string Rule, double Harm, double OutsideTolerance, double Weeks);

/// <summary>A figure under assumptions halved, as they are, and doubled.</summary>
public sealed record RangeReport(double Low, double Mid, double High)
{
    public static RangeReport Of(Span span) => new(span.Low, span.Mid, span.High);
}
