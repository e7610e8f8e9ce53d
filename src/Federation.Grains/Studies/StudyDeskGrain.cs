using System.Collections.Immutable;
using Federation.Contracts.Studies;
using Federation.Grains.Placement;
using Federation.Storage.Runs;

namespace Federation.Grains.Studies;

/// <summary>Holds what one console wants of this silo, and what of it is done.</summary>
[NamedSiloPlacement]
internal sealed class StudyDeskGrain(StudyCores cores, TimeProvider clock) : Grain, IStudyDeskGrain
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromMilliseconds(500);

    /// <summary>A console that lives asks several times as often.</summary>
    private static readonly TimeSpan ForgetAfter = TimeSpan.FromSeconds(15);

    private readonly Dictionary<int, Wanted> _wanted = [];
    private IGrainTimer? _silence;

    public async Task<byte[]> Exchange(byte[] order)
    {
        HearAgain();
        var jobs = StudyOrder.Decode(order).Jobs;
        Drop(_wanted.Keys.Except(jobs.Select(job => job.Run)));
        foreach (var job in jobs)
            if (!_wanted.ContainsKey(job.Run)) _wanted.Add(job.Run, Begin(job));
        if (_wanted.Count > 0 && Results().IsEmpty)
            await Task.WhenAny([.. _wanted.Values.Select(one => one.Doing), Task.Delay(AnswerWithin, clock)]);
        return new StudyReturn(Builds.Computing, cores.Count, Results()).Encode();
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Drop(_wanted.Keys);
        return Task.CompletedTask;
    }

    private ImmutableArray<StudyResult> Results() =>
        [.. _wanted.Values.Where(one => one.Doing.IsCompletedSuccessfully).Select(one => one.Doing.Result)];

    private void HearAgain()
    {
        _silence ??= this.RegisterGrainTimer(
            Forget, new GrainTimerCreationOptions(ForgetAfter, Timeout.InfiniteTimeSpan));
        _silence.Change(ForgetAfter, Timeout.InfiniteTimeSpan);
    }

    private Task Forget(CancellationToken stop)
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private void Drop(IEnumerable<int> runs)
    {
        foreach (var run in runs.ToArray())
        {
            if (!_wanted.Remove(run, out var one)) continue;
            one.Dropped.Cancel();
            one.Doing.Ignore();
        }
    }

    private Wanted Begin(StudyJob job)
    {
        var dropped = new CancellationTokenSource();
        return new Wanted(cores.Do(job, dropped.Token), dropped);
    }

    /// <summary>A run that waits, is under way or done; dropped, it stops at its next answer.</summary>
    private readonly record struct Wanted(Task<StudyResult> Doing, CancellationTokenSource Dropped);
}
