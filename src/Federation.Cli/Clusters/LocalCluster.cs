using Federation.Contracts.Hosting;
using Federation.Contracts.Tracing;
using Federation.Storage.Sql;

namespace Federation.Cli.Clusters;

/// <summary>Silo processes on this machine that form one cluster, and the console's hold on them.</summary>
/// <remarks>
/// Attached, they die with this process, even by SIGKILL: the pipe to their standard input ends.
/// Detached, they outlive it; another console takes hold of them with <see cref="Open"/>.
/// Every start has a new cluster id, so that rows of silos that were killed never delay a new
/// cluster; the service id, to which stored states belong, stays the same.
/// </remarks>
public sealed class LocalCluster : IAsyncDisposable
{
    private const int StartAttemptsMax = 5;

    private static readonly TimeSpan LeaveWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan DownWithin = TimeSpan.FromSeconds(10);

    private readonly ClusterPlan _plan;
    private readonly ClusterLock _hold;
    private readonly Action<string> _tell;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _leaving = new();
    private readonly List<Task> _watches = [];
    private ClusterFile _file;
    private int _lost;

    private LocalCluster(ClusterPlan plan, ClusterLock hold, ClusterFile file, Action<string> tell) =>
        (_plan, _hold, _file, _tell) = (plan, hold, file, tell);

    public string Folder => _plan.Folder;
    public string ClusterId => _file.ClusterId;
    public string ServiceId => _file.ServiceId;
    public StoreAddress Store => _plan.StoreOrDefault;

    /// <summary>Silos that died without being asked to leave, kills by <see cref="Kill"/> included;
    /// attached only.</summary>
    public int SilosLost => _lost;

    /// <summary>What each silo last said of itself, the dead included; cheap.</summary>
    public IReadOnlyList<SiloReport> Reports =>
        [.. _file.Silos.Select(silo => new SiloFiles(Folder, silo.Name).Report()).OfType<SiloReport>()];

    /// <summary>Names of the silos whose processes run.</summary>
    public IReadOnlyList<string> Living => [.. _file.Living.Select(silo => silo.Name)];

    internal Wires? Wires => _plan.Wires;

    internal IReadOnlyList<SiloEntry> LivingSilos => [.. _file.Living];

    /// <summary>Starts a cluster and waits until every silo is Active.</summary>
    /// <param name="tell">Hears what happens, in sentences; from any thread.</param>
    /// <exception cref="ClusterException">The folder is in use, or a silo did not start; nothing is left
    /// running.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static async Task<LocalCluster> StartAsync(
        ClusterPlan plan, Action<string>? tell = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(plan.Silos, 1);
        var hold = ClusterLock.Take(plan.Folder);
        try
        {
            await Leftovers.ClearAsync(plan.Folder, tell ?? (_ => { }), stop).ConfigureAwait(false);
            await StoreSchema.ApplyAsync(plan.StoreOrDefault, stop).ConfigureAwait(false);
        }
        catch
        {
            hold.Dispose();
            throw;
        }

        var file = new ClusterFile(
            $"federation-{Guid.NewGuid():N}", plan.ServiceId,
            plan.Attached ? plan.StoreOrDefault.TextWithoutSecrets : plan.StoreOrDefault.Text,
            plan.Durability, plan.Probes,
            plan.SurvivesPowerLoss, plan.ResponseSeconds, plan.LargeRun,
            plan.Attached ? ProcessIdentity.Of(System.Diagnostics.Process.GetCurrentProcess()) : null, [])
        {
            DashboardPort = plan.DashboardPort,
        };
        var cluster = new LocalCluster(plan, hold, file, tell ?? (_ => { }));
        await cluster.StartAll(stop).ConfigureAwait(false);
        return cluster;
    }

    /// <summary>Takes hold of a detached cluster that runs.</summary>
    /// <exception cref="NoClusterException">There is none in this folder.</exception>
    /// <exception cref="ClusterException">It belongs to a console that runs.</exception>
    public static LocalCluster Open(string folder, Action<string>? tell = null)
    {
        var file = ClusterFile.Read(folder) ?? throw new NoClusterException(folder, "none was started in this folder");
        var plan = new ClusterPlan(folder, Math.Max(1, file.Silos.Count))
        {
            Store = file.Address, ServiceId = file.ServiceId, Durability = file.Durability,
            Probes = file.Probes,
            SurvivesPowerLoss = file.SurvivesPowerLoss, ResponseSeconds = file.ResponseSeconds,
            LargeRun = file.LargeRun, Attached = false, DashboardPort = file.DashboardPort,
        };
        return new LocalCluster(plan, ClusterLock.Take(folder), file, tell ?? (_ => { }));
    }

    /// <summary>Starts one more silo and waits until it is Active.</summary>
    /// <returns>Its name.</returns>
    /// <exception cref="ClusterException">It did not start; the others go on.</exception>
    public async Task<string> AddAsync(CancellationToken stop = default)
    {
        if (!_file.Living.Any()) throw new NoClusterException(Folder, "all its silos are gone");
        if (Living.Count >= ClusterPlan.SilosMax)
        {
            throw new ClusterException(
                $"A local cluster has at most {ClusterPlan.SilosMax} silos", Folder, "Drain one first.", 2);
        }

        var name = $"silo-{_file.Silos.Max(silo => SiloNames.NumberOf(silo.Name)) + 1}";
        await StartOne(name, stop).ConfigureAwait(false);
        return name;
    }

    /// <summary>SIGKILL: the silo is gone without a word to the others.</summary>
    /// <exception cref="ClusterException">No living silo has this name.</exception>
    public void Kill(string name) => SiloNames.Find(_file, Folder, name).Process.Kill();

    /// <summary>SIGTERM: the silo hands over and leaves. Waits until its process has ended.</summary>
    /// <exception cref="ClusterException">No living silo has this name, or it did not leave in time.</exception>
    public Task DrainAsync(string name, CancellationToken stop = default) =>
        DrainAsync(SiloNames.Find(_file, Folder, name), stop);

    public Task<ClusterStatus> StatusAsync(CancellationToken stop = default) => ClusterStatus.ReadAsync(Folder, stop);

    /// <summary>Drains every silo, one after the other, and forgets the cluster. What circles stored stays.</summary>
    /// <remarks>Where one cannot leave, because its store is full or away, the others cannot either: then they
    /// are killed, and nothing is lost that was stored.</remarks>
    public async Task DownAsync(CancellationToken stop = default)
    {
        await _leaving.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_watches).ConfigureAwait(false);
        // Together they would contend for the membership table, which backs off two seconds at a time.
        foreach (var silo in _file.Living.ToList())
        {
            silo.Process.AskToStop();
            if (await silo.Process.WaitForExitAsync(DownWithin, stop).ConfigureAwait(false)) continue;
            foreach (var stuck in _file.Living.ToList()) stuck.Process.Kill();
        }

        await Leftovers.ForgetAsync(Folder, _file, stop).ConfigureAwait(false);
    }

    /// <summary>Attached: takes the cluster down. Detached: lets go of it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_plan.Attached && ClusterFile.Read(Folder) is not null) await DownAsync().ConfigureAwait(false);
        _hold.Dispose();
        _leaving.Dispose();
    }

    internal static async Task DrainAsync(SiloEntry silo, CancellationToken stop)
    {
        silo.Process.AskToStop();
        if (await silo.Process.WaitForExitAsync(LeaveWithin, stop).ConfigureAwait(false)) return;
        throw new ClusterException(
            $"{silo.Name} did not leave within {LeaveWithin.TotalSeconds:0} s", silo.Name,
            $"End it with 'federation cluster kill {silo.Name}'.");
    }

    private async Task StartAll(CancellationToken stop)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(1, _plan.Silos).Select(number => StartOne($"silo-{number}", stop)))
                .ConfigureAwait(false);
        }
        catch
        {
            foreach (var silo in _file.Living) silo.Process.Kill();
            ClusterFile.Delete(Folder);
            _hold.Dispose();
            throw;
        }
    }

    private async Task StartOne(string name, CancellationToken stop)
    {
        var options = new LaunchOptions
        {
            Name = name, ClusterId = ClusterId, ServiceId = ServiceId, Store = _file.Store,
            Durability = _plan.Durability, Probes = _plan.Probes, SurvivesPowerLoss = _plan.SurvivesPowerLoss,
            ResponseSeconds = _plan.ResponseSeconds, TraceFolder = _plan.TraceFolder,
            Commits = _plan.Commits, StoreMegabytesMax = _plan.StoreMegabytesMax,
            Jaeger = Environment.GetEnvironmentVariable(TraceAddress.Variable) ?? "",
            DashboardPort = _plan.DashboardPort == 0 ? 0 : _plan.DashboardPort + SiloNames.NumberOf(name) - 1,
            Supervision = _plan.Attached ? Supervision.Attached : Supervision.Detached,
        };
        var silo = await SiloProcess.StartAsync(options, new SiloFiles(Folder, name), _plan, Remember, stop)
            .ConfigureAwait(false);
        _tell($"{name} is active.");
        if (_plan.Attached) lock (_gate) _watches.Add(Watch(silo));
    }

    private void Remember(SiloProcess silo)
    {
        lock (_gate)
        {
            var others = _file.Silos.Where(other => other.Name != silo.Entry.Name);
            var all = others.Append(silo.Entry).OrderBy(entry => SiloNames.NumberOf(entry.Name));
            _file = _file with { Silos = [.. all] };
            _file.WriteTo(Folder);
        }
    }

    private async Task Watch(SiloProcess silo)
    {
        try
        {
            await silo.Process.WaitForExitAsync(_leaving.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (silo.Process.ExitCode == 0) return;
        Interlocked.Increment(ref _lost);
        _tell($"{silo.Entry.Name} was lost.");
        if (_plan.RestartsLost) await StartAgain(silo.Entry.Name).ConfigureAwait(false);
    }

    private async Task StartAgain(string name)
    {
        for (var attempt = 1; attempt <= StartAttemptsMax; attempt++)
        {
            try
            {
                await StartOne(name, _leaving.Token).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (ClusterException failed)
            {
                // It may have been killed while it started.
                _tell(failed.Message);
            }
        }
    }
}
