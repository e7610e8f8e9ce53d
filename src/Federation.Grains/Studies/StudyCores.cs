using Federation.Contracts.Studies;
using Federation.Society.Measures;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Grains.Studies;

/// <summary>The cores of this silo, as runs of studies share them: one run a core, each in a thread of its own, so
/// that circles and the membership of the cluster keep theirs.</summary>
internal sealed class StudyCores : IDisposable
{
    private readonly SemaphoreSlim _free = new(Environment.ProcessorCount);

    public int Count { get; } = Environment.ProcessorCount;

    /// <summary>Waits for a core and does the run there.</summary>
    /// <exception cref="OperationCanceledException">It is not wanted any more.</exception>
    public async Task<StudyResult> Do(StudyJob job, CancellationToken dropped)
    {
        await _free.WaitAsync(dropped).ConfigureAwait(false);
        try
        {
            return await Task.Factory.StartNew(
                () => Done(job, dropped), dropped, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();

    private static StudyResult Done(StudyJob job, CancellationToken dropped)
    {
        try
        {
            var world = Worlds.Open(ResolvedScenario.FromJson(job.Scenario));
            return new StudyResult(job.Run, RunMeasures.Run(world, dropped.ThrowIfCancellationRequested), "");
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // The console does it once more, and tells what fails there as it tells failures of its own.
            return new StudyResult(job.Run, [], $"{failed.GetType().Name}: {failed.Message}");
        }
    }
}
