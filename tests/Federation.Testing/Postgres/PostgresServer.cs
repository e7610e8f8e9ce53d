using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Federation.Testing.Postgres;

/// <summary>A PostgreSQL server of our own on loopback, from the system's binaries, in a temporary folder.</summary>
/// <remarks>Whoever connects needs a password, as anywhere else.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string Superuser = "owner";
    public const string Password = "only for this test";
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-postgres-");
    private Process? _server;
    private int _databases;

    private PostgresServer() { }

    /// <summary>Where its programs are; null when this machine has none.</summary>
    public static string? Binaries { get; } =
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .OrderByDescending(folder => folder, StringComparer.Ordinal)
            .FirstOrDefault();

    public int Port { get; } = FreePort();

    private string Data => Path.Combine(_folder.FullName, "data");

    // The server refuses to run as root; Debian's package brings a user for it.
    private static bool IsRoot => Environment.UserName == "root";

    /// <param name="kilobytesMax">No file of it may grow larger; null for as large as it likes.</param>
    public static async Task<PostgresServer> StartAsync(int? kilobytesMax = null)
    {
        var server = new PostgresServer();
        var password = Path.Combine(server._folder.FullName, "password");
        await File.WriteAllTextAsync(password, Password);
        if (IsRoot) await End("chown", "-R", "postgres", server._folder.FullName);
        // Its log of changes is kept in files of a megabyte, which fit below any limit of use here.
        await End(Program(
            "initdb", "-D", server.Data, "-U", Superuser, "--pwfile", password, "-A", "scram-sha-256", "-N",
            "--wal-segsize=1"));
        server.Launch(kilobytesMax);
        await server.Answers(again: false);
        return server;
    }

    /// <summary>The address of the superuser's database, as the console takes it.</summary>
    public string Address => $"postgres:{ConnectionString()}";

    /// <summary>What Npgsql connects with.</summary>
    public string ConnectionString(
        string user = Superuser, string password = Password, string database = "postgres") =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = Port, Username = user, Password = password, Database = database, Timeout = 10,
        }.ConnectionString;

    /// <summary>What Npgsql connects with to a new, empty database.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await Execute($"CREATE DATABASE {name}");
        return ConnectionString(database: name);
    }

    public async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{ConnectionString()};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>SIGKILL of the server's first process; the others find that it is gone and leave.</summary>
    public async Task KillAsync()
    {
        var pid = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        await End("kill", "-KILL", pid);
        await _server!.WaitForExitAsync();
    }

    /// <summary>Starts it again on what it had written, without limits, as often as it takes until the old
    /// processes are gone.</summary>
    public Task StartAgainAsync() => Answers(again: true);

    /// <summary>Runs a script of a container's first start, as the container's superuser.</summary>
    public async Task RunScriptAsync(string script, IReadOnlyDictionary<string, string> environment)
    {
        await Execute("CREATE ROLE postgres SUPERUSER LOGIN PASSWORD '" + Password + "'");
        var start = new ProcessStartInfo("sh", [script]) { WorkingDirectory = Path.GetTempPath() };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        (start.Environment["PGHOST"], start.Environment["PGPORT"]) = ("127.0.0.1", $"{Port}");
        start.Environment["PGPASSWORD"] = Password;
        start.Environment["PATH"] = $"{Binaries}:{Environment.GetEnvironmentVariable("PATH")}";
        await End(start);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (!_server!.HasExited) await End(Program("pg_ctl", "stop", "-D", Data, "-m", "immediate"));
        await _server.WaitForExitAsync();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Launch(int? kilobytesMax)
    {
        var command = Program(
            "postgres", "-D", Data, "-p", $"{Port}", "-k", _folder.FullName,
            "-c", "fsync=off", "-c", "listen_addresses=127.0.0.1");
        // A shell counts in half kilobytes. Whoever cleans up behind a slow run would make room for it.
        if (kilobytesMax is { } most)
            command = ["sh", "-c", $"ulimit -f {2 * most}; exec \"$@\"", "sh", .. command, "-c", "autovacuum=off"];
        _server = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.GetTempPath(),
        })!;
    }

    private Task Answers(bool again) => Deadline.Until("PostgreSQL answers", async () =>
    {
        if (again && _server!.HasExited) Launch(kilobytesMax: null);
        try
        {
            await Execute("SELECT 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }, AnswersWithin);

    private static string[] Program(string name, params string[] arguments)
    {
        string[] command = [Path.Combine(Binaries!, name), .. arguments];
        return IsRoot ? ["runuser", "-u", "postgres", "--", .. command] : command;
    }

    private static Task End(params string[] command) =>
        End(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = Path.GetTempPath() });

    private static async Task End(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                $"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
