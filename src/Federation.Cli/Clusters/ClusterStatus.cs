using Federation.Storage.Sql;

namespace Federation.Cli.Clusters;

/// <summary>A cluster as its folder, its processes and its own table know it.</summary>
public sealed record ClusterStatus(IReadOnlyList<SiloStanding> Silos, string Storage)
{
    /// <summary>Reads a cluster without touching it.</summary>
    /// <exception cref="NoClusterException">The folder has none.</exception>
    /// <exception cref="StoreException">Its store cannot be read.</exception>
    public static async Task<ClusterStatus> ReadAsync(string folder, CancellationToken stop = default)
    {
        var cluster = ClusterFile.Read(folder)
            ?? throw new NoClusterException(folder, "none was started in this folder");
        var store = cluster.Address;
        var rows = await SiloRows.ReadAsync(store, cluster.ClusterId, stop).ConfigureAwait(false);
        var silos = cluster.Silos.Select(silo => SiloStanding.Of(folder, silo, rows));
        return new ClusterStatus([.. silos], store.ToString());
    }
}

/// <summary>One silo's standing.</summary>
/// <param name="Pid">Null when the process is gone.</param>
/// <param name="Status">What the cluster's table says, or "Starting" before it has a row, or "Lost":
/// the process is gone and the others have not noticed.</param>
/// <param name="Since">When this life of the silo began, UTC.</param>
public sealed record SiloStanding(
    string Name, int? Pid, string Address, string Gateway, string Status, DateTimeOffset Since, long Activations)
{
    internal static SiloStanding Of(string folder, SiloEntry silo, IEnumerable<SiloRow> rows)
    {
        var address = $"127.0.0.1:{silo.SiloPort}";
        var row = rows.LastOrDefault(row => row.Name == silo.Name && row.Address == address);
        var report = new SiloFiles(folder, silo.Name).Report();
        var alive = silo.Process.IsAlive;
        var status = (row?.Status, alive) switch
        {
            (null, true) => "Starting",
            (null, false) => "Dead",
            ("Dead", _) => "Dead",
            (_, false) => "Lost",
            (var word, true) => word,
        };
        return new SiloStanding(
            silo.Name, alive ? silo.Process.Pid : null, address, $"127.0.0.1:{silo.GatewayPort}", status,
            report?.Since ?? (row is null ? default : new DateTimeOffset(row.Since, TimeSpan.Zero)),
            alive ? report?.Activations ?? 0 : 0);
    }
}
