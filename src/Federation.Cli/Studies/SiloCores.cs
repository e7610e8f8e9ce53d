using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Cli.Clusters;
using Federation.Cli.Terminals;
using Federation.Contracts.Studies;

namespace Federation.Cli.Studies;

/// <summary>The cores of a running cluster's silos: each silo that is there gets runs, as many as it has cores and
/// as many again that wait; silos may come and go.</summary>
/// <param name="address">Where the cluster was said to be.</param>
/// <param name="atOnceMost">How many runs at once, over all silos.</param>
internal sealed class SiloCores(ClusterClient client, ClusterAddress address, int atOnceMost) : IStudyWorkers
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>After so long without one answer nothing more is hoped for.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(2);

    private readonly Dictionary<SiloAddress, Served> _silos = [];
    private readonly HashSet<SiloAddress> _met = [];
    private volatile int _living;

    private sealed record Served(StudyDesk Desk, Task Serving, CancellationTokenSource Gone);

    public int Living => _living;

    public int Met => _met.Count;

    public async Task Do(
        StudyPlan plan, IReadOnlyList<int> runs, Action<int, ImmutableArray<double>> measured, CancellationToken stop)
    {
        var queue = new StudyQueue(runs, atOnceMost, measured);
        var spell = Guid.NewGuid().ToString("N");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var began = Stopwatch.GetTimestamp();
        try
        {
            while (!queue.All.IsCompleted)
            {
                Meet(await Silos(over.Token), silo => Serve(silo, plan, queue, spell, over.Token));
                RequireSomeone(began);
                await Task.WhenAny(queue.All, Task.Delay(LookEvery, over.Token));
                stop.ThrowIfCancellationRequested();
            }

            await queue.All;
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(_silos.Values.Select(one => one.Serving));
        }
    }

    private Served Serve(SiloAddress silo, StudyPlan plan, StudyQueue queue, string spell, CancellationToken over)
    {
        var gone = new CancellationTokenSource();
        var desk = new StudyDesk(DeskOf(silo, spell), plan, queue);
        return new Served(desk, Serving(), gone);

        async Task Serving()
        {
            try
            {
                await Task.Run(() => desk.Serve(gone.Token, over), CancellationToken.None);
            }
            catch (Exception fault)
            {
                queue.Fail(fault);
            }
        }
    }

    /// <exception cref="CommandFailure">No silo of the cluster knows of studies.</exception>
    private IStudyDeskGrain DeskOf(SiloAddress silo, string spell)
    {
        try
        {
            return client.Grains.GetGrain<IStudyDeskGrain>($"{silo.ToParsableString()}/{spell}");
        }
        catch (ArgumentException unknown)
        {
            throw Other(unknown);
        }
    }

    /// <summary>Those that came are served; those that left are known to be gone.</summary>
    private void Meet(IReadOnlyCollection<SiloAddress>? here, Func<SiloAddress, Served> serve)
    {
        if (here is null) return;
        foreach (var silo in here)
            if (_met.Add(silo)) _silos.Add(silo, serve(silo));
        foreach (var (silo, served) in _silos)
            if (!here.Contains(silo)) served.Gone.Cancel();
        _living = here.Count;
    }

    private void RequireSomeone(long began)
    {
        var there = _silos.Values.Where(one => !one.Gone.IsCancellationRequested).ToArray();
        if (there.Length > 0 && there.All(one => one.Desk.IsOther)) throw Other(null);
        if (address.IsDeserted) throw Gone("All silos are lost");
        var heard = _silos.Values.Select(one => one.Desk.Heard).Append(began).Max();
        if (Stopwatch.GetElapsedTime(heard) > GiveUpAfter)
            throw Gone($"No silo gave an answer for {GiveUpAfter.TotalSeconds:0} s");
    }

    /// <summary>Null when nobody says.</summary>
    private async Task<IReadOnlyCollection<SiloAddress>?> Silos(CancellationToken stop)
    {
        var asking = client.SilosAsync();
        try
        {
            return await asking.WaitAsync(Patience, stop);
        }
        catch (Exception silent) when (silent is TimeoutException or OrleansException)
        {
            asking.Ignore();
            return null;
        }
    }

    private CommandFailure Gone(string what) => new(
        "no_cluster", $"{what}; what was reached is kept", "Start the cluster, then add --resume to the same command",
        address.ToString()!, ExitCode.NoCluster);

    private CommandFailure Other(Exception? inner) => new(
        "other_version", "The silos are of another build than this console, and their figures are not mixed",
        "Use console and silos of one build, or leave --cluster out: the cores of this machine do", address.ToString()!,
        ExitCode.NoCluster, inner);
}
