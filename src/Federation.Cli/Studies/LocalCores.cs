using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;

namespace Federation.Cli.Studies;

/// <summary>Several runs at once on the cores of this machine.</summary>
internal sealed class LocalCores(int atOnce) : IStudyWorkers
{
    public int Living => 0;

    public int Met => 0;

    public Task Do(
        StudyPlan plan, IReadOnlyList<int> runs, Action<int, ImmutableArray<double>> measured,
        CancellationToken stop) =>
        Task.Run(() =>
        {
            try
            {
                Parallel.ForEach(
                    Partitioner.Create(runs, EnumerablePartitionerOptions.NoBuffering),
                    new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop },
                    run => measured(run, plan.Measured(run, stop)));
            }
            catch (AggregateException several)
            {
                stop.ThrowIfCancellationRequested();
                ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            }
        }, stop);
}
