using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Federation.Storage.Grouping;

/// <summary>Whom a failed commit concerns: one write, or whoever wants to write.</summary>
internal static class GroupFailure
{
    /// <summary>The store is away, busy, full or damaged: asking for each write alone would only take longer.
    /// Not so a row it will not take, too large, of a wrong kind or against a constraint (SQLSTATE classes of
    /// PostgreSQL's Appendix A, result codes of SQLite).</summary>
    public static bool IsOfTheStore(this Exception failure) => failure switch
    {
        PostgresException refused => refused.SqlState[..2] is not ("22" or "23" or "54"),
        SqliteException refused => refused.SqliteErrorCode
            is not (raw.SQLITE_TOOBIG or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE),
        DbException or TimeoutException or IOException or SocketException => true,
        OperationCanceledException or ObjectDisposedException => true,
        _ => false,
    };
}
