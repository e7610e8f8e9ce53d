using Federation.Governance.Logbooks;
using Federation.Society.Runs;
using Federation.Society.Scenarios;
using Federation.Society.Tests.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Rules;

/// <summary>The town under every rule: the same people, other outcomes.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Names => [.. RulePractices.Names];

    public static TheoryData<string> AskingEverybody => [.. RulePractices.Names.Where(name => name is not
        ("consent" or "decree" or "panel" or "bargaining" or "statusQuo" or "accept" or "random"))];

    /// <summary>A rule, and another from which it differs in the same town.</summary>
    [Theory]
    [InlineData("rule=majority rules.amendable=no", "rule=consent")]
    [InlineData("rule=share rules.share=0.9", "rule=share")]
    [InlineData("rule=share rules.supports=tolerance rules.share=0.9", "rule=share rules.share=0.6")]
    [InlineData("rule=setter", "rule=majority")]
    [InlineData("rule=amendments", "rule=majority")]
    [InlineData("rule=median", "rule=majority")]
    [InlineData("rule=chamber attacks.captured=0.4", "rule=majority attacks.captured=0.4")]
    [InlineData("rule=panel rules.then=median rules.panel=3", "rule=median")]
    [InlineData("rule=bargaining", "rule=median")]
    [InlineData("rule=liquid rules.then=plurality rules.entrusting=0.9", "rule=plurality")]
    [InlineData("rule=plurality", "rule=borda")]
    [InlineData("rule=tworound attacks.captured=0.4", "rule=plurality attacks.captured=0.4")]
    [InlineData("rule=irv attacks.captured=0.4", "rule=plurality attacks.captured=0.4")]
    [InlineData("rule=coombs", "rule=irv")]
    [InlineData("rule=borda", "rule=score")]
    [InlineData("rule=condorcet", "rule=minimax")]
    [InlineData("rule=copeland", "rule=plurality")]
    [InlineData("rule=approval", "rule=score")]
    [InlineData("rule=star attacks.captured=0.4", "rule=score attacks.captured=0.4")]
    [InlineData("rule=decree", "rule=majority")]
    [InlineData("rule=decree rules.reports=9", "rule=decree")]
    [InlineData("rule=statusQuo", "rule=accept")]
    [InlineData("rule=random", "rule=accept")]
    [InlineData("rule=median rules.nested=yes", "rule=median")]
    [InlineData("rule=median rules.group=5", "rule=median")]
    [InlineData("rule=majority rules.quorum=0.95", "rule=majority")]
    [InlineData("rules.shaped=no", "rules.shaped=yes")]
    [InlineData("rules.amendable=no", "rules.amendable=yes")]
    public void Each_changes_what_is_decided_in_some_town(string one, string other) =>
        Assert.Contains(Enumerable.Range(1, 40), seed =>
            Texts(Town($"{one} seed={seed}")) != Texts(Town($"{other} seed={seed}")));

    [Theory]
    [MemberData(nameof(AskingEverybody))]
    public void The_same_people_take_part_whatever_is_asked(string rule)
    {
        var ballots = Town($"rule={rule} rules.amendable=no rules.latitude=no").Decisions.Select(one => one.Ballots).ToArray();

        // Of 63, 21 and 63 people who are asked; where a second ballot is held, twice.
        Assert.Equal(rule == "tworound" ? [92L, 30, 88] : [46L, 15, 44], ballots);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void One_text_for_all_leaves_circles_below_no_way_of_their_own(string rule)
    {
        var uniform = Town($"rule={rule} rules.latitude=no");

        Assert.Equal(0, uniform.Decisions[0].CirclesAdapted);
        Assert.All(uniform.Decisions, one => Assert.Contains(one.Outcome, new[] { "adopted", "refused" }));
    }

    [Theory]
    [InlineData("majority")]
    [InlineData("plurality")]
    [InlineData("irv")]
    [InlineData("borda")]
    [InlineData("score")]
    [InlineData("approval")]
    [InlineData("median")]
    [InlineData("chamber")]
    [InlineData("liquid")]
    [InlineData("panel")]
    [InlineData("bargaining")]
    [InlineData("share")]
    public void Who_manipulates_moves_the_outcome_of_every_rule(string rule) => Assert.NotEqual(
        Texts(Town($"rule={rule} attacks.manipulators=0.4")), Texts(Town($"rule={rule}")));

    [Fact]
    public void Reporters_who_exaggerate_move_an_informed_decree() => Assert.NotEqual(
        Texts(Town("rule=decree rules.reports=9 attacks.manipulators=0.4")), Texts(Town("rule=decree rules.reports=9")));

    [Fact]
    public void The_demo_s_other_rules_are_runs_of_these_rules()
    {
        var world = Scenes.TownWith();
        var others = OtherRules.Of(world, new Reference(world).Run().Settled[0], Worlds.Open);

        Assert.Equal(Town("rule=majority rules.shaped=no rules.amendable=no rules.latitude=no").Decisions[0].HarmMean, others[0].Harm);
        Assert.Equal(Town("rule=majority rules.latitude=no").Decisions[0].HarmMean, others[1].Harm);
        Assert.Equal(Town("rule=decree rules.latitude=no").Decisions[0].HarmMean, others[2].Harm);
        Assert.All(others, other => Assert.InRange(other.Weeks, 1, 30));
    }

    [Fact]
    public void The_demo_s_other_rules_tell_how_far_they_are_and_end_when_told_to()
    {
        var world = Scenes.TownWith();
        var settled = new Reference(world).Run().Settled[0];
        var (begun, answers) = (new List<string>(), 0);

        var others = OtherRules.Of(world, settled, Worlds.Open, begun.Add, () => answers++);

        Assert.Equal(others.Select(other => other.Rule), begun);
        Assert.True(answers > 3 * world.Plan.Circles, $"{answers} answers");
        Assert.Throws<OperationCanceledException>(() => OtherRules.Of(
            world, settled, Worlds.Open, null, () => throw new OperationCanceledException()));
    }

    /// <summary>What is not looked for must not read as if nothing had been found.</summary>
    [Fact]
    public void A_federation_too_large_to_try_changes_on_says_so()
    {
        var large = Scenes.TownWith("federation.fanOuts=[64, 64, 3]", "federation.levels=[town, quarter, street, house]");

        Assert.True(large.Plan.Circles > Reversal.CirclesMax);
        Assert.StartsWith("Not looked for: 7 changes", Reversal.Find(large, 0.1, 0.2, Worlds.Open), StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_tell_who_took_part_and_how_it_ended()
    {
        var world = Scenes.TownWith("rule=irv");
        var reference = new Reference(world);
        reference.Run();
        var telling = new Telling(world);
        var lines = reference.Circles.Values.SelectMany(circle =>
            reference.Entries(circle).Select(entry => telling.Tell(circle.Id, entry))).ToArray();

        Assert.Contains(lines, line => line.Kind == "asked for a ballot" && line.Argument.EndsWith("took part", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Kind == "decided by the rule" && line.Argument.Contains("for it", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => Enum.TryParse<EntryKind>(line.Kind, out _));
    }

    [Theory]
    [InlineData("rule=liquid", "rules.then=median", "rules.then")]
    [InlineData("rule=decree", "rules.nested=yes", "rules.nested")]
    [InlineData("rule=vote", "rules.nested=no", "rule")]
    public void What_does_not_go_together_is_refused(string one, string other, string key)
    {
        var refused = Assert.Throws<ScenarioException>(() => Scenes.TownWith(one, other));

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }

    private static RunOutcome Town(string settings)
    {
        var world = Scenes.TownWith(settings.Split(' '));
        return Outcomes.Of(world, new Reference(world).Run());
    }

    private static string Texts(RunOutcome run) => string.Join(' ', run.Decisions.Select(one => one.Decided));
}
