using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Federation.EndToEnd.Tests;

/// <summary>A PostgreSQL server of our own on loopback, from the system's binaries, in a temporary folder.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-postgres-");
    private readonly int _port = FreePort();
    private Process? _server;

    private PostgresServer() { }

    /// <summary>Null when this machine has none.</summary>
    public static string? Binaries { get; } =
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .OrderByDescending(folder => folder, StringComparer.Ordinal)
            .FirstOrDefault();

    public int Port => _port;

    public string Address => AddressOf("postgres");

    /// <summary>Where a role finds the database of its name.</summary>
    public string AddressOf(string role) => $"postgres://{role}@127.0.0.1:{_port}/{role}";

    private string Data => Path.Combine(_folder.FullName, "data");

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer();
        // The server refuses to run as root; Debian's package brings a user for it.
        if (Environment.UserName == "root") await End("chown", "postgres", server._folder.FullName);
        await End(Program("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-N"));
        await server.Begin();
        return server;
    }

    /// <summary>SIGKILL of the server's first process; the others find that it is gone and leave.</summary>
    public async Task KillAsync()
    {
        var pid = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        await End("kill", "-KILL", pid);
        await _server!.WaitForExitAsync();
    }

    /// <summary>Starts it again on what it had written, as often as it takes until the old processes are gone.</summary>
    public Task StartAgainAsync() => Deadline.Until("PostgreSQL answers again", async () =>
    {
        if (await Answers()) return true;
        if (_server!.HasExited) Launch();
        return false;
    }, ConsoleRun.Within);

    private async Task Begin()
    {
        Launch();
        await Deadline.Until("PostgreSQL answers", Answers);
    }

    private void Launch()
    {
        var command = Program(
            "postgres", "-D", Data, "-p", $"{_port}", "-k", _folder.FullName,
            "-c", "fsync=off", "-c", "listen_addresses=127.0.0.1");
        _server = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.GetTempPath(),
        });
    }

    /// <summary>Runs a script of a container's first start, as the container's superuser.</summary>
    public async Task RunScriptAsync(string script, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("sh", [script]) { WorkingDirectory = Path.GetTempPath() };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        (start.Environment["PGHOST"], start.Environment["PGPORT"]) = ("127.0.0.1", $"{_port}");
        start.Environment["PATH"] = $"{Binaries}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}");
    }

    public async ValueTask DisposeAsync()
    {
        await End(Program("pg_ctl", "stop", "-D", Data, "-m", "immediate"));
        await _server!.WaitForExitAsync();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> Answers()
    {
        try
        {
            await using var connection = new NpgsqlConnection(
                $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string[] Program(string name, params string[] arguments)
    {
        string[] command = [Path.Combine(Binaries!, name), .. arguments];
        return Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. command] : command;
    }

    private static async Task End(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.GetTempPath(),
        })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A fact that is skipped, and says so, on a machine without PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresServer.Binaries is null) Skip = "No PostgreSQL binaries under /usr/lib/postgresql.";
    }
}

/// <summary>A theory that is skipped, and says so, on a machine without PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute()
    {
        if (PostgresServer.Binaries is null) Skip = "No PostgreSQL binaries under /usr/lib/postgresql.";
    }
}
