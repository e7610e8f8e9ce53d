using System.Collections.Immutable;
using Federation.Cli.Runs;

namespace Federation.Cli.Studies;

/// <summary>Runs a study by the reference driver, many runs at once, and keeps each in the journal.</summary>
/// <remarks>A federation spread over silos would give the same figures: both drivers run one machine, and their
/// seals agree. A study's federations are many and small, so the runs are what is spread.</remarks>
internal static class StudyRuns
{
    /// <summary>Each run's measures, by run; the same whatever order they ended in and whoever did them.</summary>
    public static async Task<ImmutableArray<double>[]> Of(
        StudyPlan plan, StudyFolder folder, IStudyWorkers workers, IProgress<RunProgress> progress,
        CancellationToken stop)
    {
        var before = new Dictionary<int, ImmutableArray<double>>();
        using var journal = File.Exists(folder.JournalFile)
            ? Journal.Resume(folder.JournalFile, plan.Key(), plan.Runs, out before)
            : Journal.Begin(folder.JournalFile, plan.Key(), plan.Runs);
        var measured = new ImmutableArray<double>[plan.Runs];
        foreach (var (run, values) in before) measured[run] = values;
        var done = before.Count;
        Report();
        await workers.Do(plan, [.. Enumerable.Range(0, plan.Runs).Where(run => !before.ContainsKey(run))], Keep, stop);
        return measured;

        void Keep(int run, ImmutableArray<double> values)
        {
            measured[run] = values;
            journal.Add(run, values);
            Interlocked.Increment(ref done);
            Report();
        }

        void Report() => progress.Report(new RunProgress(
            $"{plan.Cells.Length} settings, {plan.Draws.Length} draws of each",
            Volatile.Read(ref done), plan.Runs, workers.Living, workers.Met)
        {
            What = "runs",
        });
    }
}
