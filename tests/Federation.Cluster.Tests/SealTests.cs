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

    public static TheoryData<string> Rules => [.. Society.Scenarios.RulePractices.Names];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Every_rule_ends_with_the_reference_runs_seal(string rule)
    {
        await using var cluster = await FederationCluster.StartAsync(2);
        string[][] cells =
        [
            [], ["rules.latitude=no", "rules.amendable=no", "rules.shaped=no"], ["rules.group=4", "attacks.manipulators=0.2"],
        ];
        if (rule is "majority" or "median" or "irv") cells = [.. cells, ["rules.nested=yes"]];
        if (rule is "decree") cells = [.. cells, ["rules.reports=5"]];
        if (rule is "chamber") cells = [.. cells, ["rules.elects=plurality", "rules.weights=population"]];
        foreach (var (number, cell) in cells.Index())
        {
            var scenario = ScenarioCatalogue.Load("scenarios/wide.yaml", [$"rule={rule}", .. cell]);
            var run = await cluster.Run(scenario, $"run{number}");

            Assert.Equal(FederationCluster.ReferenceSeal(scenario), run.Seal);
        }
    }
}
