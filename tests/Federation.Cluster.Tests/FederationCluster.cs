using Federation.Contracts.Circles;
using Federation.Contracts.Federations;
using Federation.Contracts.Studies;
using Federation.Contracts.Wire;
using Federation.Governance.Federating;
using Federation.Grains;
using Federation.Society.Runs;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace Federation.Cluster.Tests;

/// <summary>Silos in this process that host circles, with a store that outlives each of them.</summary>
internal sealed class FederationCluster : IAsyncDisposable
{
    private static readonly TimeSpan RunWithin = TimeSpan.FromMinutes(3);

    private readonly InProcessTestCluster _cluster;

    private FederationCluster(InProcessTestCluster cluster, SharedStore store) => (_cluster, Store) = (cluster, store);

    public SharedStore Store { get; }

    /// <param name="also">What else each silo gets, or gets instead.</param>
    public static async Task<FederationCluster> StartAsync(
        short silos, Action<ISiloBuilder>? also = null)
    {
        var store = new SharedStore();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddCircleStorage(_ => store);
            silo.UseInMemoryReminderService();
            silo.Configure<ClusterMembershipOptions>(NoticeDeathsSoon);
            silo.AddFederationGrains(new GrainOptions(Stores: true));
            also?.Invoke(silo);
        });
        // A call of a client to a silo that is killed is never broken.
        builder.ConfigureClient(client =>
        {
            RuntimeFailures.Allow(client.Services);
            client.Configure<ClientMessagingOptions>(calls => calls.ResponseTimeout = TimeSpan.FromSeconds(2));
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new FederationCluster(cluster, store);
    }

    /// <summary>The seal the reference run of a scenario ends with.</summary>
    public static string ReferenceSeal(Scenario scenario)
    {
        var world = Worlds.Open(scenario);
        return Outcomes.Of(world, new Reference(world).Run()).Seal;
    }

    public ICircleGrain Circle(string run, string path) => _cluster.Client.GetGrain<ICircleGrain>($"{run}/{path}");

    public IRegisterGrain Register(string run) => _cluster.Client.GetGrain<IRegisterGrain>(run);

    public async Task<SiloAddress[]> Silos() =>
        [.. (await _cluster.Client.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true)).Keys];

    public IStudyDeskGrain Desk(SiloAddress silo, string study) =>
        _cluster.Client.GetGrain<IStudyDeskGrain>($"{silo.ToParsableString()}/{study}");

    /// <summary>Without a word to the others.</summary>
    public Task Kill(int silo) => _cluster.KillSiloAsync(_cluster.Silos[silo]);

    /// <summary>Runs a scenario to its end and tells what it found.</summary>
    /// <exception cref="InvalidOperationException">The run cannot go on; with its reason.</exception>
    public async Task<RunOutcome> Run(Scenario scenario, string run)
    {
        var register = _cluster.Client.GetGrain<IRegisterGrain>(run);
        return await Finish().WaitAsync(RunWithin);

        async Task<RunOutcome> Finish()
        {
            await Asked(async () =>
            {
                await register.Start(ResolvedScenario.ToJson(scenario));
                return true;
            });
            while (await Asked(register.Poll) is { Done: false } standing)
            {
                if (standing.Failure.Length > 0) throw new InvalidOperationException(standing.Failure);
                await Task.Yield();
            }

            var world = Worlds.Open(scenario);
            var told = world.OpenRegister();
            foreach (var answer in await Asked(register.Answers)) told = told.Answered(Answer.Decode(answer));
            return Outcomes.Of(world, told);
        }
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    // What the console does.
    private static async Task<T> Asked<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception failure) when (failure is TimeoutException or OrleansException or StoreFailedException)
            {
                await Task.Yield();
            }
        }
    }

    private static void NoticeDeathsSoon(ClusterMembershipOptions membership)
    {
        membership.ProbeTimeout = membership.MaxProbeTimeout = TimeSpan.FromSeconds(1);
        membership.NumMissedProbesLimit = 2;
        membership.EnableIndirectProbes = false;
    }
}
