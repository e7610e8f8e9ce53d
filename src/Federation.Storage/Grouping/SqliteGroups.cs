using System.Diagnostics;
using Federation.Storage.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Federation.Storage.Grouping;

/// <summary>Groups in a SQLite file: one transaction each, on a connection that stays open.</summary>
internal sealed class SqliteGroups(StoreAddress.Sqlite file, Safety safety, string serviceId, int megabytesMax)
    : IGroupStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly PragmaSqliteDataSource _source = new(file.Path, safety, megabytesMax);
    private readonly StorageQueries _queries = new(file, serviceId);
    private readonly Lock _reading = new();
    private SqliteConnection? _writer;
    private SqliteConnection? _reader;

    public Task<int?[]> CommitAsync(IReadOnlyList<GroupedWrite> group, CancellationToken stop)
    {
        try
        {
            return Task.FromResult(Commit(group, stop));
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

    private int?[] Commit(IReadOnlyList<GroupedWrite> group, CancellationToken stop)
    {
        _writer ??= (SqliteConnection)_source.OpenConnection();
        Begin(_writer, stop);
        using var command = _writer.CreateCommand();
        command.CommandText = _queries.Write;
        var versions = new int?[group.Count];
        for (var i = 0; i < group.Count; i++)
        {
            command.Parameters.Clear();
            _queries.Fill(command, group[i]);
            versions[i] = command.ExecuteScalar() is { } version ? Convert.ToInt32(version) : null;
        }

        Run(_writer, "COMMIT;");
        return versions;
    }

    /// <summary>Takes the file's one lock for writing. Whoever waits asks every millisecond: SQLite's own
    /// waiting sleeps ever longer, and another silo's group is over sooner.</summary>
    private static void Begin(SqliteConnection writer, CancellationToken stop)
    {
        raw.sqlite3_busy_timeout(writer.Handle!, 0);
        var began = Stopwatch.GetTimestamp();
        while (raw.sqlite3_exec(writer.Handle!, "BEGIN IMMEDIATE;") is var code and not raw.SQLITE_OK)
        {
            if (code != raw.SQLITE_BUSY || Stopwatch.GetElapsedTime(began) > Patience)
                SqliteException.ThrowExceptionForRC(code, writer.Handle);
            stop.ThrowIfCancellationRequested();
            Thread.Sleep(1);
        }
    }

    private static void Run(SqliteConnection writer, string sql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(writer.Handle!, sql), writer.Handle);

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
