using System.Diagnostics;
using Federation.Cli.Runs;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Federation.Society.Adoption;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Storage.Records;
using Federation.Storage.Runs;

namespace Federation.Cli.Engine;

/// <summary>Runs a scenario to its end by either driver and says what it found and took.</summary>
internal static class ScenarioRun
{
    /// <summary>Beyond this many circles a run is not repeated by the reference driver to look for
    /// lost and doubled answers, and its minutes are not written out one by one.</summary>
    public const long FullRecordCirclesMax = 100_000;

    public static async Task<RunReport> Run(
        RunRequest request, IProgress<RunProgress> progress, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        progress.Report(new RunProgress("reading the plan", 0, 0, 0, request.Silos));
        var world = await Task.Run(() => Worlds.Open(request.Scenario), stop);
        var record = request.Directory.Read();
        if (request.Driver == "reference") request.Directory.Write(record with { State = "running" });
        var took = request.Driver == "reference"
            ? await ReferenceDriver.Run(world, progress, stop)
            : await ClusterDriver.Run(request, world, record, progress, stop);
        watch.Stop();

        var outcome = Outcomes.Of(world, took.Register);
        request.Directory.WriteSeals(outcome.Seals);
        var checking = await Record.Keep(request, world, took, outcome, progress, stop);
        var strain = await Task.Run(() => Strained.Of(world, outcome, Worlds.Open), stop);
        var report = Report(request, world, took, outcome, checking, request.Directory.Read().RunKey);
        report = (strain is null ? report : StrainReport.Add(report, strain)) with
        {
            WallSeconds = watch.Elapsed.TotalSeconds,
        };
        return request.Compare ? await Comparing.Add(report, world, took.Register, progress, stop) : report;
    }

    private static RunReport Report(
        RunRequest request, World world, Taking took, RunOutcome outcome, Checking checking, string runKey) => new()
    {
        Scenario = request.Scenario.Name,
        Seed = request.Scenario.Seed,
        Rule = request.Scenario.Rule,
        Silos = took.Silos,
        Driver = request.Driver,
        Durability = took.Durability,
        Storage = took.Storage,
        Outlives = took.Outlives,
        Circles = outcome.Circles,
        People = outcome.People,
        Represented = outcome.Represented,
        Cycles = outcome.Cycles,
        Seal = outcome.Seal,
        SilosLost = took.SilosLost,
        AskedAgain = took.AskedAgain,
        Restarts = took.Restarts,
        Lost = checking.Lost,
        Doubled = checking.Doubled,
        ReferenceSeal = checking.ReferenceSeal,
        Cases = checking.Found?.Cases,
        Breaker = checking.Found?.Breaker,
        Adoption = Adopted(request, world),
        Harm = outcome.Decisions.IsEmpty ? new HarmReport(0, 0)
            : new HarmReport(outcome.Decisions[0].HarmMean, outcome.Decisions[0].HarmWorstDecile),
        OutsideTolerance = outcome.Decisions.IsEmpty ? 0 : outcome.Decisions[0].OutsideTolerance,
        Budget = AttackBudget.Of(world),
        CpuSeconds = took.CpuSeconds,
        PeakMemoryBytes = took.PeakMemoryBytes,
        StallSeconds = took.StallSeconds,
        KillsLeft = [.. took.KillsLeft.Select(kill => kill.ToString())],
        TraceFile = File.Exists(request.Directory.TracesFile) ? request.Directory.TracesFile : "",
        Decisions = [.. outcome.Decisions.Select(decision =>
            DecisionReport.Of(decision, world.Scenario.Space, took.IsTraced ? TraceId(runKey, decision.Id) : ""))],
    };

    private static AdoptionReport? Adopted(RunRequest request, World world)
    {
        var adoption = Adoptions.In(world);
        if (adoption is not null) request.Directory.WriteAdoption(adoption);
        return AdoptionReport.Of(adoption);
    }

    private static string TraceId(string runKey, int decision) =>
        runKey.Length == 0 ? "" : TraceIds.Of(runKey, decision);
}

/// <summary>What a driver reached, and what it took.</summary>
/// <param name="Reference">The states at the end, when they are in this process; else null.</param>
/// <param name="StallSeconds">For each loss of a silo, how long no circle answered after it.</param>
internal sealed record Taking(
    Register Register, Reference? Reference, int SilosLost, long AskedAgain, int Restarts,
    double CpuSeconds, long PeakMemoryBytes, IReadOnlyList<double> StallSeconds)
{
    /// <summary>Losses that were ordered and whose moment never came.</summary>
    public IReadOnlyList<Kill> KillsLeft { get; init; } = [];

    /// <summary>On what it ran: without a cluster on no silos, and nothing is stored.</summary>
    public int Silos { get; init; }
    public string Durability { get; init; } = "none";
    public string Storage { get; init; } = "memory";

    /// <summary>Whether its spans went anywhere; silos that somebody else started are taken to trace.</summary>
    public bool IsTraced { get; init; } = true;

    /// <summary>Where it was stored; null where nothing was.</summary>
    public StoredRun? Stored { get; init; }

    /// <summary>What an acknowledged answer outlives, a phrase.</summary>
    public string Outlives { get; init; } = "";
}
