using Federation.Cli.Runs;
using Federation.Society.Cases;
using Federation.Society.Places;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Hunts;

/// <summary>What to hunt in.</summary>
/// <param name="Load">The scenario with further settings.</param>
/// <param name="Named">As it was named, for the commands that are written down.</param>
internal sealed record HuntRequest(
    Func<IEnumerable<string>, Scenario> Load, string Named, ulong FirstSeed, ulong LastSeed, HuntFolder Folder);

/// <summary>Searches seeds and settings for degenerate cases, and shrinks the first find of each.</summary>
/// <remarks>
/// Trials have one order, seed by seed and in each the variations as listed. Some are run at once on the
/// cores; of each case the first in that order counts, so the same hunt finds the same on any machine.
/// </remarks>
internal sealed class Hunt(HuntRequest request, IProgress<RunProgress> progress, CancellationToken stop)
{
    /// <summary>Fixed, so that what is found does not depend on the machine.</summary>
    private const int AtOnce = 8;

    /// <summary>A trial, by its number in the hunt's order.</summary>
    private readonly record struct Sought(int Number, ulong Seed, Variation Variation);

    private readonly SortedDictionary<int, FindReport> _finds = [];
    private readonly List<string> _broken = [];
    private int _done;

    /// <summary>Runs until every trial is done or <paramref name="enough"/> is cancelled.</summary>
    public HuntReport Run(CancellationToken enough)
    {
        var began = TimeProvider.System.GetTimestamp();
        var usable = Variation.All.Where(Fits).ToArray();
        var seeds = (long)(request.LastSeed - request.FirstSeed) + 1;
        var planned = (int)(seeds * usable.Length);
        using var journal = new HuntJournal(request, planned);
        foreach (var batch in Trials(usable).Select((trial, number) => new Sought(number, trial.Seed, trial.Variation))
            .Chunk(AtOnce))
        {
            if (_finds.Count == DegenerateCases.All.Length || enough.IsCancellationRequested) break;
            Search(batch, journal, planned);
            request.Folder.Write(Report(planned, began));
        }

        return Report(planned, began);
    }

    /// <summary>Not every scenario takes every setting: another kind of federation has other keys.</summary>
    private bool Fits(Variation variation)
    {
        try
        {
            Worlds.Open(variation.Of(request.Load, request.FirstSeed));
            return true;
        }
        catch (Exception unfit) when (unfit
            is ScenarioException or InvalidFederationException or UnknownCircleException)
        {
            return false;
        }
    }

    private IEnumerable<(ulong Seed, Variation Variation)> Trials(Variation[] usable)
    {
        for (var seed = request.FirstSeed; ; seed++)
        {
            foreach (var variation in usable) yield return (seed, variation);
            if (seed == request.LastSeed) yield break;
        }
    }

    private void Search(Sought[] batch, HuntJournal journal, int planned)
    {
        var tried = new HuntJournal.Tried[batch.Length];
        Over(batch.Length, at =>
        {
            tried[at] = journal.Of(batch[at].Number, () => Try(batch[at]));
            Report("searching", Interlocked.Increment(ref _done), planned);
        });
        _broken.AddRange(tried.Select(one => one.Broken).OfType<string>());

        var fresh = new List<(Sought Trial, DegenerateCase Case)>();
        for (var at = 0; at < batch.Length; at++)
            foreach (var sought in DegenerateCases.All.Where(one => tried[at].Cases.Contains(one.Number)))
                if (!_finds.ContainsKey(sought.Number) && fresh.All(one => one.Case != sought))
                    fresh.Add((batch[at], sought));
        var shrunk = new FindReport?[fresh.Count];
        Over(fresh.Count, i =>
        {
            var (trial, sought) = fresh[i];
            Report($"shrinking {sought.Name}", _done, planned);
            shrunk[i] = journal.Of(trial.Number, sought.Number,
                () => Shrink(trial.Variation.Of(request.Load, trial.Seed), sought, trial.Variation)).Find;
        });
        foreach (var find in shrunk.OfType<FindReport>()) _finds[find.Case] = find;
    }

    /// <summary>A run that breaks off is a fault of the program; the hunt goes on and tells it.</summary>
    private HuntJournal.Tried Try(Sought trial)
    {
        try
        {
            var found = Trial.Find(trial.Variation.Of(request.Load, trial.Seed), stop);
            return new(trial.Number, [.. found.Select(one => one.Case.Number).Distinct().Order()], null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new(
                trial.Number, [],
                $"seed {trial.Seed}, {trial.Variation}: {fault.GetType().Name}: {fault.Message}");
        }
    }

    private FindReport? Shrink(Scenario first, DegenerateCase sought, Variation under)
    {
        if (!Shows(first)) return null;
        var smallest = Shrinking.Shrink(first, Shows, ChangedSettings.TakenBack);
        var finding = Trial.Shows(smallest, sought, stop)!;
        var file = request.Folder.Write(smallest, finding, under);
        return new FindReport(
            sought.Number, sought.Name, smallest.Seed, Largeness.Of(smallest, 0).Circles, smallest.Agenda.Length,
            file, sought.Cure.ToString(), finding.Circle.Path, finding.What, $"{under}",
            Largeness.Of(first, 0).Circles);

        bool Shows(Scenario scenario)
        {
            try
            {
                return Trial.Shows(scenario, sought, stop) is not null;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                return false;
            }
        }
    }

    private void Over(int count, Action<int> work)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop,
            }, work);
        }
        catch (AggregateException several) when (several.InnerExceptions.Any(one => one is OperationCanceledException))
        {
            throw new OperationCanceledException(stop);
        }
    }

    private void Report(string phase, int done, int planned) =>
        progress.Report(new RunProgress($"{phase}, {_finds.Count} kinds found", done, planned, 0, 0) { What = "runs" });

    private HuntReport Report(int planned, long began) => new()
    {
        Scenario = request.Named,
        FirstSeed = request.FirstSeed,
        LastSeed = request.LastSeed,
        Runs = _done,
        Planned = planned,
        Broken = [.. _broken],
        Folder = request.Folder.Path,
        WallSeconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds,
        Finds = [.. _finds.Values],
    };
}
