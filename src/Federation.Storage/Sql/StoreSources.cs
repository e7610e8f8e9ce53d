using System.Data.Common;
using Npgsql;

namespace Federation.Storage.Sql;

/// <summary>Makes the source of connections to a store; one per process is enough.</summary>
public static class StoreSources
{
    public static DbDataSource Source(
        this StoreAddress address, Safety safety = Safety.ProcessLoss, int megabytesMax = 0) =>
        address switch
        {
            StoreAddress.Sqlite file => new PragmaSqliteDataSource(file.Path, safety, megabytesMax),
            StoreAddress.Postgres server => NpgsqlDataSource.Create(Bounded(server.ConnectionString)),
            _ => throw new System.Diagnostics.UnreachableException(address.GetType().Name),
        };

    /// <summary>At most this many connections of one source, unless the address says otherwise: a wave
    /// stores hundreds of answers at once, and a server by default takes a hundred connections in all.</summary>
    public const int ConnectionsMax = 16;

    private static string Bounded(string text)
    {
        var parts = new NpgsqlConnectionStringBuilder(text);
        var said = new DbConnectionStringBuilder { ConnectionString = parts.ConnectionString };
        if (!said.ContainsKey("Maximum Pool Size")) parts.MaxPoolSize = ConnectionsMax;
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
            await using var connection = await source.OpenConnectionAsync(stop).ConfigureAwait(false);
            return await work(connection).ConfigureAwait(false);
        }
        catch (Exception thrown) when (StoreRefusal.Explain(address, thrown) is { } explained)
        {
            throw explained;
        }
    }

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
