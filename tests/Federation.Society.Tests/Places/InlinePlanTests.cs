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
            new FederationShape.Inline(Circle("village", 0, Circle("kitchen", 5), Circle("garden", 7))),
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
        Assert.Equal("'v' has more than one circle 'a'.", Refused(Circle("v", 0, Circle("a", 5), Circle("a", 5))));
        Assert.StartsWith("A circle below 'v' has the segment 'A b'", Refused(Circle("v", 0, Circle("A b", 5))), StringComparison.Ordinal);
        Assert.StartsWith("The root has the segment ''", Refused(Circle("", 5)), StringComparison.Ordinal);
        Assert.StartsWith("'v/a' has 2 members", Refused(Circle("v", 0, Circle("a", 2))), StringComparison.Ordinal);
        Assert.StartsWith("'v' has circles below it", Refused(Circle("v", 4, Circle("a", 5))), StringComparison.Ordinal);
        Assert.StartsWith("'v' stands for 9 inhabitants, but the circles below it for 5",
            Refused(Circle("v", 0, Circle("a", 5)) with { Represented = 9 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Circles_too_deep_are_refused()
    {
        var circle = Circle("leaf", 5);
        for (var links = 0; links < InlinePlan.DepthMax; links++) circle = Circle("c", 0, circle);

        Assert.Equal(InlinePlan.DepthMax + 1, new InlinePlan(new FederationShape.Inline(circle)).Circles);
        Assert.Contains("more than 12 links below the root", Refused(Circle("c", 0, circle)), StringComparison.Ordinal);
    }

    private static string Refused(InlineCircle root) =>
        Assert.Throws<InvalidFederationException>(
            () => new InlinePlan(new FederationShape.Inline(root))).Message;

    private static InlineCircle Circle(string segment, int members, params InlineCircle[] children) =>
        new(segment, segment, "circle", "", members, 0, [.. children]);
}
