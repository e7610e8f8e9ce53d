using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Federation.Storage.Sql;

/// <summary>Says in people's words what a database driver threw.</summary>
public static class StoreRefusal
{
    // Result codes of SQLite: https://sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, CantOpen = 14, NotADatabase = 26,
        WriteFailed = 778, MemoryFileFailed = 4874;

    /// <summary>Null when the exception is not the store's.</summary>
    public static StoreException? Explain(StoreAddress address, Exception thrown) => (address, thrown) switch
    {
        (_, StoreException already) => already,
        (StoreAddress.Sqlite file, SqliteException sqlite) => OfSqlite(file, sqlite),
        (StoreAddress.Sqlite file, UnauthorizedAccessException denied) => new(
            StoreFault.Permission, file.Path, "this user has no right on the folder",
            "Choose another folder with --dir, or change the folder's rights.", denied),
        (StoreAddress.Sqlite file, IOException io) => new(
            StoreFault.Folder, file.Path, Plain(io), "Choose another folder with --dir.", io),
        (StoreAddress.Postgres server, PostgresException refused) => OfPostgres(server, refused),
        (StoreAddress.Postgres server, NpgsqlException lost) => new(
            StoreFault.Unreachable, server.ToString(), Plain(Root(lost)),
            "Check that it runs and that host and port are right.", lost),
        (StoreAddress.Postgres server, SocketException or TimeoutException) => new(
            StoreFault.Unreachable, server.ToString(), Plain(thrown),
            "Check that it runs and that host and port are right.", thrown),
        _ => null,
    };

    /// <summary>Whether nothing can be stored until somebody makes room: the disk or a limit of it is full.</summary>
    public static bool SaysFull(Exception thrown) => thrown switch
    {
        SqliteException sqlite => IsFull(sqlite),
        PostgresException refused => IsFull(refused),
        { InnerException: { } inner } => SaysFull(inner),
        _ => false,
    };

    // A limit of file sizes or of a user's share is told as a write that failed, not as a full disk.
    private static bool IsFull(SqliteException thrown) => thrown.SqliteErrorCode == Full
        || thrown.SqliteExtendedErrorCode is WriteFailed or MemoryFileFailed;

    // A limit of file sizes or of a user's share is told as an internal error, by what makes a file grow.
    private static bool IsFull(PostgresException thrown) => thrown.SqlState == PostgresErrorCodes.DiskFull
        || thrown is { SqlState: PostgresErrorCodes.InternalError, Routine: "mdextend" or "mdzeroextend" };

    /// <summary>A file that is to be read must be there: opening it would make an empty one.</summary>
    internal static void RequireFile(StoreAddress address)
    {
        if (address is not StoreAddress.Sqlite file || File.Exists(file.Path)) return;
        throw Directory.Exists(file.Path)
            ? FolderInPlaceOf(file, inner: null)
            : new StoreException(
                StoreFault.Missing, file.Path, "the file does not exist",
                "Name the folder of a run or of a cluster.");
    }

    private static StoreException FolderInPlaceOf(StoreAddress.Sqlite file, Exception? inner) => new(
        StoreFault.IsDirectory, file.Path, "a folder has the name the file should have",
        "Name a file inside it, or another folder with --dir.", inner);

    private static StoreException OfSqlite(StoreAddress.Sqlite file, SqliteException thrown) =>
        thrown.SqliteErrorCode switch
        {
            _ when Directory.Exists(file.Path) => FolderInPlaceOf(file, thrown),
            CantOpen or ReadOnly => new(
                StoreFault.Permission, file.Path, "this user cannot write the file or its folder",
                "Choose another folder with --dir, or change the folder's rights.", thrown),
            _ when IsFull(thrown) => new(
                StoreFault.DiskFull, file.Path, "the disk or this user's share of it is full",
                "Free some space; what was stored so far is intact.", thrown),
            Corrupt => new(
                StoreFault.Damaged, file.Path, Plain(thrown),
                "Keep a copy; 'federation verify' says how far it can be read.", thrown),
            NotADatabase => new(
                StoreFault.NotADatabase, file.Path, "it does not begin as a SQLite file does",
                "Move the file away, or name another one.", thrown),
            Busy or Locked => new(
                StoreFault.Busy, file.Path, "another process has held its lock for too long",
                "Look for a stopped silo with 'federation cluster status'.", thrown),
            _ => new(
                StoreFault.Other, file.Path, Plain(thrown),
                "Run 'federation doctor' to see what this machine allows.", thrown),
        };

    /// <summary>Whether the server is only starting, or has no connection left at the moment.</summary>
    internal static bool IsPassing(this PostgresException refused) => refused.SqlState
        is PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow;

    // SQLSTATE classes: https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static StoreException OfPostgres(StoreAddress.Postgres server, PostgresException thrown)
    {
        var where = server.ToString();
        return thrown.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(
                StoreFault.Credentials, where, thrown.MessageText,
                "Give the user and password in the connection string.", thrown),
            PostgresErrorCodes.InvalidCatalogName => new(
                StoreFault.NoDatabase, where, thrown.MessageText,
                "Create it with 'createdb', or name another with Database=.", thrown),
            PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidSchemaName => new(
                StoreFault.MissingRight, where, thrown.MessageText,
                "To make tables it needs CREATE on the schema; to use those another role made, let that role run "
                + "federation-silo --migrate with FEDERATION_GRANT_TO set to this user.", thrown),
            _ when IsFull(thrown) => new(
                StoreFault.DiskFull, where, thrown.MessageText,
                "Free some space; what was stored so far is intact.", thrown),
            _ when thrown.IsPassing() => new(
                StoreFault.Busy, where, thrown.MessageText, "Try again in a moment.", thrown),
            _ => new(
                StoreFault.Other, where, thrown.MessageText,
                "Look into the server's log.", thrown),
        };
    }

    private static Exception Root(Exception thrown) => thrown.InnerException is { } inner ? Root(inner) : thrown;

    private static string Plain(Exception thrown) => thrown.Message.TrimEnd('.', ' ');
}
