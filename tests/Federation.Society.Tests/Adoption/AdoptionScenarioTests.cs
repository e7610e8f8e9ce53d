using Federation.Society.Adoption;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Adoption;

/// <summary>The shipped scenario: what its keys do to the curve.</summary>
public sealed class AdoptionScenarioTests
{
    [Fact]
    public void It_spreads_through_all_three_stages()
    {
        var outcome = Run();

        Assert.True(outcome.Curve[^1].Adopted > outcome.Count / 2, $"{outcome.Curve[^1]}");
        Assert.True(outcome.Peak(week => week.Ridiculous)!.Value.Week < outcome.Reached(.5));
        Assert.NotNull(outcome.Peak(week => week.Dangerous));
        Assert.All(outcome.Curve, week =>
            Assert.Equal(outcome.Count, week.Unaware + week.Ridiculous + week.Dangerous + week.Adopted));
    }

    [Fact]
    public void The_same_seed_gives_the_same_seal_and_another_another()
    {
        Assert.Equal(Run().Seal, Run().Seal);
        Assert.NotEqual(Run().Seal, Run("seed=12").Seal);
    }

    [Theory]
    [InlineData("adoption.immunityA=8")]
    [InlineData("adoption.adoptersLeast=3")]
    [InlineData("adoption.opposition=0.6")]
    [InlineData("adoption.threshold=0.4")]
    public void What_makes_it_harder_leaves_fewer_adopters(string harder) =>
        Assert.True(Mean(harder) < Mean(), $"{Mean(harder)} against {Mean()}");

    [Theory]
    [InlineData("adoption.pilots=0.2")]
    [InlineData("adoption.gainBonus=0.3")]
    [InlineData("adoption.innovation=0.02")]
    public void What_makes_it_easier_speeds_it_up(string easier) =>
        Assert.True(Mean(easier) > Mean(), $"{Mean(easier)} against {Mean()}");

    [Fact]
    public void Without_weeks_there_is_none() => Assert.Null(Adoptions.In(Worlds.Open(
        ScenarioCatalogue.Load("adoption", ["adoption.weeks=0"]))));

    /// <summary>Rare chances are no end: a year in which nobody happened to hear of it is not the last word.</summary>
    [Theory]
    [InlineData("adoption.innovation=0.0001", "adoption.imitation=0")]
    [InlineData("adoption.innovation=0", "adoption.imitation=0.0005")]
    public void It_is_watched_for_as_long_as_somebody_may_hear_of_it(params string[] rare)
    {
        var last = Run([.. rare, "adoption.weeks=2000"]).Curve[^1];

        Assert.True(last.Week == 2000 || last.Unaware == 0, $"{last}");
        Assert.True(Run("adoption.innovation=0", "adoption.imitation=0", "adoption.opposition=0", "adoption.weeks=2000")
            .Curve[^1].Week < 200);
    }

    /// <summary>Adopted circles, mean over weeks and seeds.</summary>
    private static double Mean(params string[] settings) => Enumerable.Range(1, 6).Average(seed =>
    {
        var outcome = Run([.. settings, $"seed={seed}", "adoption.weeks=400"]);
        var last = outcome.Curve[^1];
        return (outcome.Curve.Sum(week => week.Adopted) + ((400 - last.Week) * last.Adopted)) / 401.0;
    });

    private static AdoptionOutcome Run(params string[] settings) =>
        Adoptions.In(Worlds.Open(ScenarioCatalogue.Load("adoption", settings)))!;
}
