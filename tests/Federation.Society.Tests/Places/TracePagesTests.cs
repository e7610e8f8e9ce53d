using Federation.Governance.Circles;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Society.Tests.Places;

public sealed class TracePagesTests
{
    private static readonly Lazy<PlanetPlan> MillionOnce = new(() =>
        Planets.Of("neighbourhoods", circles: 1_000_000));

    [Fact]
    public void Forty_circles_are_one_page()
    {
        var plan = Tree(3, 12);
        var pages = new TracePages(plan);

        Assert.Equal(40, plan.Circles);
        Assert.Equal(1, pages.CountFrom(plan.Root));
        Assert.Equal((40, 13, 1), (pages.Load(plan.Root), pages.Load(new CircleId("l0/c1")),
            pages.Load(new CircleId("l0/c1/c1"))));
    }

    [Fact]
    public void A_circle_with_a_load_of_32_begins_a_page_and_weighs_nothing_above()
    {
        var plan = Tree(2, 31);
        var pages = new TracePages(plan);

        Assert.True(pages.BeginsAt(new CircleId("l0/c1")));
        Assert.Equal(32, pages.Load(new CircleId("l0/c1")));
        Assert.Equal(1, pages.Load(plan.Root));
        Assert.Equal(3, pages.CountFrom(plan.Root));
        Assert.False(new TracePages(Tree(2, 30)).BeginsAt(new CircleId("l0/c1")));
    }

    [Fact]
    public void A_thousand_circles_are_fifteen_to_twenty_pages()
    {
        var plan = Tree(4, 4, 6, 10);

        Assert.InRange(plan.Circles, 950, 1100);
        Assert.InRange(new TracePages(plan).CountFrom(plan.Root), 15, 20);
    }

    [Fact]
    public void A_planet_of_a_million_circles_is_fourteen_to_twenty_thousand_pages_of_a_readable_size()
    {
        var plan = MillionOnce.Value;
        var pages = new TracePages(plan);

        Assert.InRange(pages.CountFrom(plan.Root), 14_000, 20_000);
        for (var seed = 0; seed < 200; seed++)
            foreach (var circle in Planets.RandomWayDown(plan, seed))
                Assert.InRange(pages.Load(circle.Id), 1, 1 + (8 * 31));
    }

    [Fact]
    public void Circles_known_to_be_alike_have_the_load_that_is_counted()
    {
        var plan = MillionOnce.Value;
        var pages = new TracePages(plan);

        for (var seed = 0; seed < 5; seed++)
            foreach (var circle in Planets.RandomWayDown(plan, seed).Reverse().Take(3))
                Assert.Equal(Counted(plan, circle), pages.Load(circle.Id));
    }

    private static int Counted(FederationPlan plan, PlannedCircle circle) =>
        1 + circle.Children.Select(child => Counted(plan, plan.Find(child)))
            .Where(load => load < TracePages.LoadLeast).Sum();

    private static TreePlan Tree(params int[] fanOuts) => new(new FederationShape.Tree(
        [.. fanOuts], [.. Enumerable.Range(0, fanOuts.Length + 1).Select(level => $"l{level}")], 5));
}
