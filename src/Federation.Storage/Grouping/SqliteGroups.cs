using Federation.Storage.Sql;
using Microsoft.Data.Sqlite;

namespace Federation.Storage.Grouping;

/// <summary>Groups in a SQLite file: one transaction each, on a connection that stays open.</summary>
internal sealed class SqliteGroups(StoreAddress.Sqlite file, Safety safety, string serviceId, int megabytesMax)
    : IGroupStore
{
    private readonly PragmaSqliteDataSource _source = new(file.Path, safety, megabytesMax);
    private readonly StorageQueries _queries = new(file, serviceId);
    private readonly Lock _reading = new();
    private SqliteConnection? _writer;
    private SqliteConnection? _reader;

    public Task<int?[]> CommitAsync(IReadOnlyList<GroupedWrite> group)
    {
        try
        {
            return Task.FromResult(Commit(group));
        }
        catch
        {
            // Whatever state it is in, the next group begins on a connection without one.
            _writer?.Dispose();
            _writer = null;
            throw;
        }
    }

    public Task<(int Version, byte[]? Payload)?> ReadAsync(string kind, string key)
    {
        lock (_reading)
        {
            try
            {
                return Task.FromResult(Read(kind, key));
            }
            catch
            {
                _reader?.Dispose();
                _reader = null;
                throw;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _writer?.Dispose();
        _reader?.Dispose();
        return ValueTask.CompletedTask;
    }

    private int?[] Commit(IReadOnlyList<GroupedWrite> group)
    {
        _writer ??= (SqliteConnection)_source.OpenConnection();
        using var transaction = _writer.BeginTransaction(deferred: false);
        using var command = _writer.CreateCommand();
        (command.CommandText, command.Transaction) = (_queries.Write, transaction);
        var versions = new int?[group.Count];
        for (var i = 0; i < group.Count; i++)
        {
            command.Parameters.Clear();
            _queries.Fill(command, group[i]);
            versions[i] = command.ExecuteScalar() is { } version ? Convert.ToInt32(version) : null;
        }

        transaction.Commit();
        return versions;
    }

    private (int, byte[]?)? Read(string kind, string key)
    {
        _reader ??= (SqliteConnection)_source.OpenConnection();
        using var command = _reader.CreateCommand();
        command.CommandText = _queries.Read;
        _queries.Fill(command, kind, key);
        using var row = command.ExecuteReader();
        if (!row.Read()) return null;
        return (row.GetInt32(1), row.IsDBNull(0) ? null : row.GetFieldValue<byte[]>(0));
    }
}
