using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cluster.Tests;

public sealed class SealTests
{
    [Theory]
    [InlineData("cohousing", 1)]
    [InlineData("endenburg-1976", 2)]
    [InlineData("country", 3)]
    public async Task A_cluster_ends_with_the_reference_runs_seal(string name, short silos)
    {
        var scenario = ScenarioCatalogue.Load(name);
        var expected = Outcomes.Of(Worlds.Open(scenario), new Reference(Worlds.Open(scenario)).Run());

        await using var cluster = await FederationCluster.StartAsync(silos);
        var register = await cluster.Run(scenario, "run");

        Assert.Equal(expected.Seal, Outcomes.Of(Worlds.Open(scenario), register).Seal);
    }
}
