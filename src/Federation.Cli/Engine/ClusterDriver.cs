using System.Diagnostics;
using Federation.Cli.Clusters;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Contracts.Federations;
using Federation.Contracts.Hosting;
using Federation.Governance.Federating;
using Federation.Society.People;
using Federation.Storage.Scenarios;
using Federation.Storage.Sql;

namespace Federation.Cli.Engine;

/// <summary>Runs a scenario on silo processes: starts it, watches it, loses silos when told to.</summary>
internal sealed class ClusterDriver
{
    /// <summary>Above this many circles silos keep Orleans' slower probes and a larger first generation.</summary>
    private const long LargeCircles = 100_000;

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);

    private readonly RunRequest _request;
    private readonly World _world;
    private readonly string _runId;
    private readonly IProgress<RunProgress> _progress;
    private readonly LocalCluster? _cluster;
    private readonly RegisterCalls _calls;
    private readonly Stalls _stalls = new();
    private readonly Queue<Kill> _kills;

    private ClusterDriver(
        RunRequest request, World world, string runId, IProgress<RunProgress> progress,
        LocalCluster? cluster, ClusterClient client)
    {
        (_request, _world, _runId, _progress, _cluster) = (request, world, runId, progress, cluster);
        _calls = new RegisterCalls(client);
        _kills = new Queue<Kill>(request.Kills.OrderBy(kill => kill.Share));
    }

    public static async Task<Taking> Run(
        RunRequest request, World world, RunRecord record, IProgress<RunProgress> progress, CancellationToken stop)
    {
        if (request.ClusterAddress is { } address)
        {
            await using var existing = await ClusterClient.ConnectAsync(address, stop);
            return await new ClusterDriver(request, world, record.RunId, progress, null, existing).Watch(record, stop);
        }

        progress.Report(new RunProgress("starting silos", 0, 0, 0, request.Silos));
        await using var cluster = await LocalCluster.StartAsync(Plan(request, world), null, stop);
        await using var client = await ClusterClient.ConnectAsync(cluster.Folder, stop);
        return await new ClusterDriver(request, world, record.RunId, progress, cluster, client).Watch(record, stop);
    }

    private static ClusterPlan Plan(RunRequest request, World world)
    {
        var large = world.Plan.Circles > LargeCircles;
        return new ClusterPlan(Path.Combine(request.Directory.Path, "cluster"), request.Silos)
        {
            Store = Store(request),
            Durability = request.Durability == "none" ? Durability.None : Durability.Every,
            Probes = large ? Probes.Default : Probes.Fast,
            LargeRun = large,
            Attached = true,
        };
    }

    private static StoreAddress Store(RunRequest request) => request.Storage == "postgres"
        ? StoreAddress.Parse(
            Environment.GetEnvironmentVariable("FEDERATION_STORE") is { Length: > 0 } text ? text
            : throw CommandFailure.Usage(
                "--storage postgres needs to know where the server is",
                "Set FEDERATION_STORE, as in FEDERATION_STORE='postgres://user@localhost/federation'"))
        : new StoreAddress.Sqlite(request.Directory.StoreFile);

    private async Task<Taking> Watch(RunRecord record, CancellationToken stop)
    {
        var scenario = ResolvedScenario.ToJson(_request.Scenario);
        var restarts = 0;
        while (true)
        {
            var run = $"{_runId}-{restarts}";
            Remember(record, run);
            await _calls.Start(run, scenario, stop);
            if (await Finished(run, stop)) return await Taken(run, restarts, stop);
            restarts++;
        }
    }

    private void Remember(RunRecord record, string run) => _request.Directory.Write(record with
    {
        Store = _request.Durability == "every" ? _cluster?.Store.Text ?? "" : "",
        ServiceId = _cluster?.ServiceId ?? "",
        RunKey = run,
    });

    /// <summary>Whether it came to its end; false when what it had reached was lost with a silo.</summary>
    private async Task<bool> Finished(string run, CancellationToken stop)
    {
        while (true)
        {
            var standing = await _calls.Poll(run, stop);
            Tell(standing);
            LoseSilos();
            if (standing is { Known: false } or { Forgotten: true }) return false;
            if (standing is { Failure.Length: > 0 })
                throw new CommandFailure(
                    "run_failed", $"The run cannot go on: {standing.Failure}",
                    "The silos' logs are in the folder's cluster directory", _request.Directory.Path);
            if (standing is { Done: true }) return true;
            await Task.Delay(PollEvery, stop);
        }
    }

    private void Tell(RunStanding? standing)
    {
        var reports = _cluster?.Reports ?? [];
        var answered = reports.Sum(report => report.Answered);
        _stalls.See(answered);
        var words = standing is { Stage.Length: > 0 } asked ? $"cycle {asked.Cycle}: {Words(asked.Stage)}" : "asking circles";
        _progress.Report(new RunProgress(
            words, answered, Math.Max(answered, Expected.Answers(_world)), _cluster?.Living.Count ?? 0, _request.Silos));
    }

    private static string Words(string stage) => stage switch
    {
        "found" => "electing delegates",
        "lead" => "naming leaders",
        "convene" => "circles convene",
        "spread" => "the decision spreads",
        "reseal" => "sealing",
        _ => stage,
    };

    private void LoseSilos()
    {
        if (_cluster is null || _kills.Count == 0) return;
        var share = (double)_cluster.Reports.Sum(report => report.Answered) / Expected.Answers(_world);
        while (_kills.TryPeek(out var kill) && kill.Share <= share)
        {
            _kills.Dequeue();
            _cluster.Kill($"silo-{kill.Silo}");
            _stalls.Begin();
        }
    }

    private async Task<Taking> Taken(string run, int restarts, CancellationToken stop)
    {
        var register = _world.OpenRegister();
        foreach (var answer in await _calls.Answers(run, stop)) register = register.Answered(Answer.Decode(answer));
        var reports = _cluster?.Reports ?? [];
        using var self = Process.GetCurrentProcess();
        return new Taking(
            register, null, _cluster?.SilosLost ?? 0, reports.Sum(report => report.AskedAgain), restarts,
            reports.Sum(report => report.CpuSeconds) + self.TotalProcessorTime.TotalSeconds,
            reports.Sum(report => report.PeakMemoryBytes) + self.PeakWorkingSet64, _stalls.Seconds);
    }
}
