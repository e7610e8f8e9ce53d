using System.Collections.Immutable;
using Federation.Society.Measures;
using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Measures;

/// <summary>What is measured of every rule is measured alike.</summary>
public sealed class ByRuleTests
{
    private const double People = 54;

    private const string Town =
        """
        name: town
        federation: { kind: tree, fanOuts: [3, 3], levels: [town, quarter, street], members: 6 }
        space: { dimensions: [{ name: speed, unit: km/h, low: 20, high: 60 }, { name: quiet, unit: h, low: 0, high: 8 }] }
        statusQuo: { speed: 50, quiet: 1 }
        agenda: [{ title: Slower, circle: town/c1/c1, position: { speed: 24, quiet: 6 } }]
        """;

    private static readonly string[] AsBrought =
        ["rules.shaped=no", "rules.amendable=no", "rules.latitude=no", "people.attendance=1"];

    /// <summary>Everybody where all have a ballot or a chain, though half stay away; else those who were drawn.</summary>
    [Theory]
    [InlineData("consent", People)]
    [InlineData("majority", People)]
    [InlineData("share", People)]
    [InlineData("setter", People)]
    [InlineData("amendments", People)]
    [InlineData("median", People)]
    [InlineData("chamber", People)]
    [InlineData("liquid", People)]
    [InlineData("tworound", People)]
    [InlineData("condorcet", People)]
    [InlineData("majority rules.nested=yes", People)]
    [InlineData("panel", 25)]
    [InlineData("panel rules.panel=7", 7)]
    [InlineData("bargaining", 24)]
    [InlineData("decree", 1)]
    [InlineData("decree rules.reports=10", 10)]
    [InlineData("accept", 0)]
    public void Who_could_take_part_is_counted_alike(string rule, double people)
    {
        var measured = Adopted(rule, "people.attendance=0.5", "people.spread=0.02");

        Assert.All(measured, one => Assert.Equal(people / People, Of(one, "hadASay"), 9));
        Assert.All(measured, one => Assert.InRange(Of(one, "tookPart"), 0, Of(one, "hadASay") + 1e-9));
        if (people < People) Assert.All(measured, one => Assert.Equal(people / People, Of(one, "tookPart"), 9));
        else if (rule != "consent") Assert.All(measured, one => Assert.InRange(Of(one, "tookPart"), 0.2, 0.8));
        else Assert.All(measured, one => Assert.InRange(Of(one, "tookPart"), 1 / People, 0.2));
    }

    [Fact]
    public void A_broken_chain_speaks_for_nobody_and_a_ballot_needs_none()
    {
        string[] breaking = ["links.survival=0.5", "people.spread=0.02"];

        Assert.Contains(Adopted(["consent", .. breaking]), one => Of(one, "hadASay") < 1);
        Assert.All(Adopted(["majority", .. breaking]), one => Assert.Equal(1, Of(one, "hadASay")));
    }

    /// <summary>Only a rule that always elects it elects the Condorcet winner always.</summary>
    [Fact]
    public void Who_beats_all_others_is_found_by_the_rules_that_look_for_it()
    {
        foreach (var rule in new[] { "condorcet", "minimax", "copeland", "schulze-margins" })
            Assert.All(Known(rule), one => Assert.Equal(1, one));
        foreach (var rule in new[] { "plurality", "statusQuo", "random", "accept", "decree" })
            Assert.InRange(Known(rule).Average(), 0, 0.95);
        Assert.True(Known("statusQuo").Average() < Known("plurality").Average());
        Assert.True(Known("plurality").Average() > Known("random").Average());

        static double[] Known(string rule) => [.. Run([rule, .. AsBrought])
            .Select(one => Of(one, "condorcetEfficiency")).Where(double.IsFinite)];
    }

    /// <summary>Whether one beats all others is settled before any rule begins; and so is which is best.</summary>
    [Fact]
    public void All_rules_are_measured_by_the_same_alternatives()
    {
        var consent = Run(["consent", "rules.latitude=no"]);
        foreach (var rule in new[] { "plurality", "statusQuo", "decree", "median" })
            Assert.Equal(
                consent.Select(one => double.IsNaN(Of(one, "condorcetEfficiency"))),
                Run([rule, "rules.latitude=no"]).Select(one => double.IsNaN(Of(one, "condorcetEfficiency"))));
        foreach (var rule in new[] { "consent", "median", "score", "accept" })
            Assert.All(Run([rule]), one => Assert.True(Of(one, "socialUtilityEfficiency") <= 1 + 1e-12));
        Assert.Contains(Run(["score", .. AsBrought]), one => Of(one, "socialUtilityEfficiency") > 1 - 1e-12);
        Assert.True(
            Run(["score", .. AsBrought]).Average(one => Of(one, "socialUtilityEfficiency"))
            > Run(["random", .. AsBrought]).Average(one => Of(one, "socialUtilityEfficiency")) + 0.3);
    }

    private static ImmutableArray<double>[] Adopted(params string[] settings) =>
        [.. Run(settings) is var all && all.Any(Bound) ? all.Where(Bound) : throw new InvalidOperationException("none")];

    private static bool Bound(ImmutableArray<double> measured) => double.IsFinite(Of(measured, "hadASay"));

    /// <summary>Twelve seeds of a rule, which comes first, perhaps with a setting behind it.</summary>
    private static ImmutableArray<double>[] Run(string[] settings)
    {
        string[] rule = settings[0].Split(' ');
        return [.. Enumerable.Range(1, 12).Select(seed =>
        {
            var run = new Reference(Worlds.Open(ScenarioReader.Parse(
                Town, "town", [$"rule={rule[0]}", .. rule[1..], .. settings[1..], $"seed={seed}"])));
            return RunMeasures.Of(run, run.Run());
        })];
    }

    private static double Of(ImmutableArray<double> measured, string name) => measured[RunMeasures.IndexOf(name)];
}
