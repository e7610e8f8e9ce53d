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

    [Theory]
    [InlineData]
    [InlineData(
        "process.gate=holacracy", "links.kind=directional", "links.mandate=imperative", "process.lazyDays=5",
        "process.absentees=waive", "process.quorum=0.4", "process.lastResort=dissolve", "selection.variant=holacracy")]
    [InlineData(
        "process.gate=scm", "links.kind=single", "links.delegates=1", "process.lastResort=supermajority",
        "process.supermajority=0.5", "process.talk=none", "selection.variant=likeness", "reviews.variances=8")]
    [InlineData(
        "process.gate=sofa", "people.ground=belief", "process.lastResort=resolution", "process.seatRule=keepAll",
        "selection.variant=lot", "links.delegates=3", "links.survival=0.8", "life.reviews=skipped")]
    public async Task Whatever_a_circle_s_life_holds_leaves_the_seal_to_the_rules(params string[] settings)
    {
        var scenario = ScenarioCatalogue.Load("scenarios/everything.yaml", settings);
        await using var cluster = await FederationCluster.StartAsync(2);

        Assert.Equal(FederationCluster.ReferenceSeal(scenario), (await cluster.Run(scenario, "run")).Seal);
    }

    [Fact]
    public async Task Every_rule_ends_with_the_reference_runs_seal()
    {
        await using var cluster = await FederationCluster.StartAsync(2);
        foreach (var rule in Society.Scenarios.RulePractices.Names)
            await RunsAlike(cluster, "cohousing", $"rule={rule}", "rules.group=4", "attacks.manipulators=0.2");
    }

    [Theory]
    [InlineData("rule=majority", "rules.nested=yes")]
    [InlineData("rule=median", "rules.shaped=no", "rules.amendable=no", "rules.latitude=no", "rules.group=4")]
    [InlineData("rule=chamber", "rules.elects=plurality", "rules.weights=population", "rules.then=schulze-margins")]
    [InlineData("rule=chamber", "rules.districts=street")]
    [InlineData("rule=liquid", "rules.entrusting=0.8", "rules.weightMost=9", "attacks.captured=0.1")]
    [InlineData("rule=decree", "rules.reports=7", "rules.latitude=no")]
    [InlineData("rule=irv", "rules.nested=yes", "attacks.sybils=0.5", "attacks.infiltrated=0.3")]
    public async Task Whatever_a_rule_asks_for_leaves_the_seal_alone(params string[] settings)
    {
        await using var cluster = await FederationCluster.StartAsync(2);
        await RunsAlike(cluster, "scenarios/wide.yaml", settings);
    }

    private static async Task RunsAlike(FederationCluster cluster, string name, params string[] settings)
    {
        var scenario = ScenarioCatalogue.Load(name, settings);
        var run = await cluster.Run(scenario, settings[0].Replace('=', '-'));

        Assert.Equal(FederationCluster.ReferenceSeal(scenario), run.Seal);
    }
}
