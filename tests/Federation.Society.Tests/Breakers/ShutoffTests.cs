using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Society.Cases;
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
        Assert.Contains(county, line => line.Kind == "objection" && line.Member == "the circle's own delegate");
        Assert.Contains(county, line => line.Kind == "decided" && line.From != line.To);
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

    [Fact]
    public void A_leader_never_uses_a_mandate_to_go_the_other_way()
    {
        var (reference, _) = Ran(0.1);
        var used = Assert.Single(
            reference.Circles.Values.SelectMany(reference.Entries), entry => entry.Kind == EntryKind.MandateUsed);

        Assert.True(used.To!.Value[0] < used.From!.Value[0], "asked to tighten the limit, the leader loosened it");
        Assert.InRange(used.From.Value[0] - used.To.Value[0], 0, 0.1 + 1e-9);
    }

    [Fact]
    public void What_the_county_reviewed_is_not_told_as_expired_unreviewed()
    {
        var (reference, register) = Ran(0.1);

        Assert.DoesNotContain(DegenerateCases.In(FinishedRun.Of(reference, register)), found => found.Case.Number == 16);
    }

    private static MinuteLine[] Minutes(double mandate)
    {
        var (reference, _) = Ran(mandate);
        var telling = new Telling(reference.World);
        return [.. reference.Circles.Values.SelectMany(circle =>
            reference.Entries(circle).Select(entry => telling.Tell(circle.Id, entry)))];
    }

    private static (Reference Reference, Register Register) Ran(double mandate)
    {
        var scenario = ScenarioCatalogue.Load("breaker");
        var reference = new Reference(Worlds.Open(scenario with { Process = scenario.Process with { Mandate = mandate } }));
        return (reference, reference.Run());
    }
}
