using System.Diagnostics;
using Federation.Cli.Clusters;
using Federation.Contracts.Hosting;
using Federation.Storage.Sql;

namespace Federation.Cli.Commands;

/// <summary>What 'cluster up' was asked.</summary>
public sealed record UpRequest(string Folder, int Silos, string Store, Durability Durability, bool Foreground)
{
    /// <summary>Whether commits wait for the disk: the default of a cluster that stays.</summary>
    public bool SurvivesPowerLoss { get; init; } = true;

    public Commits Commits { get; init; } = Commits.Grouped;

    /// <summary>The first silo's; 0 for none.</summary>
    public int DashboardPort { get; init; }

    /// <summary>0 for no limit.</summary>
    public int StoreMegabytesMax { get; init; }
}

/// <summary>What a cluster command found or did.</summary>
/// <param name="Command">Its full name, for JSON.</param>
/// <param name="Said">One sentence for people; empty when the status says it all.</param>
public sealed record ClusterReply(string Command, string Said, ClusterStatus? Status);

/// <summary>The cluster commands without a console around them.</summary>
public static class ClusterActions
{
    public static async Task<ClusterReply> UpAsync(UpRequest asked, Action<string> tell, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (asked.Silos is < 1 or > ClusterPlan.SilosMax)
        {
            throw new ClusterException(
                $"{asked.Silos} silos cannot be started", "--silos", $"Ask for 1 to {ClusterPlan.SilosMax}.", 2);
        }

        var watch = Stopwatch.StartNew();
        var plan = new ClusterPlan(asked.Folder, asked.Silos)
        {
            Store = asked.Store == "sqlite" ? null : StoreAddress.Parse(asked.Store),
            Durability = asked.Durability, Attached = asked.Foreground, RestartsLost = asked.Foreground,
            SurvivesPowerLoss = asked.SurvivesPowerLoss, Commits = asked.Commits,
            StoreMegabytesMax = asked.StoreMegabytesMax, DashboardPort = asked.DashboardPort,
        };
        await using var cluster = await LocalCluster.StartAsync(plan, tell, stop).ConfigureAwait(false);
        var outlives = asked.Durability is Durability.Every
            ? await StoreSafety.SayAsync(
                plan.StoreOrDefault, asked.SurvivesPowerLoss ? Safety.PowerLoss : Safety.ProcessLoss, stop)
            : "nothing is stored";
        var active = $"{asked.Silos} silos active after {watch.Elapsed.TotalSeconds:0.0} s; the store: {outlives}.";
        var said = $"{active} {RunOptions.SayDashboard(asked.DashboardPort)}".TrimEnd();
        if (asked.Foreground)
        {
            tell(said + " Ctrl+C takes them down.");
            await Task.Delay(Timeout.Infinite, stop)
                .ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
            return new ClusterReply("cluster up", "Taking the silos down.", Status: null);
        }

        return new ClusterReply("cluster up", said, await cluster.StatusAsync(stop).ConfigureAwait(false));
    }

    public static async Task<ClusterReply> StatusAsync(string folder, Action<string> tell, CancellationToken stop) =>
        new("cluster status", "", await ClusterStatus.ReadAsync(folder, stop).ConfigureAwait(false));

    public static async Task<ClusterReply> AddAsync(string folder, Action<string> tell, CancellationToken stop)
    {
        await using var cluster = LocalCluster.Open(folder, tell);
        var name = await cluster.AddAsync(stop).ConfigureAwait(false);
        return new ClusterReply("cluster add", $"{name} added.", await cluster.StatusAsync(stop).ConfigureAwait(false));
    }

    /// <summary>Needs no hold on the folder: silos of a running demo can be killed from a second terminal.</summary>
    public static async Task<ClusterReply> KillAsync(string folder, string name, CancellationToken stop)
    {
        var silo = Find(folder, name);
        silo.Process.Kill();
        await silo.Process.WaitForExitAsync(TimeSpan.FromSeconds(5), stop).ConfigureAwait(false);
        return new ClusterReply(
            "cluster kill", $"{silo.Name} killed.", await ClusterStatus.ReadAsync(folder, stop).ConfigureAwait(false));
    }

    public static async Task<ClusterReply> DrainAsync(string folder, string name, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var silo = Find(folder, name);
        await LocalCluster.DrainAsync(silo, stop).ConfigureAwait(false);
        return new ClusterReply(
            "cluster drain", $"{silo.Name} left after {watch.Elapsed.TotalSeconds:0.0} s.",
            await ClusterStatus.ReadAsync(folder, stop).ConfigureAwait(false));
    }

    public static async Task<ClusterReply> DownAsync(string folder, Action<string> tell, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        await using var cluster = LocalCluster.Open(folder, tell);
        var silos = cluster.Living.Count;
        await cluster.DownAsync(stop).ConfigureAwait(false);
        return new ClusterReply(
            "cluster down",
            $"{silos} silos down after {watch.Elapsed.TotalSeconds:0.0} s; what circles stored stays.", null);
    }

    private static SiloEntry Find(string folder, string name) => SiloNames.Find(
        ClusterFile.Read(folder) ?? throw new NoClusterException(folder, "none was started in this folder"),
        folder, name);
}
