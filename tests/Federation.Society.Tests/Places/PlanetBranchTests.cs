using Federation.Society.Places;

namespace Federation.Society.Tests.Places;

public sealed class PlanetBranchTests
{
    private const string Leaf = Planets.Nairobi + "/n314-627/n439-501/n470-477/n474";

    private static readonly PlanetPlan Branched = Planets.Of("countries", branch: Leaf);

    [Fact]
    public void A_branch_leads_down_to_its_circle_and_every_circle_agrees()
    {
        var all = Branched.All().ToList();

        Assert.All(all, circle => Planets.AssertAgrees(Branched, circle, 8));
        Assert.Equal((all.Count, all.Sum(circle => (long)circle.People)),
            (Branched.Circles, Branched.People));
        Assert.Equal(371, all.Count);
        Assert.True(Branched.Find(Planets.Path(Leaf)).IsLeaf);
    }

    [Fact]
    public void Off_the_branch_everything_stays_as_the_scale_has_it()
    {
        var kenya = Planets.Path(Planets.Nairobi).Parent!.Value.Parent!.Value.Parent!.Value;

        var off = Branched.All().Select(circle => circle.Id).Where(id => !id.IsWithin(kenya));

        Assert.Equal(
            Planets.Countries.All().Select(circle => circle.Id).Where(id => id != kenya), off);
    }

    [Fact]
    public void Every_subdivision_of_the_expanded_country_has_a_circle()
    {
        var kenyan = Branched.All().Count(circle => circle.IsLeaf && circle.Level == "subdivision"
            && circle.Place.Code.StartsWith("iso:KE-", StringComparison.Ordinal));

        Assert.Equal(46, kenyan);
    }

    [Fact]
    public void The_same_people_live_at_the_same_place_under_both_structures()
    {
        var few = Branched.Find(Planets.Path(Leaf));
        var many = Planets.Usual.Find(Planets.Path(Leaf));

        Assert.Equal("geonames:184745", few.PeoplePlace.Code);
        Assert.Equal("geonames:184745#473", few.Place.Code);
        Assert.Equal(473 * 6, few.FirstPerson);
        Assert.Equal((many.PeoplePlace, many.FirstPerson, many.People, many.Represented, many.Name),
            (few.PeoplePlace, few.FirstPerson, few.People, few.Represented, few.Name));
        Assert.Equal(many.Places.AsEnumerable(), few.Places.AsEnumerable());
    }

    [Fact]
    public void People_of_a_range_that_is_not_looked_into_are_those_of_its_first_neighbourhood()
    {
        var range = Branched.Find(Planets.Path(Planets.Nairobi + "/n1-313"));

        Assert.Equal((true, 0, 6, "geonames:184745"),
            (range.IsLeaf, range.FirstPerson, range.People, range.PeoplePlace.Code));
    }

    [Fact]
    public void People_do_not_depend_on_how_a_city_is_cut_into_circles()
    {
        var wide = Planets.Of("neighbourhoods", childrenMax: 24);

        Assert.Equal(Neighbourhoods(Planets.Usual), Neighbourhoods(wide));

        static List<(Place, Place, int)> Neighbourhoods(PlanetPlan plan)
        {
            var (open, leaves) = (new Stack<PlannedCircle>(), new List<(Place, Place, int)>());
            open.Push(plan.TryFindPlace("geonames:184745")!);
            while (open.TryPop(out var circle))
            {
                if (circle.IsLeaf)
                    leaves.Add((circle.PeoplePlace, circle.Place, circle.FirstPerson));
                foreach (var child in circle.Children) open.Push(plan.Find(child));
            }

            return [.. leaves.OrderBy(leaf => leaf.Item3)];
        }
    }

    [Fact]
    public void A_branch_to_nowhere_is_refused_with_the_nearest_circle() =>
        Assert.Contains("'world/africa' has 2 circles below it",
            Assert.Throws<UnknownCircleException>(
                () => Planets.Of("countries", branch: "world/africa/wakanda/n1")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_branch_that_is_no_path_is_refused() =>
        Assert.Throws<InvalidFederationException>(
            () => Planets.Of("countries", branch: "World//x"));
}
