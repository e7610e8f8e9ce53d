using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Federation.Storage.Sql;
using Npgsql;

namespace Federation.Storage.Tests.Sql;

/// <summary>A PostgreSQL server of our own, from the system's binaries, in a temporary folder.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public const string Password = "only for this test";
    private const int ReadyWithinSeconds = 60;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-postgres-");
    private Process? _server;
    private int _databases;

    public int Port { get; private set; }

    /// <summary>Null when this machine has none; tests that need it then show as skipped.</summary>
    public static string? Binaries { get; } =
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .OrderByDescending(folder => folder, StringComparer.Ordinal)
            .FirstOrDefault();

    // The server refuses to run as root; Debian's package brings a user for it.
    private static bool IsRoot => Environment.UserName == "root";

    public async Task InitializeAsync()
    {
        if (Binaries is null) return;
        var data = Path.Combine(_folder.FullName, "data");
        var passwordFile = Path.Combine(_folder.FullName, "password");
        await File.WriteAllTextAsync(passwordFile, Password);
        if (IsRoot) await Run("chown", "-R", "postgres", _folder.FullName);
        await Run(Start("initdb", "-D", data, "-U", "owner", "--pwfile", passwordFile, "-A", "scram-sha-256", "-N"));
        Port = FreePort();
        _server = Process.Start(Start(
            "postgres", "-D", data, "-p", $"{Port}", "-k", _folder.FullName, "-c", "fsync=off",
            "-c", "listen_addresses=127.0.0.1"));
        await UntilItAnswers();
    }

    public async Task DisposeAsync()
    {
        if (_server is null) return;
        NpgsqlConnection.ClearAllPools();
        await Run(Start("pg_ctl", "stop", "-D", Path.Combine(_folder.FullName, "data"), "-m", "immediate"));
        await _server.WaitForExitAsync();
        _folder.Delete(recursive: true);
    }

    public StoreAddress.Postgres Address(
        string user = "owner", string password = Password, string database = "postgres") =>
        new(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = Port, Username = user, Password = password, Database = database, Timeout = 10,
        }.ConnectionString);

    /// <summary>An empty database.</summary>
    public async Task<StoreAddress.Postgres> NewDatabase()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await Execute($"CREATE DATABASE {name}");
        return Address(database: name);
    }

    public async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Address().ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task UntilItAnswers()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await Execute("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (waited.Elapsed.TotalSeconds < ReadyWithinSeconds)
            {
                await Task.Yield();
            }
        }
    }

    private static ProcessStartInfo Start(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        var start = IsRoot
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = Path.GetTempPath();
        return start;
    }

    private static Task Run(string program, params string[] arguments) => Run(new ProcessStartInfo(program, arguments));

    private static async Task Run(ProcessStartInfo start)
    {
        // pg_ctl's children keep its pipes open: nothing is read from them.
        start.RedirectStandardOutput = start.RedirectStandardError = false;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{start.FileName} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One server for all tests that need one.</summary>
[CollectionDefinition("postgres")]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>;

/// <summary>A fact that is skipped, and says so, on a machine without PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresServer.Binaries is null) Skip = "No PostgreSQL binaries under /usr/lib/postgresql.";
    }
}
