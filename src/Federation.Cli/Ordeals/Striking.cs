using System.Collections.Immutable;
using Federation.Cli.Clusters;
using Federation.Cli.Engine;

namespace Federation.Cli.Ordeals;

/// <summary>Strikes a cluster by a plan, and measures after each blow for how long nobody answered.</summary>
internal sealed class Striking(LocalCluster cluster, ImmutableArray<Blow> plan, Action<string> tell)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);

    private readonly List<(Blow Blow, Stalls Silence)> _struck = [];
    private readonly Tallies _tallies = new(cluster.Folder);
    private readonly Lock _gate = new();

    /// <summary>What was done, and the longest silence of all circles that began within ten seconds of it.</summary>
    public IReadOnlyList<(Blow Blow, double Silence)> Struck
    {
        get
        {
            lock (_gate)
                return [.. _struck.Select(one => (one.Blow, one.Silence.Seconds.DefaultIfEmpty(0).Max()))];
        }
    }

    public long Answered => _tallies.Answered;

    /// <summary>Strikes until the plan is over; a blow that comes too soon after a slow one waits for it.</summary>
    public async Task Strike(CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        foreach (var blow in plan)
        {
            var wait = TimeSpan.FromSeconds(blow.AtSeconds) - TimeProvider.System.GetElapsedTime(began);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, stop);
            tell($"{blow}.");
            var silence = new Stalls(TimeProvider.System);
            lock (_gate)
            {
                silence.Begin(_tallies.Look());
                _struck.Add((blow, silence));
            }

            await Do(blow, stop);
        }
    }

    /// <summary>Watches the tallies until told to stop.</summary>
    public async Task Watch(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            lock (_gate)
            {
                var answered = _tallies.Look();
                foreach (var (_, silence) in _struck) silence.See(answered);
            }

            await Task.Delay(LookEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Do(Blow blow, CancellationToken stop)
    {
        var living = cluster.LivingSilos;
        if (living.Count == 0) return;
        // Who is still starting does nothing yet that could be lost.
        var working = living.Where(IsActive).DefaultIfEmpty(living[0]).ToList();
        var silo = working[blow.Silo % working.Count];
        switch (blow.Kind)
        {
            case BlowKind.Kill:
                silo.Process.Kill();
                break;
            case BlowKind.Freeze:
                silo.Process.Freeze();
                try
                {
                    await Task.Delay(TimeSpan.FromSeconds(blow.Seconds), stop);
                }
                finally
                {
                    silo.Process.Thaw();
                }

                break;
            case BlowKind.Drain:
                await Replace(silo.Name, stop);
                break;
            case BlowKind.Cut:
                cluster.Wires!.Cut(silo.Name);
                try
                {
                    await Task.Delay(TimeSpan.FromSeconds(blow.Seconds), stop);
                }
                finally
                {
                    cluster.Wires.Heal();
                }

                break;
            case BlowKind.Clock:
                SiloClocks.Set(new SiloFiles(cluster.Folder, silo.Name), blow.Seconds);
                break;
            case BlowKind.KillAll:
                foreach (var one in living) one.Process.Kill();
                break;
            default:
                foreach (var one in living) await Replace(one.Name, stop);
                break;
        }
    }

    private bool IsActive(SiloEntry silo) =>
        new SiloFiles(cluster.Folder, silo.Name).Report() is { Status: "Active" } report
        && report.Pid == silo.Process.Pid;

    private async Task Replace(string silo, CancellationToken stop)
    {
        try
        {
            await cluster.DrainAsync(silo, stop);
        }
        catch (ClusterException gone)
        {
            // An earlier blow may have been quicker.
            tell(gone.Message);
        }

        if (cluster.Living.Count > 0) await cluster.AddAsync(stop);
    }
}
