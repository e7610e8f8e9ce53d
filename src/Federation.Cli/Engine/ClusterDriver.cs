using System.Diagnostics;
using Federation.Cli.Clusters;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Contracts.Federations;
using Federation.Contracts.Hosting;
using Federation.Governance.Federating;
using Federation.Society.People;
using Federation.Storage.Records;
using Federation.Storage.Scenarios;
using Federation.Storage.Sql;
using Federation.Storage.Tracing;
using Federation.Telemetry;

namespace Federation.Cli.Engine;

/// <summary>Runs a scenario on silo processes: starts it, watches it, loses silos when told to.</summary>
internal sealed class ClusterDriver
{
    /// <summary>Above this many circles silos keep Orleans' slower probes and a larger first generation, and a silent
    /// register is waited for longer.</summary>
    public const long LargeCircles = 100_000;

    /// <summary>Above this many circles nothing is traced to files unless <see cref="TraceFolderVariable"/> names
    /// a folder; a collector, if one is named by the OTEL variables, gets its share.</summary>
    private const long TracedCirclesMax = 20_000;

    private const string TraceFolderVariable = "FEDERATION_TRACE_FOLDER";

    /// <summary>Without a store each loss of a silo costs one; more would never end.</summary>
    private const int RestartsMax = 20;

    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);

    private readonly RunRequest _request;
    private readonly World _world;
    private readonly string _runId;
    private readonly IProgress<RunProgress> _progress;
    private readonly SilosAtWork _counts;
    private readonly RegisterCalls _calls;
    private readonly Lookout _lookout;
    private readonly ConsoleTrace _trace;

    private ClusterDriver(
        RunRequest request, World world, string runId, IProgress<RunProgress> progress,
        SilosAtWork counts, ClusterClient client, Lookout lookout, ConsoleTrace trace)
    {
        (_request, _world, _runId, _progress, _counts, _lookout, _trace) =
            (request, world, runId, progress, counts, lookout, trace);
        _calls = new RegisterCalls(
            client.Grains, () => counts.Living > 0, request.Again, counts.Store.ToString() ?? "", world.Plan.Circles);
    }

    public static async Task<Taking> Run(
        RunRequest request, World world, RunRecord record, IProgress<RunProgress> progress, CancellationToken stop)
    {
        if (request.ClusterAddress is { } address) return await On(ClusterAddress.Parse(address), "");
        progress.Report(new RunProgress("starting silos", 0, 0, 0, request.Silos));
        var plan = Plan(request, world, record);
        // Whoever looks while silos start, or after the console was killed, finds where the run is to be.
        record = record with { ServiceId = plan.ServiceId, RunKey = $"{record.RunId}-0" };
        if (plan.Durability is Durability.Every)
            record = record with { Store = RunStore.Text(request.Directory, plan.StoreOrDefault) };
        request.Directory.Write(record);
        var taking = await OnSilosOf(plan);
        if (plan.TraceFolder.Length > 0) TraceMerge.Run(plan.TraceFolder, request.Directory.TracesFile);
        return taking with { IsTraced = Spans.ToCollector || File.Exists(request.Directory.TracesFile) };

        // Silos finish writing their spans when they leave.
        async Task<Taking> OnSilosOf(ClusterPlan planned)
        {
            await using var cluster = await LocalCluster.StartAsync(planned, null, stop);
            return await On(new ClusterAddress.Folder(cluster.Folder), planned.TraceFolder);
        }

        async Task<Taking> On(ClusterAddress address, string traceFolder)
        {
            using var trace = new ConsoleTrace(traceFolder, request.Scenario.Name, world.OpenRegister().Root.Path);
            await using var client = await address.ConnectAsync(stop);
            using SilosAtWork counts = address is ClusterAddress.Store store
                ? await DistantSilos.AskAsync(client, store, stop)
                : new SiloCounts(address.ToString());
            await using var lookout = new Lookout(counts, request.Kills, Expected.Answers(world));
            return await new ClusterDriver(
                    request, world, record.RunId, progress, counts, client, lookout, trace)
                .Watch(record, stop);
        }
    }

    private static ClusterPlan Plan(RunRequest request, World world, RunRecord record)
    {
        var large = world.Plan.Circles > LargeCircles;
        var folder = Path.Combine(request.Directory.Path, "cluster");
        return new ClusterPlan(folder, request.Silos)
        {
            Store = Store(request),
            // A run's own: in a store it shares, its silos must not be woken by another run's reminders.
            ServiceId = $"run-{record.RunId}",
            Durability = request.Durability == "none" ? Durability.None : Durability.Every,
            Probes = large ? Probes.Default : Probes.Fast,
            LargeRun = large,
            SurvivesPowerLoss = request.SurvivesPowerLoss,
            Commits = request.Commits,
            DashboardPort = request.DashboardPort,
            TraceFolder = Spans.ToFile ? TraceFolder(world, folder) : "",
            Attached = true,
        };
    }

    // Silos inherit the console's variables.
    private static Sending Spans => TelemetryVariables.Read(Environment.GetEnvironmentVariable).Spans;

    // A folder that is named is used by the silos too, whatever the size of the federation.
    private static string TraceFolder(World world, string folder) =>
        Environment.GetEnvironmentVariable(TraceFolderVariable) is { Length: > 0 } named
            ? Directory.CreateDirectory(named).FullName
            : world.Plan.Circles <= TracedCirclesMax ? folder : "";

    private static StoreAddress Store(RunRequest request) => request.Storage == "postgres"
        ? ClusterAddress.PostgresOfEnvironment("--storage postgres")
        : new StoreAddress.Sqlite(request.Directory.StoreFile);

    private async Task<Taking> Watch(RunRecord record, CancellationToken stop)
    {
        var scenario = ResolvedScenario.ToJson(_request.Scenario);
        for (var restarts = 0; ; restarts++)
        {
            if (restarts > RestartsMax)
                throw new CommandFailure(
                    "run_failed", $"The run was begun {restarts} times and forgotten each time",
                    "Store its answers: --durability every", _request.Directory.Path);
            var run = $"{_runId}-{restarts}";
            Remember(record, run);
            _trace.Begin(run);
            await _calls.Start(run, scenario, stop);
            if (await Finished(run, scenario, stop)) return await Taken(run, restarts, stop);
        }
    }

    private void Remember(RunRecord record, string run)
    {
        _request.Directory.Write(record with
        {
            State = "running",
            Store = _counts.Durability is Durability.Every ? RunStore.Text(_request.Directory, _counts.Store) : "",
            ServiceId = _counts.ServiceId,
            RunKey = run,
        });
    }

    /// <summary>Whether it came to its end; false when what it had reached was lost with a silo.</summary>
    private async Task<bool> Finished(string run, string scenario, CancellationToken stop)
    {
        while (true)
        {
            var standing = await _calls.Poll(run, stop);
            Tell(standing);
            if (standing.Forgotten) return false;
            if (!standing.Known)
            {
                if (_counts.Durability is Durability.None) return false;
                // A register that woke before its run was begun does not know what was stored since.
                await _calls.Start(run, scenario, stop);
            }
            else if (standing.StoreFull)
            {
                throw _calls.Full(standing.Failure);
            }
            else if (standing.Failure.Length > 0)
            {
                throw new CommandFailure(
                    "run_failed", $"The run cannot go on: {standing.Failure}",
                    "The silos' logs are in the folder's cluster directory", _request.Directory.Path);
            }

            if (standing.Done) return true;
            await Task.Delay(PollEvery, stop);
        }
    }

    private void Tell(RunStanding standing)
    {
        var answered = _counts.Answered;
        _trace.See(standing, _counts.Living);
        var words = standing.Stage.Length > 0
            ? $"cycle {standing.Cycle}: {Stages.InWords(standing.Stage)}"
            : "asking circles";
        _progress.Report(new RunProgress(
            words, answered, Math.Max(answered, Expected.Answers(_world)), _counts.Living, _counts.Count));
    }

    private async Task<Taking> Taken(string run, int restarts, CancellationToken stop)
    {
        await _lookout.End();
        var register = _world.OpenRegister();
        foreach (var answer in await _calls.Answers(run, stop)) register = register.Answered(Answer.Decode(answer));
        _trace.End(run, register);
        using var self = Process.GetCurrentProcess();
        return new Taking(
            register, null, _counts.Lost, _counts.AskedAgain, restarts,
            _counts.CpuSeconds + self.TotalProcessorTime.TotalSeconds,
            _counts.PeakMemoryBytes + self.PeakWorkingSet64, _lookout.StallSeconds)
        {
            KillsLeft = _lookout.KillsLeft,
            Silos = _counts.Count,
            Durability = _counts.Durability is Durability.Every ? "every" : "none",
            Stored = _counts.Durability is Durability.Every
                ? new StoredRun(_counts.Store, _counts.ServiceId, run) : null,
            Storage = _counts.Store is StoreAddress.Postgres ? "postgres" : "sqlite",
            Outlives = _counts.Durability is Durability.Every
                ? await StoreSafety.SayAsync(
                    _counts.Store, _counts.SurvivesPowerLoss ? Safety.PowerLoss : Safety.ProcessLoss, stop)
                : "nothing is stored: what a lost silo knew is made again",
        };
    }
}
