using System.Data.Common;
using System.Diagnostics;
using Npgsql;

namespace Federation.Storage.Sql;

/// <summary>Makes the source of connections to a store; one per process is enough.</summary>
public static class StoreSources
{
    /// <param name="connections">How many of a server's connections the source may hold at most, unless
    /// the address says otherwise. A server by default takes a hundred in all, from every process.</param>
    public static DbDataSource Source(
        this StoreAddress address, Safety safety = Safety.ProcessLoss, int connections = ConnectionsFew,
        int megabytesMax = 0) =>
        address switch
        {
            StoreAddress.Sqlite file => new PragmaSqliteDataSource(file.Path, safety, megabytesMax),
            StoreAddress.Postgres server => NpgsqlDataSource.Create(Bounded(server.ConnectionString, connections)),
            _ => throw new UnreachableException(address.GetType().Name),
        };

    /// <summary>Enough to look at members, reminders or a record, one after another.</summary>
    public const int ConnectionsFew = 3;

    /// <summary>Enough for a wave, which stores hundreds of answers at once. Four silos with their looking
    /// about leave a fifth of a server's hundred connections to others.</summary>
    public const int ConnectionsForStates = 16;

    private static string Bounded(string text, int connections)
    {
        var parts = new NpgsqlConnectionStringBuilder(text);
        var said = new DbConnectionStringBuilder { ConnectionString = parts.ConnectionString };
        if (!said.ContainsKey("Maximum Pool Size")) parts.MaxPoolSize = connections;
        return parts.ConnectionString;
    }

    /// <summary>Orleans' name for the database's driver.</summary>
    public static string Invariant(this StoreAddress address) =>
        address is StoreAddress.Sqlite ? "System.Data.SQLite" : "Npgsql";

    /// <summary>Does something with an open connection; what the driver throws is put in words.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    internal static async Task<T> UsingAsync<T>(
        this StoreAddress address, Func<DbConnection, Task<T>> work, CancellationToken stop,
        bool create = false)
    {
        if (!create) StoreRefusal.RequireFile(address);
        try
        {
            await using var source = address.Source();
            await using var connection = await source.OpenPatientlyAsync(stop).ConfigureAwait(false);
            return await work(connection).ConfigureAwait(false);
        }
        catch (Exception thrown) when (StoreRefusal.Explain(address, thrown) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Opens a connection; while a server is starting or has none to give, asks again for
    /// <see cref="Patience"/>.</summary>
    internal static async Task<DbConnection> OpenPatientlyAsync(this DbDataSource source, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await source.OpenConnectionAsync(stop).ConfigureAwait(false);
            }
            catch (PostgresException full) when (full.IsPassing() && Stopwatch.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(AskAgainAfter, stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>How long a server that is starting, or has no connection to give, is asked again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(200);

    internal static DbCommand Command(
        this DbConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
