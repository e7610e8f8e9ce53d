using Federation.Storage.Sql;

namespace Federation.Cli.Clusters;

/// <summary>What an earlier cluster left in a folder.</summary>
internal static class Leftovers
{
    // A silo that lost its console leaves by itself; usually it is quicker than a person typing.
    private static readonly TimeSpan OrphansLeaveWithin = TimeSpan.FromSeconds(10);

    /// <summary>Makes the folder free for a new cluster, or refuses.</summary>
    /// <exception cref="ClusterException">A cluster runs there.</exception>
    public static async Task ClearAsync(string folder, Action<string> tell, CancellationToken stop)
    {
        if (ClusterFile.Read(folder) is not { } cluster) return;
        if (cluster.Living.Any() && cluster.Console is null)
        {
            throw new ClusterException(
                $"A cluster of {cluster.Living.Count()} silos is running here", folder,
                "Use it, end it with 'federation cluster down', or choose another folder with --dir.");
        }

        foreach (var orphan in cluster.Living.ToList())
        {
            tell($"Waiting for {orphan.Name} of an interrupted run to leave.");
            if (await orphan.Process.WaitForExitAsync(OrphansLeaveWithin, stop).ConfigureAwait(false)) continue;
            orphan.Process.Kill();
        }

        await ForgetAsync(folder, cluster, stop).ConfigureAwait(false);
        tell($"Cleaned up after a cluster of {cluster.Silos.Count} silos that ended without 'down'; "
            + "what circles stored is kept.");
    }

    /// <summary>Removes a cluster's state, whose processes are gone, from folder and store.</summary>
    public static async Task ForgetAsync(string folder, ClusterFile cluster, CancellationToken stop)
    {
        try
        {
            await SiloRows.ForgetAsync(cluster.Address, cluster.ClusterId, stop)
                .ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // Rows of a cluster id nobody uses again harm no one; the store may be gone on purpose.
        }

        foreach (var silo in cluster.Silos) new SiloFiles(folder, silo.Name).Clean();
        ClusterFile.Delete(folder);
    }
}
