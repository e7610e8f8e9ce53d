namespace Federation.Storage.Sql;

/// <summary>A silo as the cluster's own table knows it.</summary>
/// <param name="Address">"address:port" of the silo.</param>
/// <param name="Gateway">"address:port" for clients; empty when it has none.</param>
/// <param name="Status">Orleans' word: Joining, Active, ShuttingDown, Stopping, Dead.</param>
/// <param name="Since">When this life of the silo began, UTC.</param>
public sealed record SiloRow(string Name, string Address, string Gateway, string Status, DateTime Since);

/// <summary>Silo membership read by someone who is not a member.</summary>
public static class SiloRows
{
    // Orleans.Runtime.SiloStatus, by its numbers.
    private static readonly string[] Statuses =
        ["None", "Created", "Joining", "Active", "ShuttingDown", "Stopping", "Dead"];

    /// <summary>Every silo of a cluster, the dead included until they are forgotten; oldest first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static Task<IReadOnlyList<SiloRow>> ReadAsync(
        StoreAddress store, string clusterId, CancellationToken stop = default) =>
        store.UsingAsync<IReadOnlyList<SiloRow>>(async connection =>
        {
            await using var command = connection.Command(
                """
                SELECT SiloName, Address, Port, ProxyPort, Status, StartTime FROM OrleansMembershipTable
                 WHERE DeploymentId = @cluster ORDER BY StartTime, Generation
                """,
                ("cluster", clusterId));
            await using var rows = await command.ExecuteReaderAsync(stop).ConfigureAwait(false);
            var silos = new List<SiloRow>();
            while (await rows.ReadAsync(stop).ConfigureAwait(false))
            {
                var address = rows.GetString(1);
                var gateway = rows.IsDBNull(3) ? 0 : rows.GetInt32(3);
                silos.Add(new SiloRow(
                    rows.GetString(0),
                    $"{address}:{rows.GetInt32(2)}",
                    gateway > 0 ? $"{address}:{gateway}" : "",
                    Statuses.ElementAtOrDefault(rows.GetInt32(4)) ?? "None",
                    rows.GetDateTime(5)));
            }

            return silos;
        }, stop);

    /// <summary>Forgets a cluster whose processes are gone. States and reminders stay.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public static Task<int> ForgetAsync(StoreAddress store, string clusterId, CancellationToken stop = default) =>
        store.UsingAsync(async connection =>
        {
            var gone = 0;
            foreach (var table in (string[])["OrleansMembershipTable", "OrleansMembershipVersionTable"])
            {
                await using var command = connection.Command(
                    $"DELETE FROM {table} WHERE DeploymentId = @cluster", ("cluster", clusterId));
                gone += await command.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
            }

            return gone;
        }, stop);
}
