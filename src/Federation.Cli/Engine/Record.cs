using System.Collections.Immutable;
using Federation.Cli.Runs;
using Federation.Governance.Federating;
using Federation.Society.Breakers;
using Federation.Society.Cases;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Storage.Records;

namespace Federation.Cli.Engine;

/// <summary>What comparing a run with the reference run found.</summary>
/// <param name="Lost">Entries the reference run has and the run lacks; null when it was not compared.</param>
/// <param name="Doubled">Answers of one circle to one key that differ; null likewise.</param>
/// <param name="Found">What the circles' record says; null when it was not read.</param>
internal sealed record Checking(long? Lost, long? Doubled, string? ReferenceSeal, Findings? Found = null);

/// <summary>What only the record of all circles says.</summary>
/// <param name="Cases">What went wrong in a known way.</param>
/// <param name="Breaker">What a storm made of it; null without a power grid.</param>
internal sealed record Findings(ImmutableArray<CaseReport> Cases, BreakerReport? Breaker);

/// <summary>Keeps a finished run's minutes, and holds what it stored against the reference run.</summary>
internal static class Record
{
    public static Task<Checking> Keep(
        RunRequest request, World world, Taking took, RunOutcome outcome, IProgress<RunProgress> progress,
        CancellationToken stop) => Task.Run(async () =>
        {
            if (world.Plan.Circles > ScenarioRun.FullRecordCirclesMax) return new Checking(null, null, null);
            progress.Report(new RunProgress("holding it against the reference run", 0, 0, 0, 0));
            if (took.Reference is { } own)
            {
                return new Checking(0, 0, outcome.Seal, Write(request.Directory, world, took.Register, Recorded(own)));
            }

            var reference = new Reference(world) { Answered = stop.ThrowIfCancellationRequested };
            var seal = Outcomes.Of(world, reference.Run()).Seal;
            if (took.Stored is { } run)
            {
                var kept = await new StoredRecord(run).ReadAsync(stop).ToListAsync(stop);
                var found = Write(request.Directory, world, took.Register, kept);
                var (lost, doubled) = Differences.Count(reference, kept);
                return new Checking(lost, doubled, seal, found);
            }

            // Nothing was stored. The root's seal covers every circle's logbook: equal seals, equal logbooks.
            if (seal != outcome.Seal) return new Checking(null, null, seal);
            return new Checking(0, 0, seal, Write(request.Directory, world, took.Register, Recorded(reference)));
        }, stop);

    private static List<RecordedCircle> Recorded(Reference reference) =>
        [.. reference.Circles.Values.OrderBy(circle => circle.Id)
            .Select(circle => new RecordedCircle(circle, [.. reference.Entries(circle)]))];

    private static Findings Write(
        RunDirectory directory, World world, Register register, IReadOnlyCollection<RecordedCircle> run)
    {
        directory.WriteEvents(RunReading.Events(run, world));
        directory.WriteCircles(RunReading.CircleRows(run, world));
        ImmutableArray<CaseReport> cases =
            [.. DegenerateCases.In(new FinishedRun(world, register, run)).Select(CaseReport.Of)];
        directory.WriteCases(cases);
        return new Findings(cases, BreakerReport.Of(world, Storms.Over(world, run.Select(one => one.Circle))));
    }
}
