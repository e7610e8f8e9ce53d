using System.Collections.Immutable;
using Federation.Cli.Runs;

namespace Federation.Cli.Studies;

/// <summary>Runs a study by the reference driver, many runs at once, and keeps each in the journal.</summary>
/// <remarks>A federation spread over silos would give the same figures: both drivers run one machine, and their
/// seals agree. A study's federations are many and small, so the runs are what is spread.</remarks>
internal static class StudyRuns
{
    /// <summary>A run that is done, as the journal has it.</summary>
    private sealed record Line(int Run, double?[] Values);

    /// <summary>Each run's measures, by run; the same whatever order they ended in and whoever did them.</summary>
    public static async Task<ImmutableArray<double>[]> Of(
        StudyPlan plan, StudyFolder folder, IStudyWorkers workers, IProgress<RunProgress> progress,
        CancellationToken stop)
    {
        var measured = new ImmutableArray<double>[plan.Runs];
        using var journal = Journal<Line>.Of(folder.JournalFile, plan.Key(), plan.Runs, Known);
        int[] left = [.. Enumerable.Range(0, plan.Runs).Where(run => measured[run].IsDefault)];
        var done = plan.Runs - left.Length;
        Report();
        await workers.Do(plan, left, Keep, stop);
        return measured;

        bool Known(Line line)
        {
            if (line.Values is null || line.Run < 0 || line.Run >= plan.Runs) return false;
            measured[line.Run] = [.. line.Values.Select(value => value ?? double.NaN)];
            return true;
        }

        void Keep(int run, ImmutableArray<double> values)
        {
            measured[run] = values;
            journal.Add(new Line(run, [.. values.Select(value => double.IsFinite(value) ? value : (double?)null)]));
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
