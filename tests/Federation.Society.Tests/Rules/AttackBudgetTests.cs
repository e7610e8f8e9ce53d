using Federation.Governance.Linking;
using Federation.Governance.Rules;
using Federation.Society.Runs;
using Federation.Society.Tests.Runs;

namespace Federation.Society.Tests.Rules;

/// <summary>The town has three quarters of three streets of seven people: 63.</summary>
public sealed class AttackBudgetTests
{
    private static readonly LinkPractice Links = new();

    [Fact]
    public void Consent_is_blocked_by_one_and_imposed_by_nobody_but_all() =>
        Assert.Equal(new AttackBudget(new Fewest(6, 1), new Fewest(63, 1)), Of(new RulePractice()));

    [Fact]
    public void A_majority_of_all_takes_half_of_all_a_nested_one_a_fraction()
    {
        var majority = new RulePractice { Method = Method.Majority };

        Assert.Equal(new AttackBudget(new Fewest(32, 32), new Fewest(32, 32)), Of(majority));
        // Four of seven in two of three streets in two of three quarters.
        Assert.Equal(new Fewest(16, 16), Of(majority with { Nested = true })!.FromBase);
        Assert.Equal(new Fewest(22, 22), Of(majority with { Electorate = Electorate.Chamber })!.FromBase);
        Assert.Equal(new Fewest(1, 1), Of(new RulePractice { Method = Method.Decree })!.AtTop);
        Assert.Equal(new Fewest(13, 13), Of(majority with { Electorate = Electorate.Panel })!.AtTop);
        Assert.Equal(new Fewest(63, 1), Of(new RulePractice { Method = Method.Share, Share = 1 })!.AtTop);
    }

    [Fact]
    public void Under_unequal_weights_the_cheapest_set_of_districts_is_found()
    {
        var rule = new RulePractice { Method = Method.Majority, Electorate = Electorate.Chamber, ByPopulation = true };

        // Three quarters of equal weight: as though each were one seat.
        Assert.Equal(Of(rule with { ByPopulation = false }), Of(rule));
    }

    /// <summary>A mean of reports is nobody's to choose while one report is not theirs: see
    /// <c>DecreeTests</c>, where it is tried.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 10)]
    public void An_informed_decree_is_imposed_by_all_who_report(int reports, long impose) =>
        Assert.Equal(new Fewest(impose, 1), Of(new RulePractice { Method = Method.Decree, Reports = reports })!.AtTop);

    [Theory]
    [InlineData(.5, 32, 32)]
    [InlineData(.75, 48, 16)]
    public void A_share_is_never_less_than_a_majority(double share, long impose, long block) => Assert.Equal(
        new Fewest(impose, block), Of(new RulePractice { Method = Method.Share, Share = share })!.AtTop);

    private static AttackBudget? Of(RulePractice rule) => AttackBudget.Of(Scenes.TownWith().Plan, rule, Links, "");
}
