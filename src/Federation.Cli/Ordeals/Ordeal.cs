using System.Diagnostics;
using Federation.Cli.Clusters;
using Federation.Cli.Engine;
using Federation.Cli.Runs;
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
        var blows = striking.Strike(stop);
        try
        {
            var calls = new RegisterCalls(client, () => true);
            do
            {
                _runs.Add(await One(calls, cluster, reference, seal, stop));
                tell($"{_runs[^1]}");
            }
            while (!blows.IsCompleted);
            await blows;
        }
        finally
        {
            await over.CancelAsync();
            await watching;
        }

        return OrdealReport.Of(request, _runs, striking, cluster.SilosLost, seal, watch.Elapsed);
    }

    private async Task<OrdealRun> One(
        RegisterCalls calls, LocalCluster cluster, Reference reference, string seal, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var key = $"ordeal-{_runs.Count + 1}";
        var scenario = ResolvedScenario.ToJson(request.Scenario);
        await calls.Start(key, scenario, stop);
        while (true)
        {
            var standing = await calls.Poll(key, stop);
            if (standing.Failure.Length > 0)
                return new OrdealRun(key, "", false, 0, 0, 0, watch.Elapsed.TotalSeconds, standing.Failure);
            if (!standing.Known) await calls.Start(key, scenario, stop);
            if (standing.Done) break;
            await Task.Delay(PollEvery, stop);
        }

        var took = watch.Elapsed.TotalSeconds;
        var register = _world.OpenRegister();
        foreach (var answer in await calls.Answers(key, stop)) register = register.Answered(Answer.Decode(answer));
        var kept = new StoredRecord(new StoredRun(cluster.Store, cluster.ServiceId, key));
        var (lost, doubled) = Differences.Count(reference, await kept.ReadAsync(stop).ToListAsync(stop));
        var found = Outcomes.Of(_world, register);
        return new OrdealRun(key, found.Seal, found.Seal == seal, register.Settled.Length, lost, doubled, took, "");
    }
}
