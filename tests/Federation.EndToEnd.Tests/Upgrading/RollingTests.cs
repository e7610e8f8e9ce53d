using System.Diagnostics;
using Federation.Cli.Clusters;
using Federation.Contracts.Hosting;
using Federation.EndToEnd.Tests.Deploying;
using Federation.EndToEnd.Tests.Runs;

namespace Federation.EndToEnd.Tests.Upgrading;

/// <summary>Two builds in one cluster: silo by silo the later one takes over, while decisions are taken.</summary>
[Collection("processes")]
public sealed class RollingTests : IDisposable
{
    private readonly TestRuns _runs = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-rolling-");
    private readonly Dictionary<string, Process> _silos = [];

    private string Store => $"sqlite:{Path.Combine(_folder.FullName, "store.db")}";

    public void Dispose()
    {
        _runs.Dispose();
        foreach (var silo in _silos.Values)
        {
            if (!silo.HasExited) silo.Kill();
            silo.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Three_silos_are_replaced_under_load_and_no_decision_fails()
    {
        using var next = await NextBuild.MakeAsync();
        var here = Path.Combine(ConsoleRun.Folder, "silo");
        Assert.Equal(NextBuild.Version, NextBuild.VersionIn(next.Folder));
        Assert.NotEqual(NextBuild.Version, NextBuild.VersionIn(here));
        foreach (var name in (string[])["old-1", "old-2", "old-3"]) await Start(name, here);

        using var rolled = new CancellationTokenSource();
        var load = Load(rolled.Token);
        for (var i = 1; i <= 3; i++)
        {
            await Start($"new-{i}", next.Folder);
            await Stop($"old-{i}");
        }

        await rolled.CancelAsync();
        var seals = await load;
        seals.Add(await Run(seals.Count));

        Assert.True(seals.Count >= 2, $"{seals.Count} runs");
        Assert.Single(seals.Distinct());
        for (var i = 1; i <= 3; i++) await Stop($"new-{i}");
    }

    /// <summary>Decisions without a break, until the silos are replaced.</summary>
    private async Task<List<string>> Load(CancellationToken enough)
    {
        var seals = new List<string>();
        while (!enough.IsCancellationRequested) seals.Add(await Run(seals.Count));
        return seals;
    }

    private async Task<string> Run(int number)
    {
        var run = await _runs.Run($"run-{number}", "run", "country", "--cluster", Store);
        var seal = TestRuns.Seal(run);
        Assert.Equal(run.Json.GetProperty("referenceSeal").GetString(), seal);
        return seal;
    }

    private async Task Start(string name, string folder)
    {
        var status = Path.Combine(_folder.FullName, $"{name}.json");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "federation-silo.dll")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (variable, value) in Ports.OfSilo()) start.Environment[variable] = value;
        start.Environment["FEDERATION_NAME"] = name;
        start.Environment["FEDERATION_STORE"] = Store;
        start.Environment["FEDERATION_STATUS_FILE"] = status;
        _silos[name] = Process.Start(start)!;
        await Deadline.Until(
            $"{name} is active", () => SiloReport.ReadFrom(status)?.Status == "Active", TimeSpan.FromMinutes(2));
    }

    private async Task Stop(string name)
    {
        ProcessIdentity.Of(_silos[name]).AskToStop();
        (await ConsoleRun.End(_silos[name])).Succeeded();
    }
}
