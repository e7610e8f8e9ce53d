using Federation.Storage.Scenarios;

namespace Federation.Cluster.Tests;

public sealed class SealTests
{
    [Theory]
    [InlineData("cohousing", 1)]
    [InlineData("endenburg-1976", 2)]
    [InlineData("scenarios/wide.yaml", 3)]
    [InlineData("scenarios/deep.yaml", 3)]
    public async Task A_cluster_ends_with_the_reference_runs_seal(string name, short silos)
    {
        var scenario = ScenarioCatalogue.Load(name);
        await using var cluster = await FederationCluster.StartAsync(silos);

        Assert.Equal(FederationCluster.ReferenceSeal(scenario), (await cluster.Run(scenario, "run")).Seal);
    }
}
