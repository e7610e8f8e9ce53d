using Federation.Storage.Sql;
using Npgsql;

namespace Federation.Storage.Grouping;

/// <summary>Groups in PostgreSQL: each goes there and back once, in one transaction.</summary>
internal sealed class PostgresGroups : IGroupStore
{
    /// <summary>One writes, the others read: a server takes about a hundred from all silos together.</summary>
    private const int ConnectionsMax = 4;

    private readonly NpgsqlDataSource _source;
    private readonly StorageQueries _queries;

    public PostgresGroups(StoreAddress.Postgres server, string serviceId)
    {
        // The two statements of a circle's life are parsed once per connection.
        var parts = new NpgsqlConnectionStringBuilder(server.ConnectionString) { MaxAutoPrepare = 8 };
        _source = (NpgsqlDataSource)new StoreAddress.Postgres(parts.ConnectionString)
            .Source(connections: ConnectionsMax);
        _queries = new StorageQueries(server, serviceId);
    }

    /// <remarks>A batch without a transaction of its own is one: all of it is committed, or nothing.</remarks>
    public async Task<int?[]> CommitAsync(IReadOnlyList<GroupedWrite> group, CancellationToken stop)
    {
        await using var connection =
            (NpgsqlConnection)await _source.OpenPatientlyAsync(stop).ConfigureAwait(false);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var write in group)
        {
            var command = new NpgsqlBatchCommand(_queries.Write);
            _queries.Fill(command, write);
            batch.BatchCommands.Add(command);
        }

        var versions = new int?[group.Count];
        await using var rows = await batch.ExecuteReaderAsync(stop).ConfigureAwait(false);
        for (var i = 0; i < group.Count; i++)
        {
            if (await rows.ReadAsync(stop).ConfigureAwait(false)) versions[i] = rows.GetInt32(0);
            await rows.NextResultAsync(stop).ConfigureAwait(false);
        }

        return versions;
    }

    public async Task<(int Version, byte[]? Payload)?> ReadAsync(string kind, string key)
    {
        await using var command = _source.CreateCommand(_queries.Read);
        _queries.Fill(command, kind, key);
        await using var row = await command.ExecuteReaderAsync().ConfigureAwait(false);
        if (!await row.ReadAsync().ConfigureAwait(false)) return null;
        return (row.GetInt32(1), row.IsDBNull(0) ? null : row.GetFieldValue<byte[]>(0));
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
