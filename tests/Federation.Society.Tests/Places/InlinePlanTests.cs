using Federation.Governance.Circles;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Society.Tests.Places;

public sealed class InlinePlanTests
{
    [Fact]
    public void Circles_written_out_are_the_plan()
    {
        var plan = FederationPlans.From(
            new FederationShape.Inline(
                Circle("village", 0, Circle("kitchen", 5), Circle("garden", 7))),
            () => throw new InvalidOperationException("The planet is not needed."));

        Assert.Equal((3, 12, 12), ((int)plan.Circles, (int)plan.People, (int)plan.Represented));
        Assert.All(plan.All(), circle => Planets.AssertAgrees(plan, circle, 8));
        Assert.Equal("inline:village/garden", plan.Find(new CircleId("village/garden")).Place.Code);
        Assert.Equal(["village", "village/kitchen", "village/garden"],
            plan.All().Select(circle => circle.Id.Path));
    }

    [Fact]
    public void A_contradiction_is_refused_with_its_circle()
    {
        Refused("'v' has more than one circle 'a'.",
            Circle("v", 0, Circle("a", 5), Circle("a", 5)));
        Refused("A circle below 'v' has the segment 'A b'", Circle("v", 0, Circle("A b", 5)));
        Refused("The root has the segment ''", Circle("", 5));
        Refused("'v/a' has 2 members", Circle("v", 0, Circle("a", 2)));
        Refused("'v' has circles below it", Circle("v", 4, Circle("a", 5)));
        Refused("'v' stands for 9 inhabitants, but the circles below it for 5",
            Circle("v", 0, Circle("a", 5)) with { Represented = 9 });
    }

    [Fact]
    public void Circles_too_deep_are_refused()
    {
        var circle = Circle("leaf", 5);
        for (var links = 0; links < InlinePlan.DepthMax; links++) circle = Circle("c", 0, circle);

        var plan = new InlinePlan(new FederationShape.Inline(circle));
        Assert.Equal(InlinePlan.DepthMax + 1, plan.Circles);
        Refused("more than 12 links below the root", Circle("c", 0, circle));
    }

    private static void Refused(string told, InlineCircle root)
    {
        var error = Assert.Throws<InvalidFederationException>(
            () => new InlinePlan(new FederationShape.Inline(root)));
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    private static InlineCircle Circle(
        string segment, int members, params InlineCircle[] children) =>
        new(segment, segment, "circle", "", members, 0, [.. children]);
}
