using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Federation.Storage.Sql;

/// <summary>What an acknowledged write in a SQLite file outlives.</summary>
public enum Safety
{
    /// <summary>The death of any process; a power cut may lose the last moments. The default.</summary>
    ProcessLoss,

    /// <summary>A power cut too: every commit waits for the disk.</summary>
    PowerLoss,
}

/// <summary>Opens connections that wait for a busy file instead of sleeping, at a chosen safety.</summary>
/// <remarks>
/// Both settings belong to a connection and not to the file. Without the first, the driver sleeps
/// 150 ms at every collision of two silos. Measured in docs/research: ten times more writes.
/// </remarks>
/// <param name="megabytesMax">How large the file may get before writes are refused as on a full disk; 0 for
/// no limit of ours.</param>
public sealed class PragmaSqliteDataSource(string path, Safety safety, int megabytesMax = 0) : DbDataSource
{
    public override string ConnectionString { get; } =
        new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;

    protected override DbConnection CreateDbConnection() =>
        new PragmaConnection(ConnectionString, safety, megabytesMax);
}

/// <summary>A pooled connection that never goes back to the pool inside a transaction.</summary>
internal sealed class PragmaConnection(string connectionString, Safety safety, int megabytesMax)
    : SqliteConnection(connectionString)
{
    private const int BusyMilliseconds = 10_000;

    // Of 4,096 bytes each, which is what SQLite makes them unless told otherwise.
    private const int PagesPerMegabyte = 256;

    public override void Open()
    {
        base.Open();
        raw.sqlite3_busy_timeout(Handle!, BusyMilliseconds);
        var level = safety is Safety.PowerLoss ? "FULL" : "NORMAL";
        var limit = megabytesMax > 0 ? $"PRAGMA max_page_count={megabytesMax * PagesPerMegabyte};" : "";
        var code = raw.sqlite3_exec(Handle!, $"PRAGMA synchronous={level};{limit}");
        SqliteException.ThrowExceptionForRC(code, Handle);
    }

    public override void Close()
    {
        if (Handle is { } handle && raw.sqlite3_get_autocommit(handle) == 0)
        {
            _ = raw.sqlite3_exec(handle, "ROLLBACK;");
        }

        base.Close();
    }
}
