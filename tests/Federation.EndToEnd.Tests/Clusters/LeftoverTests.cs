using System.Diagnostics;
using Federation.Cli.Clusters;

namespace Federation.EndToEnd.Tests.Clusters;

/// <summary>What is left when processes die that nobody told to.</summary>
[Collection("processes")]
public sealed class LeftoverTests : IDisposable
{
    private readonly TestCluster _cluster = new();
    private Process? _console;

    // The console first: it would start its silos anew.
    public void Dispose()
    {
        _console?.Kill();
        _console?.Dispose();
        _cluster.Dispose();
    }

    [Fact]
    public async Task State_of_a_cluster_whose_processes_are_gone_is_cleaned_and_said_so()
    {
        (await _cluster.Run("up", "--silos", "1")).Succeeded();
        foreach (var silo in _cluster.Processes.Values)
        {
            silo.Kill();
            Assert.True(await silo.WaitForExitAsync(Deadline.Usual));
        }

        var again = (await _cluster.Run("up", "--silos", "1")).Succeeded();

        Assert.Contains("Cleaned up", again.Errors);
        Assert.Equal("Active", TestCluster.Statuses(again.Json)["silo-1"]);
    }

    [Fact]
    public async Task Silos_of_a_console_that_is_killed_leave_by_themselves()
    {
        await UpInTheForeground();
        var silos = _cluster.Processes;

        var second = await _cluster.Run("up");
        Assert.Equal(1, second.ExitCode);

        _console!.Kill();

        foreach (var silo in silos.Values) Assert.True(await silo.WaitForExitAsync(Deadline.Usual));
        (await _cluster.Run("up", "--silos", "1")).Succeeded();
    }

    [Fact]
    public async Task A_killed_silo_of_a_console_in_the_foreground_is_started_anew()
    {
        await UpInTheForeground();
        var lost = _cluster.Processes["silo-2"];

        lost.Kill();

        await Deadline.Until(
            "silo-2 lives again",
            () => _cluster.Processes["silo-2"] is var now && now != lost && now.IsAlive);
        await Deadline.Until("it is active", IsUp);
    }

    [Fact]
    public async Task A_recycled_process_number_is_not_taken_for_the_silo()
    {
        (await _cluster.Run("up", "--silos", "1")).Succeeded();
        var silo = _cluster.Processes["silo-1"];
        var impostor = silo with { Started = "another moment" };

        impostor.Kill();

        Assert.False(impostor.IsAlive);
        Assert.True(silo.IsAlive);
    }

    private async Task UpInTheForeground()
    {
        _console = ConsoleRun.Start(
            "federation.dll", "cluster", "up", "--foreground", "--silos", "2", "--dir", _cluster.Folder);
        // The table knows a silo as active a moment before the console does.
        using var late = new CancellationTokenSource(ConsoleRun.Within);
        while (await _console.StandardError.ReadLineAsync(late.Token) is { } said)
            if (said.Contains("takes them down", StringComparison.Ordinal)) break;
        Assert.True(await IsUp());
    }

    private async Task<bool> IsUp() =>
        ClusterFile.Read(_cluster.Folder) is { Silos.Count: 2 }
        && File.Exists(Path.Combine(_cluster.Folder, "store.db"))
        && (await ClusterStatus.ReadAsync(_cluster.Folder)).Silos
            .All(silo => silo is { Status: "Active", Pid: not null });
}
