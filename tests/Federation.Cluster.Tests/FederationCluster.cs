using Federation.Contracts.Federations;
using Federation.Governance.Federating;
using Federation.Grains;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Orleans.TestingHost;

namespace Federation.Cluster.Tests;

/// <summary>Silos in this process that host circles, with a memory that outlives each of them.</summary>
internal sealed class FederationCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private FederationCluster(InProcessTestCluster cluster) => _cluster = cluster;

    public InProcessTestCluster Silos => _cluster;

    /// <param name="also">What else each silo gets.</param>
    public static async Task<FederationCluster> StartAsync(
        short silos, Action<ISiloBuilder>? also = null)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage(GrainHosting.StorageName, storage =>
                storage.GrainStorageSerializer = GrainHosting.StateSerializer);
            silo.UseInMemoryReminderService();
            also?.Invoke(silo);
            silo.AddFederationGrains(new GrainOptions(Stores: true));
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new FederationCluster(cluster);
    }

    /// <summary>Runs a scenario to its end; <paramref name="during"/> sees each standing polled.</summary>
    public async Task<Register> Run(
        Scenario scenario, string run, Func<RunStanding, Task>? during = null)
    {
        var register = _cluster.Client.GetGrain<IRegisterGrain>(run);
        await register.Start(ResolvedScenario.ToJson(scenario));
        while (true)
        {
            var standing = await register.Poll();
            if (during is not null) await during(standing);
            if (standing.Failure.Length > 0) throw new InvalidOperationException(standing.Failure);
            if (standing.Done) break;
            await Task.Yield();
        }

        var world = Worlds.Open(scenario);
        var told = world.OpenRegister();
        foreach (var answer in await register.Answers()) told = told.Answered(Answer.Decode(answer));
        return told;
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
