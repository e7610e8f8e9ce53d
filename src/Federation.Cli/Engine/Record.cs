using Federation.Cli.Runs;
using Federation.Society.People;
using Federation.Society.Runs;

namespace Federation.Cli.Engine;

/// <summary>What comparing a run with the reference run found.</summary>
/// <param name="Lost">Entries the reference run has and the run lacks; null when it was not compared.</param>
/// <param name="Doubled">Answers of one circle to one key that differ; null likewise.</param>
internal sealed record Checking(long? Lost, long? Doubled, string? ReferenceSeal);

/// <summary>Keeps a finished run's minutes and tables, and holds it against the reference run.</summary>
internal static class Record
{
    public static Task<Checking> Keep(
        RunRequest request, World world, Taking took, RunOutcome outcome, IProgress<RunProgress> progress,
        CancellationToken stop) => Task.Run(() =>
        {
            if (world.Plan.Circles > ScenarioRun.FullRecordCirclesMax) return new Checking(null, null, null);
            progress.Report(new RunProgress("holding it against the reference run", 0, 0, 0, 0));
            var reference = took.Reference;
            var seal = outcome.Seal;
            if (reference is null)
            {
                reference = new Reference(world);
                seal = Outcomes.Of(world, reference.Run()).Seal;
            }

            Write(request.Directory, world, reference);
            return seal == outcome.Seal ? new Checking(0, 0, seal) : new Checking(null, null, seal);
        }, stop);

    private static void Write(RunDirectory directory, World world, Reference reference)
    {
        var telling = new Telling(world.Plan, world.Scenario.Space);
        directory.WriteEvents(reference.Circles.Values
            .SelectMany(circle => reference.Entries(circle).Select(entry => (Circle: circle, Entry: entry)))
            .OrderBy(one => one.Entry.Cycle).ThenBy(one => one.Entry.Day).ThenBy(one => one.Circle.Id)
            .Select(one => telling.Tell(one.Circle.Id, one.Entry)));
    }
}
