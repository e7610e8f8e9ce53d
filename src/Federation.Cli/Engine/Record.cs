using Federation.Cli.Runs;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Storage.Records;

namespace Federation.Cli.Engine;

/// <summary>What comparing a run with the reference run found.</summary>
/// <param name="Lost">Entries the reference run has and the run lacks; null when it was not compared.</param>
/// <param name="Doubled">Answers of one circle to one key that differ; null likewise.</param>
internal sealed record Checking(long? Lost, long? Doubled, string? ReferenceSeal);

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
                Write(request.Directory, world, Recorded(own));
                return new Checking(0, 0, outcome.Seal);
            }

            var reference = new Reference(world) { Answered = stop.ThrowIfCancellationRequested };
            var seal = Outcomes.Of(world, reference.Run()).Seal;
            if (RunReading.Stored(request.Directory, request.Directory.Read()) is { } run)
            {
                var kept = await new StoredRecord(run).ReadAsync(stop).ToListAsync(stop);
                Write(request.Directory, world, kept);
                var (lost, doubled) = Differences.Count(reference, kept);
                return new Checking(lost, doubled, seal);
            }

            // Nothing was stored. The root's seal covers every circle's logbook: equal seals, equal logbooks.
            if (seal != outcome.Seal) return new Checking(null, null, seal);
            Write(request.Directory, world, Recorded(reference));
            return new Checking(0, 0, seal);
        }, stop);

    private static List<RecordedCircle> Recorded(Reference reference) =>
        [.. reference.Circles.Values.OrderBy(circle => circle.Id)
            .Select(circle => new RecordedCircle(circle, [.. reference.Entries(circle)]))];

    private static void Write(RunDirectory directory, World world, IReadOnlyCollection<RecordedCircle> run)
    {
        directory.WriteEvents(RunReading.Events(run, world));
        directory.WriteCircles(RunReading.CircleRows(run, world));
    }
}
