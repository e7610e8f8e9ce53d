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
        try
        {
            var calls = new RegisterCalls(client, () => true);
            do
            {
                _runs.Add(await One(calls, cluster, reference, seal, stop));
                tell($"{_runs[^1]}");
            }
            while (!blows.IsCompleted && _runs[^1].Failure.Length == 0);
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

    private async Task<OrdealRun> One(
        RegisterCalls calls, LocalCluster cluster, Reference reference, string seal, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var key = $"ordeal-{_runs.Count + 1}";
        var failure = await Finished(calls, key, stop);
        var took = watch.Elapsed.TotalSeconds;
        if (failure.Length > 0) return new OrdealRun(key, "", false, 0, 0, 0, took, failure);
        var register = _world.OpenRegister();
        foreach (var answer in await calls.Answers(key, stop)) register = register.Answered(Answer.Decode(answer));
        var kept = new StoredRecord(new StoredRun(cluster.Store, cluster.ServiceId, key));
        var (lost, doubled) = Differences.Count(reference, await kept.ReadAsync(stop).ToListAsync(stop));
        var found = Outcomes.Of(_world, register);
        return new OrdealRun(key, found.Seal, found.Seal == seal, register.Settled.Length, lost, doubled, took, "");
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
