using System.Collections.Concurrent;
using System.Collections.Immutable;
using Federation.Cli.Runs;
using Federation.Society.Measures;
using Federation.Society.Runs;
using Federation.Storage.Runs;

namespace Federation.Cli.Studies;

/// <summary>Runs a study by the reference driver, several runs at once on the cores.</summary>
/// <remarks>Silos would give the same figures: both drivers run one machine, and their seals agree. A
/// study's federations are many and small, so the runs are what is spread.</remarks>
internal static class StudyRuns
{
    /// <summary>Each run's measures, by run; the same whatever order they ended in.</summary>
    public static ImmutableArray<double>[] Of(
        StudyPlan plan, StudyFolder folder, int atOnce, IProgress<RunProgress> progress, CancellationToken stop)
    {
        var before = new Dictionary<int, ImmutableArray<double>>();
        using var journal = File.Exists(folder.JournalFile)
            ? Journal.Resume(folder.JournalFile, plan.Key(), plan.Runs, out before)
            : Journal.Begin(folder.JournalFile, plan.Key(), plan.Runs);
        var measured = new ImmutableArray<double>[plan.Runs];
        foreach (var (run, values) in before) measured[run] = values;
        var done = before.Count;
        Report();
        var left = Enumerable.Range(0, plan.Runs).Where(run => !before.ContainsKey(run)).ToArray();
        try
        {
            Parallel.ForEach(
                Partitioner.Create(left, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop }, run =>
                {
                    measured[run] = Measured(plan, run, stop);
                    journal.Add(run, measured[run]);
                    Interlocked.Increment(ref done);
                    Report();
                });
        }
        catch (AggregateException several)
        {
            stop.ThrowIfCancellationRequested();
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return measured;

        void Report() => progress.Report(new RunProgress(
            $"{plan.Cells.Length} settings, {plan.Draws.Length} draws of each",
            Volatile.Read(ref done), plan.Runs, 0, 0)
        {
            What = "runs",
        });
    }

    private static ImmutableArray<double> Measured(StudyPlan plan, int run, CancellationToken stop)
    {
        var (cell, draw) = plan.At(run);
        var reference = new Reference(Worlds.Open(cell.Drawn(draw, plan.Redraws)))
        {
            Answered = stop.ThrowIfCancellationRequested,
        };
        return RunMeasures.Of(reference, reference.Run());
    }
}
