using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Federation.Storage.Sql;

/// <summary>Brings a store to the tables and queries this version needs.</summary>
public static class StoreSchema
{
    /// <summary>Raised whenever a script changes; a store remembers its own in FederationSchema.</summary>
    public const int Version = 1;

    // Any constant will do, as long as nothing else on the server takes the same advisory lock.
    private const long AdvisoryLock = 0x4645444552415445;

    /// <summary>
    /// Makes the file, tables and queries if they are missing. May be called any number of times and by
    /// several processes at once: the first does the work, the others find it done.
    /// </summary>
    /// <returns>Whether this call did the work.</returns>
    /// <exception cref="StoreException">The store cannot be made or was made by a newer version.</exception>
    public static async Task<bool> ApplyAsync(StoreAddress address, CancellationToken stop = default)
    {
        Prepare(address);
        return await address.UsingAsync(async connection =>
        {
            if (await IsCurrent(address, connection, stop).ConfigureAwait(false)) return false;
            if (address is StoreAddress.Sqlite)
            {
                await Run(connection, "PRAGMA journal_mode=WAL", stop).ConfigureAwait(false);
            }

            await using var transaction = Begin(connection);
            if (address is StoreAddress.Postgres)
            {
                await Run(connection, $"SELECT pg_advisory_xact_lock({AdvisoryLock})", stop).ConfigureAwait(false);
            }

            if (await IsCurrent(address, connection, stop).ConfigureAwait(false)) return false;
            await Create(SchemaScripts.For(address), connection, stop).ConfigureAwait(false);
            await transaction.CommitAsync(stop).ConfigureAwait(false);
            return true;
        }, stop, create: true).ConfigureAwait(false);
    }

    /// <summary>Changes nothing.</summary>
    /// <exception cref="StoreException">The store is not at this version.</exception>
    public static async Task RequireAsync(StoreAddress address, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var stored = await VersionOfAsync(address, stop).ConfigureAwait(false);
        if (stored == Version) return;
        throw new StoreException(
            stored > Version ? StoreFault.NewerSchema : StoreFault.OlderSchema, address.ToString(),
            $"it has version {stored}, this program needs {Version}",
            stored > Version ? "Use the newer program, or another store." : "Run federation-silo --migrate first.");
    }

    /// <summary>The store's version; 0 when it has none, or there is no store at all.</summary>
    public static async Task<int> VersionOfAsync(StoreAddress address, CancellationToken stop = default) =>
        address is StoreAddress.Sqlite file && !File.Exists(file.Path)
            ? 0
            : await address.UsingAsync(connection => StoredVersion(address, connection, stop), stop)
                .ConfigureAwait(false);

    private static void Prepare(StoreAddress address)
    {
        if (address is not StoreAddress.Sqlite file) return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        }
        catch (Exception thrown) when (StoreRefusal.Explain(address, thrown) is { } explained)
        {
            throw explained;
        }
    }

    // A deferred transaction could find, at its first write, that another process wrote meanwhile.
    private static DbTransaction Begin(DbConnection connection) =>
        connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: false)
            : connection.BeginTransaction();

    private static async Task<bool> IsCurrent(
        StoreAddress address, DbConnection connection, CancellationToken stop)
    {
        var stored = await StoredVersion(address, connection, stop).ConfigureAwait(false);
        return stored <= Version
            ? stored == Version
            : throw new StoreException(
                StoreFault.NewerSchema, address.ToString(),
                $"it has version {stored}, this program knows up to {Version}",
                "Use the newer program, or another store.");
    }

    private static async Task<int> StoredVersion(
        StoreAddress address, DbConnection connection, CancellationToken stop)
    {
        // Not to_regclass: inside a transaction it answers from a cache that another's commit leaves stale.
        var exists = address is StoreAddress.Sqlite
            ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'FederationSchema'"
            : "SELECT COUNT(*) FROM pg_tables WHERE tablename = 'federationschema' "
                + "AND schemaname = ANY(current_schemas(false))";
        if (await Number(connection, exists, stop).ConfigureAwait(false) == 0) return 0;
        return await Number(connection, "SELECT MAX(Version) FROM FederationSchema", stop).ConfigureAwait(false);
    }

    private static async Task Create(SchemaScripts scripts, DbConnection connection, CancellationToken stop)
    {
        await Run(connection, "CREATE TABLE FederationSchema (Version integer NOT NULL PRIMARY KEY)", stop)
            .ConfigureAwait(false);
        await Run(connection, scripts.Tables, stop).ConfigureAwait(false);
        foreach (var (key, text) in scripts.Queries)
        {
            await using var insert = connection.Command(
                "INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES (@key, @text)",
                ("key", key), ("text", text));
            await insert.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
        }

        await Run(connection, $"INSERT INTO FederationSchema (Version) VALUES ({Version})", stop)
            .ConfigureAwait(false);
    }

    private static async Task Run(DbConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.Command(sql);
        await command.ExecuteNonQueryAsync(stop).ConfigureAwait(false);
    }

    private static async Task<int> Number(DbConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.Command(sql);
        return Convert.ToInt32(await command.ExecuteScalarAsync(stop).ConfigureAwait(false));
    }
}
