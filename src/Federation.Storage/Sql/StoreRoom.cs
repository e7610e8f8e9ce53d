using System.Globalization;

namespace Federation.Storage.Sql;

/// <summary>What a database server has left for one more silo.</summary>
public static class StoreRoom
{
    /// <summary>Connections that an ordinary role can still open; null for a store that counts none.</summary>
    /// <exception cref="StoreException">The server cannot be asked.</exception>
    public static async Task<long?> FreeConnectionsAsync(StoreAddress store, CancellationToken stop = default) =>
        store is not StoreAddress.Postgres ? null : await store.UsingAsync(async connection =>
        {
            await using var command = connection.Command(
                """
                SELECT current_setting('max_connections')::bigint
                     - current_setting('superuser_reserved_connections')::bigint - count(*)
                  FROM pg_stat_activity WHERE backend_type = 'client backend'
                """);
            return Convert.ToInt64(
                await command.ExecuteScalarAsync(stop).ConfigureAwait(false), CultureInfo.InvariantCulture);
        }, stop).ConfigureAwait(false);
}
