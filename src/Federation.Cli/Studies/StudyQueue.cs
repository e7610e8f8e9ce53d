using System.Collections.Immutable;
using Federation.Cli.Terminals;

namespace Federation.Cli.Studies;

/// <summary>The runs of a study that are not done, and who has which; safe from any thread.</summary>
/// <param name="atOnceMost">How many may be given out at once.</param>
internal sealed class StudyQueue(
    IEnumerable<int> runs, int atOnceMost, Action<int, ImmutableArray<double>> measured)
{
    /// <summary>A run that was lost with so many silos is likely to be what they die of.</summary>
    public const int LossesMost = 5;

    private readonly Lock _gate = new();
    private readonly SortedSet<int> _waiting = [.. runs];
    private readonly HashSet<int> _given = [];
    private readonly Dictionary<int, int> _losses = [];
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when every run is measured, or with why one cannot be.</summary>
    public Task All
    {
        get
        {
            lock (_gate) EndIfDone();
            return _all.Task;
        }
    }

    /// <summary>The first runs that wait, at most so many.</summary>
    public ImmutableArray<int> Take(int most)
    {
        lock (_gate)
        {
            ImmutableArray<int> taken = [.. _waiting.Take(Math.Max(0, Math.Min(most, atOnceMost - _given.Count)))];
            _waiting.ExceptWith(taken);
            _given.UnionWith(taken);
            return taken;
        }
    }

    /// <summary>Somebody else shall do them.</summary>
    /// <param name="lost">Whether they went with a silo that died.</param>
    public void GiveBack(IEnumerable<int> runs, bool lost)
    {
        lock (_gate)
        {
            foreach (var run in runs)
            {
                if (!_given.Remove(run)) continue;
                _waiting.Add(run);
                if (lost && (_losses[run] = _losses.GetValueOrDefault(run) + 1) >= LossesMost)
                    _all.TrySetException(new CommandFailure(
                        "silos_lost",
                        $"Run {run} was under way on {LossesMost} silos that died; what was reached is kept",
                        "Look whether they have enough memory, then add --resume to the same command"));
            }
        }
    }

    /// <summary>A run is measured.</summary>
    public void Settle(int run, ImmutableArray<double> values)
    {
        lock (_gate)
        {
            if (!_given.Remove(run)) return;
            try
            {
                measured(run, values);
            }
            catch (CommandFailure unwritten)
            {
                Fail(unwritten);
            }

            EndIfDone();
        }
    }

    public void Fail(Exception why) => _all.TrySetException(why);

    private void EndIfDone()
    {
        if (_waiting.Count == 0 && _given.Count == 0) _all.TrySetResult();
    }
}
