using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Breakers;

/// <summary>The shipped grid through the whole machine: a limit before the storm, a shutoff while it comes.</summary>
public sealed class ShutoffTests
{
    private const int Limit = 1;
    private const int Shutoff = 2;

    private static readonly Lazy<MinuteLine[]> Shipped = new(() => Minutes(0.1));

    [Fact]
    public void The_countys_leader_opens_lines_at_once_and_the_county_reviews_it()
    {
        var county = Shipped.Value.Where(line => line.Decision == Shutoff && line.Circle == "system/c2/c3").ToArray();

        Assert.Equal("decided at once under a mandate", county.First(line => line.Member.Contains("leader", StringComparison.Ordinal)).Kind);
        Assert.Contains(county, line => line.Kind.StartsWith("mandate reviewed", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_mandate_the_county_has_to_consent_before_a_line_is_opened()
    {
        var county = Minutes(0).Where(line => line.Decision == Shutoff && line.Circle == "system/c2/c3").ToArray();

        Assert.DoesNotContain(county, line => line.Kind == "decided at once under a mandate");
        Assert.Contains(county, line => line.Kind == "decided");
    }

    [Fact]
    public void A_countys_objection_moves_the_limit_of_its_area()
    {
        var area = Shipped.Value.Where(line => line.Decision == Limit && line.Circle == "system/c5").ToArray();
        var objection = Assert.Single(area, line => line.Kind == "integrated" && line.Member == "delegate of county 5.7");

        Assert.Contains(area, line => line.Kind == "objection" && line.Member == objection.Member
            && line.Argument.StartsWith("fire-risk limit", StringComparison.Ordinal));
        Assert.NotEqual(objection.From, objection.To);
    }

    private static MinuteLine[] Minutes(double mandate)
    {
        var scenario = ScenarioCatalogue.Load("breaker");
        var world = Worlds.Open(scenario with { Process = scenario.Process with { Mandate = mandate } });
        var reference = new Reference(world);
        reference.Run();
        var telling = new Telling(world);
        return [.. reference.Circles.Values.SelectMany(circle =>
            reference.Entries(circle).Select(entry => telling.Tell(circle.Id, entry)))];
    }
}
