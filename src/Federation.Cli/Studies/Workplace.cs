using Federation.Cli.Clusters;
using Federation.Contracts.Hosting;

namespace Federation.Cli.Studies;

/// <summary>Where the runs of a study are done: on a running cluster, on silos started for it, or here.</summary>
/// <param name="Cluster">A running cluster's address; null for none.</param>
/// <param name="Silos">How many silos to start for this study; 0 for none.</param>
/// <param name="Jobs">How many runs at once; null for as many as there are cores.</param>
internal sealed record Workplace(string? Cluster, int Silos, int? Jobs)
{
    /// <summary>Has something done there.</summary>
    /// <exception cref="ClusterException">There is no such cluster, or its silos did not start.</exception>
    public async Task<T> Employ<T>(StudyFolder folder, Func<IStudyWorkers, Task<T>> work, CancellationToken stop)
    {
        if (Cluster is { } named) return await On(ClusterAddress.Parse(named));
        if (Silos == 0) return await work(new LocalCores(Jobs ?? Environment.ProcessorCount));
        await using var started = await LocalCluster.StartAsync(
            new ClusterPlan(folder.In("cluster"), Silos) { Durability = Durability.None }, null, stop);
        return await On(new ClusterAddress.Folder(started.Folder));

        async Task<T> On(ClusterAddress address)
        {
            await using var client = await address.ConnectAsync(stop);
            return await work(new SiloCores(client, address, Jobs ?? int.MaxValue));
        }
    }
}
