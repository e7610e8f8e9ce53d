using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Federation.Cli.Clusters;
using Federation.Cli.Ordeals;
using Federation.Society.Scenarios;

namespace Federation.Cli.Runs;

/// <summary>An ordeal somebody asked for.</summary>
internal sealed record OrdealRequest(
    Scenario Scenario, int Seed, double Minutes, ClusterPlan Cluster, ImmutableArray<Blow> Plan);

/// <summary>One run of the scenario while the cluster was struck.</summary>
/// <param name="SealIsRight">Whether it is the reference run's.</param>
/// <param name="Decisions">Matters that were settled.</param>
/// <param name="Failure">Why it stopped; empty when it came to its end.</param>
public sealed record OrdealRun(
    string Run, string Seal, bool SealIsRight, int Decisions, long Lost, long Doubled, double Seconds, string Failure)
{
    [JsonIgnore]
    public bool IsRight => SealIsRight && Lost == 0 && Doubled == 0 && Failure.Length == 0;

    public override string ToString() => Failure.Length > 0 ? $"{Run} stopped: {Failure}"
        : $"{Run}: {Decisions} decisions in {Seconds:0.0} s, {Lost} lost, {Doubled} doubled, seal "
            + (SealIsRight ? "right." : "WRONG.");
}

/// <summary>What a blow was, and how long no circle answered after it.</summary>
public sealed record BlowReport(double AtSeconds, string Kind, string What, double SilenceSeconds);

/// <summary>How the silences after one kind of blow are distributed, in seconds.</summary>
public sealed record SilenceReport(string Kind, int Blows, double Least, double Median, double NineTenths, double Most);

/// <summary>What an ordeal came to: the document of <c>chaos</c>.</summary>
public sealed record OrdealReport
{
    public required string Scenario { get; init; }
    public required int Seed { get; init; }
    public double Minutes { get; init; }
    public int Silos { get; init; }
    public required string Storage { get; init; }

    /// <summary>Whether nothing was lost or doubled, no decision failed, and every seal is the reference's.</summary>
    public bool Held { get; init; }

    public required string ReferenceSeal { get; init; }
    public int Decisions { get; init; }

    /// <summary>Decisions of runs that stopped or whose seal is another.</summary>
    public int FailedRuns { get; init; }

    public long Lost { get; init; }
    public long Doubled { get; init; }
    public int SilosLost { get; init; }
    public long Answers { get; init; }
    public ImmutableArray<OrdealRun> Runs { get; init; } = [];
    public ImmutableArray<BlowReport> Blows { get; init; } = [];
    public ImmutableArray<SilenceReport> Silences { get; init; } = [];
    public double WallSeconds { get; init; }

    internal static OrdealReport Of(
        OrdealRequest request, IReadOnlyList<OrdealRun> runs, Striking striking, int silosLost, string seal,
        TimeSpan wall) => new()
    {
        Scenario = request.Scenario.Name,
        Seed = request.Seed,
        Minutes = request.Minutes,
        Silos = request.Cluster.Silos,
        Storage = request.Cluster.StoreOrDefault is Storage.Sql.StoreAddress.Postgres ? "postgres" : "sqlite",
        Held = runs.All(run => run.IsRight),
        ReferenceSeal = seal,
        Decisions = runs.Sum(run => run.Decisions),
        FailedRuns = runs.Count(run => !run.IsRight),
        Lost = runs.Sum(run => run.Lost),
        Doubled = runs.Sum(run => run.Doubled),
        SilosLost = silosLost,
        Answers = striking.Answered,
        Runs = [.. runs],
        Blows = [.. striking.Struck.Select(one => new BlowReport(
            one.Blow.AtSeconds, $"{one.Blow.Kind}".ToLowerInvariant(), $"{one.Blow}", Math.Round(one.Silence, 3)))],
        Silences = [.. striking.Struck.GroupBy(one => one.Blow.Kind).OrderBy(kind => kind.Key)
            .Select(kind => Distribution(
                $"{kind.Key}".ToLowerInvariant(), [.. kind.Select(one => one.Silence).Order()]))],
        WallSeconds = wall.TotalSeconds,
    };

    private static SilenceReport Distribution(string kind, double[] sorted) => new(
        kind, sorted.Length, At(sorted, 0), At(sorted, .5), At(sorted, .9), At(sorted, 1));

    private static double At(double[] sorted, double share) =>
        Math.Round(sorted[(int)Math.Ceiling(share * (sorted.Length - 1))], 3);
}
