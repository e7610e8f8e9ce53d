using System.Diagnostics;
using Federation.Cli.Clusters;
using Federation.Cli.Engine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Governance.Federating;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Storage.Records;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Ordeals;

/// <summary>Runs a scenario again and again on a cluster that is struck meanwhile, and holds every run against
/// the reference.</summary>
internal sealed class Ordeal(OrdealRequest request, Action<string> tell)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(50);

    private readonly World _world = Worlds.Open(request.Scenario);
    private readonly List<OrdealRun> _runs = [];

    /// <summary>How the runs went that came to an end, half a sentence.</summary>
    public string Standing => _runs.Count == 0 ? "no run had come to its end"
        : $"{_runs.Count(run => run.IsRight)} of {_runs.Count} runs came to their end as the reference did";

    public async Task<OrdealReport> Run(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var reference = new Reference(_world) { Answered = stop.ThrowIfCancellationRequested };
        var seal = Outcomes.Of(_world, await Task.Run(reference.Run, stop)).Seal;
        await using var cluster = await LocalCluster.StartAsync(request.Cluster, tell, stop);
        await using var client = await ClusterClient.ConnectAsync(cluster.Folder, stop);
        var striking = new Striking(cluster, request.Plan, tell);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watching = Task.Run(() => striking.Watch(over.Token), CancellationToken.None);
        var blows = striking.Strike(over.Token);
        var checking = Task.CompletedTask;
        try
        {
            var calls = new RegisterCalls(
                client.Grains, () => true, "Strike again", $"{cluster.Store}", _world.Plan.Circles);
            var failed = false;
            for (var number = 1; !failed && (number == 1 || !blows.IsCompleted); number++)
            {
                var key = $"ordeal-{number}";
                var run = Stopwatch.StartNew();
                var failure = await Finished(calls, key, stop);
                failed = failure.Length > 0;
                await checking;
                // A run is held against the reference while the next one is under way: the load has no gaps.
                checking = failed ? Note(new OrdealRun(key, "", false, 0, 0, 0, run.Elapsed.TotalSeconds, failure))
                    : Task.Run(() => Check(calls, cluster, reference, seal, key, run.Elapsed, stop), stop);
            }

            await checking;
        }
        finally
        {
            await over.CancelAsync();
            await watching;
            await blows.ContinueWith(_ => { }, TaskScheduler.Default);
        }

        // A blow that could not be dealt makes the whole ordeal worth nothing.
        if (blows.IsFaulted) await blows;
        return OrdealReport.Of(request, _runs, striking, cluster.SilosLost, seal, watch.Elapsed);
    }

    private async Task Check(
        RegisterCalls calls, LocalCluster cluster, Reference reference, string seal, string key, TimeSpan took,
        CancellationToken stop)
    {
        var register = _world.OpenRegister();
        foreach (var answer in await calls.Answers(key, stop)) register = register.Answered(Answer.Decode(answer));
        var kept = new StoredRecord(new StoredRun(cluster.Store, cluster.ServiceId, key));
        var (lost, doubled) = Differences.Count(reference, await kept.ReadAsync(stop).ToListAsync(stop));
        var found = Outcomes.Of(_world, register);
        await Note(new OrdealRun(
            key, found.Seal, found.Seal == seal, register.Settled.Length, lost, doubled, took.TotalSeconds, ""));
    }

    private Task Note(OrdealRun run)
    {
        _runs.Add(run);
        tell($"{run}");
        return Task.CompletedTask;
    }

    /// <summary>Why it did not come to its end; empty when it did.</summary>
    private async Task<string> Finished(RegisterCalls calls, string key, CancellationToken stop)
    {
        var scenario = ResolvedScenario.ToJson(request.Scenario);
        try
        {
            await calls.Start(key, scenario, stop);
            while (true)
            {
                var standing = await calls.Poll(key, stop);
                if (standing.Failure.Length > 0 || standing.Done) return standing.Failure;
                if (!standing.Known) await calls.Start(key, scenario, stop);
                await Task.Delay(PollEvery, stop);
            }
        }
        catch (CommandFailure silence)
        {
            return silence.Message;
        }
    }
}
