using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Federation.Cli.Clusters;
using Federation.Contracts.Hosting;

namespace Federation.EndToEnd.Tests.Clusters;

/// <summary>The silo's program by itself, as a container runs it.</summary>
[Collection("processes")]
public sealed class SiloProcessTests : IDisposable
{
    private readonly TestCluster _cluster = new();

    public void Dispose() => _cluster.Dispose();

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

    private Process Start(LaunchOptions options)
    {
        var file = Path.Combine(_cluster.Folder, "silo.json");
        File.WriteAllText(file, options.ToJson());
        return ConsoleRun.Start("silo/federation-silo.dll", "--options", file);
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
