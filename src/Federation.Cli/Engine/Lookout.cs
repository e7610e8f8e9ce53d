using Federation.Cli.Clusters;
using Federation.Cli.Runs;

namespace Federation.Cli.Engine;

/// <summary>Looks at the silos' tallies two hundred times a second: loses silos when it is time, and
/// measures for how long nobody answers then.</summary>
/// <remarks>By itself, because a poll of a register whose silo died keeps the driver waiting.</remarks>
internal sealed class Lookout : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);

    private readonly SilosAtWork _counts;
    private readonly long _expected;
    private readonly Queue<Kill> _kills;
    private readonly Stalls _stalls = new(TimeProvider.System);
    private readonly CancellationTokenSource _over = new();
    private readonly Task _looking;

    public Lookout(SilosAtWork counts, IEnumerable<Kill> kills, long expected)
    {
        (_counts, _expected) = (counts, expected);
        _kills = new Queue<Kill>(kills.OrderBy(kill => kill.Share));
        _looking = Task.Run(Look);
    }

    /// <summary>After each loss of a silo that was ordered, how long nobody answered.</summary>
    public IReadOnlyList<double> StallSeconds => _stalls.Seconds;

    /// <summary>Kills whose moment never came, because the run took fewer answers than expected.</summary>
    public IReadOnlyList<Kill> KillsLeft => [.. _kills];

    /// <summary>Ends when the run has ended.</summary>
    /// <exception cref="ClusterException">A silo that was to be lost was gone already.</exception>
    public async Task End()
    {
        await _over.CancelAsync();
        await _looking;
        _stalls.End();
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _looking.ContinueWith(_ => { }, TaskScheduler.Default);
        _over.Dispose();
    }

    private async Task Look()
    {
        while (!_over.IsCancellationRequested)
        {
            _stalls.See(_counts.AnsweredBySurvivors);
            while (_kills.TryPeek(out var kill) && kill.Share * _expected <= _counts.Answered)
            {
                _kills.Dequeue();
                _counts.Kill(kill.Silo);
                _stalls.Begin(_counts.AnsweredBySurvivors);
            }

            await Task.Delay(LookEvery, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
