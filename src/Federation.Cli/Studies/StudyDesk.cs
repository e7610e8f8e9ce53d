using System.Diagnostics;
using Federation.Cli.Terminals;
using Federation.Contracts.Studies;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Studies;

/// <summary>The console's side of one silo's desk: keeps the silo busy, and takes what is done.</summary>
internal sealed class StudyDesk(IStudyDeskGrain desk, StudyPlan plan, StudyQueue queue)
{
    /// <summary>A run for each core, and one that waits for it.</summary>
    private const int RunsPerCore = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeaveWithin = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>After so long without an answer its runs are given to others; it is asked on.</summary>
    private static readonly TimeSpan SilentMost = TimeSpan.FromSeconds(6);

    private readonly Dictionary<int, StudyJob> _held = [];
    private long _heard = Stopwatch.GetTimestamp();

    /// <summary>When it last answered.</summary>
    public long Heard => Volatile.Read(ref _heard);

    /// <summary>It computes by another build: nothing of it is taken.</summary>
    public bool IsOther { get; private set; }

    /// <summary>Goes on until there is nothing left to do, or the silo is gone.</summary>
    /// <param name="gone">The cluster says that the silo left it.</param>
    /// <param name="stop">The study ends; the silo is told so.</param>
    public async Task Serve(CancellationToken gone, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, stop);
        try
        {
            for (var cores = 0; !IsOther;)
            {
                foreach (var run in queue.Take((RunsPerCore * cores) - _held.Count))
                    _held.Add(run, new StudyJob(run, ResolvedScenario.ToJson(plan.Scenario(run))));
                var said = await Exchange(new StudyOrder([.. _held.Values]), Patience, either.Token);
                cores = await Take(said, cores, stop);
                if (said is null || _held.Count == 0) await Task.Delay(Between, either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // What it still had is given back below.
        }

        queue.GiveBack(_held.Keys, lost: gone.IsCancellationRequested && !stop.IsCancellationRequested);
        if (!gone.IsCancellationRequested) await Exchange(StudyOrder.Nothing, LeaveWithin, CancellationToken.None);
    }

    /// <returns>For how many cores it is given runs from now on.</returns>
    private async Task<int> Take(StudyReturn? said, int cores, CancellationToken stop)
    {
        if (said is null)
        {
            if (Stopwatch.GetElapsedTime(Heard) < SilentMost) return cores;
            queue.GiveBack(_held.Keys, lost: false);
            _held.Clear();
            return 0;
        }

        Volatile.Write(ref _heard, Stopwatch.GetTimestamp());
        if (said.Build != Builds.Computing)
        {
            IsOther = true;
            return 0;
        }

        foreach (var result in said.Results)
        {
            if (!_held.Remove(result.Run)) continue;
            if (result.Failure.Length == 0) queue.Settle(result.Run, result.Measures);
            else await DoHere(result.Run, stop);
        }

        return said.Cores;
    }

    /// <summary>What failed on a silo fails here too, and is told as any failure of ours.</summary>
    private Task DoHere(int run, CancellationToken stop) => Task.Run(() =>
    {
        try
        {
            queue.Settle(run, plan.Measured(run, stop));
        }
        catch (CommandFailure failed)
        {
            queue.Fail(failed);
        }
    }, stop);

    /// <returns>Null when no answer came; the same may be asked again.</returns>
    private async Task<StudyReturn?> Exchange(StudyOrder order, TimeSpan patience, CancellationToken stop)
    {
        var calling = desk.Exchange(order.Encode());
        try
        {
            return StudyReturn.Decode(await calling.WaitAsync(patience, stop));
        }
        catch (Exception silent) when (silent is TimeoutException or OrleansException or OperationCanceledException)
        {
            calling.Ignore();
            stop.ThrowIfCancellationRequested();
            return null;
        }
    }
}
