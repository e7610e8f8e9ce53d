using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Federation.Cli.Clusters;
using Federation.Contracts.Hosting;
using Federation.Testing.Postgres;

namespace Federation.EndToEnd.Tests.Clusters;

/// <summary>The silo's program by itself, as a container runs it.</summary>
[Collection("processes")]
public sealed class SiloProcessTests : IDisposable
{
    private readonly TestCluster _cluster = new();
    private readonly List<ProcessIdentity> _started = [];

    public void Dispose()
    {
        foreach (var silo in _started) silo.Kill();
        _cluster.Dispose();
    }

    [Fact]
    public async Task A_taken_port_is_one_line_and_exit_code_1()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var silo = await ConsoleRun.End(Start(Options with { SiloPort = port }));

        Assert.Equal(1, silo.ExitCode);
        Assert.StartsWith($"{StartFailures.PortInUse}: 127.0.0.1:{port}", silo.Errors);
        Assert.Single(silo.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_key_that_is_not_ours_is_named()
    {
        var file = Path.Combine(_cluster.Folder, "silo.json");
        await File.WriteAllTextAsync(file, """{ "nmae": "silo-1" }""");

        var silo = await ConsoleRun.End(ConsoleRun.Start("silo/federation-silo.dll", "--options", file));

        Assert.Equal(1, silo.ExitCode);
        Assert.Contains("nmae", silo.Errors);
    }

    [Fact]
    public async Task A_silo_told_to_stop_leaves_with_exit_code_0()
    {
        var options = Options;
        using var silo = Start(options);
        await UntilActive(options, silo);

        ProcessIdentity.Of(silo).AskToStop();

        Assert.Equal(0, (await ConsoleRun.End(silo)).ExitCode);
        Assert.Equal("Dead", SiloReport.ReadFrom(options.StatusFile)!.Status);
    }

    [PostgresFact]
    public async Task A_silo_told_to_stop_whose_database_is_gone_leaves_and_says_why()
    {
        await using var server = await PostgresServer.StartAsync();
        var options = Options with { Store = server.Address };
        using var silo = Start(options);
        await UntilActive(options, silo);

        await server.KillAsync();
        ProcessIdentity.Of(silo).AskToStop();

        // Compose and Kubernetes kill it after 40 seconds.
        var end = await ConsoleRun.End(silo, TimeSpan.FromSeconds(40));
        Assert.True(end.ExitCode is 0 || end.Errors.Contains("could not leave in order", StringComparison.Ordinal), end.Errors);
    }

    [Fact]
    public async Task A_taken_port_for_Prometheus_is_one_line()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var silo = await ConsoleRun.End(Start(Options, new Dictionary<string, string>
        {
            ["OTEL_METRICS_EXPORTER"] = "prometheus",
            ["OTEL_EXPORTER_PROMETHEUS_PORT"] = $"{port}",
        }));

        Assert.Equal(1, silo.ExitCode);
        Assert.StartsWith(StartFailures.PrometheusPortInUse, silo.Errors);
        Assert.Single(silo.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_silo_frozen_until_the_others_gave_it_up_leaves_by_itself_when_it_wakes()
    {
        (await _cluster.Run("up", "--silos", "3")).Succeeded();
        var frozen = _cluster.Processes["silo-2"];

        Signal(frozen, "STOP");
        await Deadline.Until(
            "the others declare silo-2 dead", async () => await _cluster.StatusOf("silo-2") == "Dead",
            TimeSpan.FromSeconds(30));
        Signal(frozen, "CONT");

        Assert.True(await frozen.WaitForExitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains("must stop", await File.ReadAllTextAsync(Path.Combine(_cluster.Folder, "silos", "silo-2.err")));
    }

    [Fact]
    public async Task The_dashboard_answers_on_loopback_under_its_own_name_and_nowhere_else()
    {
        var options = Options with { DashboardPort = FreePort() };
        using var silo = Start(options);
        await UntilActive(options, silo);
        using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{options.DashboardPort}") };
        using var led = new HttpRequestMessage(HttpMethod.Get, "DashboardCounters") { Headers = { Host = "elsewhere.example" } };

        // The silo takes requests before its pages do.
        await Deadline.Until("the dashboard listens", () => Connects("127.0.0.1", options.DashboardPort));
        var page = await client.GetStringAsync("");

        Assert.Contains("<html", page, StringComparison.Ordinal);
        await Deadline.Until("the dashboard counts the silo", async () => JsonDocument
            .Parse(await client.GetStringAsync("DashboardCounters")).RootElement.GetProperty("hosts").EnumerateArray()
            .Any(host => host.GetProperty("status").GetString() == "Active"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(led)).StatusCode);
        Assert.False(await Connects("127.0.0.2", options.DashboardPort));
        ProcessIdentity.Of(silo).AskToStop();
        Assert.Equal(0, (await ConsoleRun.End(silo)).ExitCode);
    }

    [Fact]
    public async Task Without_a_dashboard_no_web_server_is_loaded()
    {
        using var silo = Start(Options);
        await UntilActive(Options, silo);

        var loaded = await File.ReadAllTextAsync($"/proc/{silo.Id}/maps");

        Assert.Contains("Orleans.Runtime.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("Kestrel", loaded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_of_the_dashboard_is_one_line_and_no_other_is_tried()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var up = await _cluster.Run("up", "--silos", "1", "--dashboard", $"{port}");

        Assert.Equal(1, up.ExitCode);
        var error = up.Json.GetProperty("error");
        Assert.Contains(
            $"{StartFailures.DashboardPortInUse}: 127.0.0.1:{port}", error.GetProperty("remedy").GetString(),
            StringComparison.Ordinal);
    }

    private static async Task<bool> Connects(string address, int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Parse(address), port);
            return true;
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionRefused)
        {
            return false;
        }
    }

    private LaunchOptions Options
    {
        get
        {
            var (silo, gateway) = (FreePort(), FreePort());
            return new LaunchOptions
            {
                Store = $"sqlite:{Path.Combine(_cluster.Folder, "store.db")}", SiloPort = silo, GatewayPort = gateway,
                StatusFile = Path.Combine(_cluster.Folder, "status.json"),
                LogFile = Path.Combine(_cluster.Folder, "silo.log"),
            };
        }
    }

    private Process Start(LaunchOptions options, Dictionary<string, string>? environment = null)
    {
        var file = Path.Combine(_cluster.Folder, "silo.json");
        File.WriteAllText(file, options.ToJson());
        var silo = ConsoleRun.Start("silo/federation-silo.dll", environment ?? [], ["--options", file]);
        _started.Add(ProcessIdentity.Of(silo));
        return silo;
    }

    private static Task UntilActive(LaunchOptions options, Process silo) => Deadline.Until(
        "the silo is active",
        () => silo.HasExited || SiloReport.ReadFrom(options.StatusFile) is { Status: "Active" });

    private static void Signal(ProcessIdentity process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Pid}"]);
        kill.WaitForExit();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
