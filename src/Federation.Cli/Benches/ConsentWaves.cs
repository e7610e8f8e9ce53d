using Federation.Cli.Clusters;
using Federation.Cli.Engine;
using Federation.Cli.Terminals;
using Federation.Governance.Federating;
using Federation.Society.Runs;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Benches;

/// <summary>One whole run on the silos, its founding told apart from its decision.</summary>
internal sealed class ConsentWaves(LocalCluster cluster, ClusterClient client)
{
    // Short against what is measured; the register answers without asking anybody.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    public async Task<(Spent Founding, Spent Deciding, string Seal)> Run(Scenario scenario, CancellationToken stop)
    {
        var world = Worlds.Open(scenario);
        var calls = new RegisterCalls(
            client.Grains, () => cluster.Living.Count > 0, "federation bench", $"{cluster.Store}",
            world.Plan.Circles);
        var run = $"bench-{Guid.NewGuid():N}";
        var began = Reading.Now(cluster);
        Reading? founded = null;
        await calls.Start(run, ResolvedScenario.ToJson(scenario), stop);
        while (true)
        {
            var standing = await calls.Poll(run, stop);
            if (standing.Failure.Length > 0 || standing.Forgotten)
                throw new CommandFailure(
                    "run_failed", $"The run cannot go on: {standing.Failure}", "Measure fewer circles, or silos");
            if (standing.Cycle > 0) founded ??= Reading.Now(cluster);
            if (standing.Done) break;
            await Task.Delay(LookEvery, stop);
        }

        var ended = Reading.Now(cluster);
        var register = world.OpenRegister();
        foreach (var answer in await calls.Answers(run, stop)) register = register.Answered(Answer.Decode(answer));
        return (founded!.Value.Since(began), ended.Since(founded.Value), Outcomes.Of(world, register).Seal);
    }
}
