using Federation.Governance.Circles;
using Federation.Society.Places;

namespace Federation.Society.Tests.Places;

public sealed class PlanetPlanTests
{
    [Theory]
    [InlineData("countries", 8, 293, 234, 5)]
    [InlineData("subdivisions", 8, 3_929, 3_244, 7)]
    [InlineData("cities", 8, 31_287, 25_814, 10)]
    [InlineData("subdivisions", 3, 0, 3_244, 0)]
    [InlineData("countries", 24, 0, 234, 0)]
    public void Every_circle_of_a_scale_agrees_with_its_parent_and_children(
        string scale, int childrenMax, int circles, int leaves, int depth)
    {
        var plan = Planets.Of(scale, childrenMax: childrenMax);

        var all = plan.All().ToList();

        Assert.All(all, circle => Planets.AssertAgrees(plan, circle, childrenMax));
        Assert.Equal(all.Count, plan.Circles);
        Assert.Equal(all.Count, all.Select(circle => circle.Id).Distinct().Count());
        Assert.Equal(leaves, all.Count(circle => circle.IsLeaf));
        Assert.Equal(all.Sum(circle => (long)circle.People), plan.People);
        Assert.Equal(Planets.People, plan.Represented);
        if (circles == 0) return;
        Assert.Equal(circles, all.Count);
        Assert.Equal(depth, all.Max(circle => circle.Depth));
    }

    [Theory]
    [InlineData(60_000, 8)]
    [InlineData(50_000, 5)]
    public void Circles_inside_cities_are_counted_without_looking(int asked, int childrenMax)
    {
        var plan = Planets.Of("neighbourhoods", asked, childrenMax);

        var (circles, people, paths) = (0L, 0L, new HashSet<string>(StringComparer.Ordinal));
        foreach (var circle in plan.All())
        {
            circles++;
            people += circle.People;
            Assert.True(paths.Add(circle.Id.Path), $"{circle.Id} twice.");
            Assert.InRange(circle.Children.Length, 0, childrenMax);
            Assert.NotEqual(1, circle.Children.Length);
        }

        Assert.Equal(circles, plan.Circles);
        Assert.Equal(people, plan.People);
        Assert.InRange(circles, asked * 0.99, asked);
    }

    [Theory]
    [InlineData(1_000_000)]
    [InlineData(2_000_000)]
    public void A_plan_has_about_as_many_circles_as_were_asked_for(long asked) =>
        Assert.InRange(Planets.Of("neighbourhoods", asked).Circles, asked * 0.999, asked);

    [Fact]
    public void A_plan_of_too_few_circles_gives_every_city_one_neighbourhood_of_its_own()
    {
        var plan = Planets.Of("neighbourhoods", 10);

        var city = plan.Find(Planets.Path(Planets.Nairobi));
        Assert.Equal(Planets.Cities.Circles, plan.Circles);
        Assert.Equal(("geonames:184745#0", "geonames:184745", 0, 6),
            (city.Place.Code, city.PeoplePlace.Code, city.FirstPerson, city.People));
    }

    [Fact]
    public void Random_ways_down_a_million_circles_agree_all_the_way()
    {
        var plan = Planets.Usual;

        for (var seed = 0; seed < 300; seed++)
            foreach (var circle in Planets.RandomWayDown(plan, seed))
                Planets.AssertAgrees(plan, circle, 8);
    }

    [Fact]
    public void Two_plans_of_the_same_shape_are_the_same()
    {
        var (first, second) = (Planets.Countries, Planets.Of("countries"));

        Assert.Equal(first.All().Select(Text), second.All().Select(Text));

        static string Text(PlannedCircle circle) =>
            $"{circle.Id}|{circle.Name}|{circle.Level}|{circle.Represented}|"
            + string.Join('>', circle.Places);
    }

    [Theory]
    [InlineData("geonames:2988507", "world/europe/western-europe/france-area/france/"
        + "ile-de-france-area/ile-de-france/paris-wide-area/paris-area/paris",
        "Paris", "city", 2_856_968)]
    [InlineData("geonames:2332459", "world/africa/sub-saharan-africa/western-africa/"
        + "nigeria-area/nigeria/lagos-area/lagos/lagos", "Lagos", "city", 24_783_533)]
    [InlineData("geonames:184745", Planets.Nairobi, "Nairobi", "city", 5_647_217)]
    [InlineData("iso:GB", "world/europe/northern-europe/united-kingdom-area/united-kingdom",
        "United Kingdom of Great Britain and Northern Ireland", "country", 66_488_991)]
    [InlineData("iso:KR", "world/asia/eastern-asia/korea-kr",
        "Korea, Republic of", "country", 51_606_633)]
    public void A_place_has_a_readable_path(
        string code, string path, string name, string level, long represented)
    {
        var circle = Planets.Usual.TryFindPlace(code);

        Assert.NotNull(circle);
        Assert.Equal((path, name, level, represented),
            (circle.Id.Path, circle.Name, circle.Level, circle.Represented));
    }

    [Fact]
    public void A_path_is_the_same_at_every_scale()
    {
        var deepest = Planets.Usual;

        Assert.All(Planets.Cities.All(), circle =>
        {
            var there = deepest.Find(circle.Id);
            Assert.Equal((circle.Name, circle.Depth, circle.Represented),
                (there.Name, there.Depth, there.Represented));
        });
    }

    [Fact]
    public void An_inserted_circle_has_its_ancestors_level_and_places()
    {
        var area = Planets.Countries.Find(Planets.Path("world/europe/western-europe/france-area"));

        Assert.Equal(("Area of France", "subregion"), (area.Name, area.Level));
        Assert.Equal("m49:155", area.Place.Code);
    }

    [Fact]
    public void A_place_with_one_place_below_it_keeps_one_circle_with_the_inner_need()
    {
        var collapsed = Planets.Cities.All().Where(circle =>
            circle.IsLeaf && circle.Level != circle.Place.Level).ToList();

        Assert.NotEmpty(collapsed);
        Assert.All(collapsed, circle => Assert.Equal("city", circle.Place.Level));
    }

    [Fact]
    public void Uninhabited_and_tiny_places_keep_no_circle_and_the_nearest_stands_for_their_people()
    {
        var plan = Planets.Countries;

        foreach (var none in new[] { "iso:BV", "iso:HM", "iso:IO", "iso:AQ", "iso:VA", "iso:FK" })
            Assert.Null(plan.TryFindPlace(none));
        Assert.Equal(60_421_760 + 825, plan.TryFindPlace("iso:IT")!.Represented);
    }

    [Theory]
    [InlineData("world/europe/atlantis", "'world/europe' has 4 circles below it: eastern-europe")]
    [InlineData("world/europe/western-europe/france-area/france/paris/n1",
        "'world/europe/western-europe/france-area/france' has no circles below it")]
    [InlineData("moon/base", "paths begin with 'world'")]
    public void An_unknown_circle_is_told_where_its_path_left_the_plan(string path, string told)
    {
        var error = Assert.Throws<UnknownCircleException>(
            () => Planets.Countries.Find(new CircleId(path)));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n0")]
    [InlineData("n01")]
    [InlineData("n17")]
    [InlineData("n1-")]
    [InlineData("n1-999999999999")]
    [InlineData("n99999999999999999999")]
    [InlineData("1")]
    public void Below_a_city_only_its_own_ranges_are_found(string segment) =>
        Assert.Null(Planets.Usual.TryFind(Planets.Path(Planets.Nairobi).Child(segment)));

    [Theory]
    [InlineData("streets", 0, 8, 6, "No scale 'streets'; there are: countries, subdivisions")]
    [InlineData("cities", 0, 1, 6, "federation.childrenMax is 1; it must lie between 2 and 24")]
    [InlineData("cities", 0, 8, 2, "federation.members is 2")]
    [InlineData("neighbourhoods", 2_000_001, 8, 6, "federation.circles is 2000001")]
    public void A_setting_out_of_bounds_is_refused(
        string scale, long circles, int childrenMax, int members, string told)
    {
        var error = Assert.Throws<InvalidFederationException>(
            () => Planets.Of(scale, circles, childrenMax, members));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }
}
