using Federation.Governance.Circles;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Society.Tests.Places;

public sealed class TreePlanTests
{
    [Fact]
    public void Every_circle_of_a_small_tree_agrees()
    {
        var plan = Of([3, 4, 2], ["planet", "land", "town", "street"], 5);

        var all = plan.All().ToList();

        Assert.All(all, circle => Planets.AssertAgrees(plan, circle, 4));
        Assert.Equal((1 + 3 + 12 + 24, 24 * 5, 24 * 5),
            ((int)plan.Circles, (int)plan.People, (int)plan.Represented));
        Assert.Equal(all.Count, plan.Circles);
        var street = plan.Find(new CircleId("planet/c3/c1/c2"));
        Assert.Equal(("street 3.1.2", "street", "tree:planet/c3/c1/c2"),
            (street.Name, street.Level, street.Place.Code));
        Assert.Equal(["planet", "land", "town", "street"],
            street.Places.Select(place => place.Level));
    }

    [Fact]
    public void A_million_circles_cost_what_one_costs()
    {
        var plan = Of([10, 10, 10, 10, 10, 10], ["a", "b", "c", "d", "e", "f", "g"], 6);

        Assert.Equal(1_111_111, plan.Circles);
        for (var seed = 0; seed < 100; seed++)
            foreach (var circle in Planets.RandomWayDown(plan, seed))
                Planets.AssertAgrees(plan, circle, 10);
    }

    [Theory]
    [InlineData("world/c0")]
    [InlineData("world/c4")]
    [InlineData("world/c01")]
    [InlineData("world/c1/c1")]
    [InlineData("worlds")]
    [InlineData("world/1")]
    [InlineData("world/c1x")]
    public void A_path_outside_the_tree_is_not_found(string path) =>
        Assert.Null(Of([3], ["World", "part"], 6).TryFind(new CircleId(path)));

    [Fact]
    public void A_tree_without_fan_outs_is_one_circle() =>
        Assert.Equal((1, 7), ((int)Of([], ["home"], 7).Circles, (int)Of([], ["home"], 7).People));

    [Fact]
    public void A_level_without_a_name_or_a_number_out_of_bounds_is_refused()
    {
        Refused("has 1 names for 1 fan-outs; 2 are needed", [3], ["a"], 6);
        Refused("'!' is no name", [3], ["a", "!"], 6);
        Refused("federation.fanOuts is 0", [0], ["a", "b"], 6);
        Refused("federation.members is 41", [3], ["a", "b"], 41);
        Refused("circles in all", [1000, 1000, 1000], ["a", "b", "c", "d"], 3);
    }

    private static void Refused(string told, int[] fanOuts, string[] levels, int members)
    {
        var error = Assert.Throws<InvalidFederationException>(() => Of(fanOuts, levels, members));
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    private static TreePlan Of(int[] fanOuts, string[] levels, int members) =>
        new(new FederationShape.Tree([.. fanOuts], [.. levels], members));
}
