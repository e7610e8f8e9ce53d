using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Members;
using Federation.Society.Measures;
using Federation.Society.Runs;
using Federation.Society.Tests.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Measures;

/// <summary>Measures of whole runs.</summary>
public sealed class RunMeasureTests
{
    private const string Town =
        """
        name: town
        federation: { kind: tree, fanOuts: [3, 3], levels: [town, quarter, street], members: 6 }
        space: { dimensions: [{ name: speed, unit: km/h, low: 20, high: 60 }, { name: quiet, unit: h, low: 0, high: 8 }] }
        statusQuo: { speed: 50, quiet: 1 }
        agenda:
          - { title: Slower, circle: town/c1/c1, position: { speed: 24, quiet: 6 } }
          - { title: Quieter, circle: town/c2/c1, position: { quiet: 7 }, day: 60 }
        """;

    [Fact]
    public void The_guide_is_what_the_table_says() => Repository.MustBe("docs/guide/measures.md", MeasuresGuide.Text());

    [Fact]
    public void Names_are_unique_and_found_again()
    {
        Assert.Equal(RunMeasures.All.Length, RunMeasures.All.Select(one => one.Name).Distinct().Count());
        Assert.All(RunMeasures.All, one => Assert.Equal(one, RunMeasures.All[RunMeasures.IndexOf(one.Name)]));
        Assert.Equal((0, -1), (RunMeasures.IndexOf(RunMeasures.Primary), RunMeasures.IndexOf("harm")));
    }

    [Fact]
    public void Every_measure_stays_within_its_bounds()
    {
        string[][] settings =
        [
            [], ["process.latitude=0"], ["process.shaping=0"], ["people.toleranceHigh=0.1", "people.toleranceLow=0"], ["people.spread=0.4"],
            ["process.ladder=[park]", "people.toleranceHigh=0.05", "people.toleranceLow=0"], ["people.attendance=0.2"],
            ["people.ground=belief"], ["needs.levelSpread={town: 0.2}"], ["links.survival=0.3"],
        ];
        foreach (var setting in settings)
            for (var seed = 1; seed <= 3; seed++)
            {
                var measured = Measured([.. setting, $"seed={seed}"]);
                for (var i = 0; i < measured.Length; i++)
                {
                    var measure = RunMeasures.All[i];
                    if (double.IsNaN(measured[i])) continue;
                    Assert.True(
                        measured[i] >= measure.Low - 1e-9 && measured[i] <= measure.High + 1e-9,
                        $"{measure.Name} is {measured[i]} with {string.Join(' ', setting)}, seed {seed}");
                }
            }
    }

    /// <summary>What is best for all together cannot be beaten by one text for all.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void One_text_for_all_is_never_better_than_the_best_text(int seed)
    {
        var measured = Measured("process.latitude=0", "process.ladder=[park]", $"seed={seed}");

        Assert.InRange(Of(measured, "socialUtilityEfficiency"), double.NegativeInfinity, 1 + 1e-6);
        Assert.InRange(Of(measured, "metricDistortion"), 1 - 1e-6, double.PositiveInfinity);
        Assert.InRange(Of(measured, "priceOfConsent"), 1 - 1e-6, double.PositiveInfinity);
        Assert.Equal(Of(measured, "distanceToMedian") > 0, Of(measured, "distanceToMiddle") > 0);
    }

    /// <summary>Everybody in one circle, written out the long way.</summary>
    [Fact]
    public void Utilities_are_those_of_a_count_by_hand()
    {
        string[] alone = ["federation={kind: tree, fanOuts: [], levels: [town], members: 12}", "agenda.1.circle=town", "agenda.2.circle=town"];
        var (run, measured) = Ran(alone);
        var here = run.World.Of(run.World.Plan.Root);
        var circle = run.Circles[here.Id];
        double[] utilities =
        [
            .. Voices.All(new Circle { Id = here.Id }, here, 0).Select(voice =>
            {
                var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
                double Got(int decision) => circle.Agreements.FirstOrDefault(one => one.Decision == decision) is { } agreed
                    ? decision == 1 ? agreed.CarriedOut.DistanceTo(stand) / Math.Sqrt(2) : Math.Abs(agreed.CarriedOut[1] - stand[1])
                    : decision == 1 ? here.StatusQuo.DistanceTo(stand) / Math.Sqrt(2) : Math.Abs(here.StatusQuo[1] - stand[1]);
                return 1 - ((Got(1) + Got(2)) / 2);
            }),
        ];

        Assert.Equal(utilities.Average(), Of(measured, "meanUtility"), 9);
        Assert.Equal(utilities.Min(), Of(measured, "leastUtility"), 9);
        Assert.Equal(Inequality.Gini(utilities), Of(measured, "gini"), 1e-3);
        Assert.Equal(Inequality.Theil(utilities), Of(measured, "theil"), 9);
        Assert.Equal(Inequality.Nash(utilities), Of(measured, "nash"), 9);
    }

    [Fact]
    public void Where_nothing_is_adopted_nobody_lost_anything_they_had()
    {
        var measured = Measured("process.ladder=[park]", "people.toleranceLow=0", "people.toleranceHigh=0.001", "people.spread=0.3");

        Assert.Equal(
            [0, 0, 0, double.NaN],
            new[] { "decisionYield", "losers", "votedDown", "hadASay" }.Select(name => Of(measured, name)));
    }

    [Fact]
    public void Everybody_has_a_say_until_links_break()
    {
        Assert.Equal(1, Of(Measured("people.attendance=1"), "hadASay"));
        Assert.Equal(1, Of(Measured("people.attendance=0.3"), "hadASay"));
        var broken = Of(Measured("people.attendance=0.3", "links.survival=0.5"), "hadASay");
        Assert.InRange(broken, 0.05, 0.95);
    }

    /// <summary>A rule that does what a measure counts has the best of it; and only rules that exist are said to.</summary>
    [Fact]
    public void Rules_do_best_on_what_they_go_for()
    {
        string[] flat = ["rules.latitude=no", "agenda.2.day=1"];
        var quo = Measured([.. flat, "rule=statusQuo"]);
        var majority = Measured([.. flat, "rule=majority", "rules.amendable=no", "rules.shaped=no", "people.attendance=1"]);
        var decree = Measured([.. flat, "rule=decree"]);
        var accept = Measured([.. flat, "rule=accept"]);

        Assert.Equal((0.0, 0.0), (Of(quo, "losers"), Of(quo, "decisionYield")));
        Assert.Equal((0.0, 1.0), (Of(majority, "differsFromMajority"), Of(accept, "decisionYield")));
        Assert.Equal(1.0 / 54, Of(decree, "hadASay"), 9);
        Assert.Equal(0, Of(accept, "hadASay"));
        Assert.Empty(RunMeasures.All.SelectMany(one => one.OptimisedBy).Except(Society.Scenarios.RulePractices.Names));
    }

    /// <summary>A majority of all differs from the majority of all in no cell of the factorial.</summary>
    [Theory]
    [InlineData("yes", "yes")]
    [InlineData("yes", "no")]
    [InlineData("no", "yes")]
    [InlineData("no", "no")]
    public void The_majority_of_all_never_differs_from_itself(string shaped, string amendable)
    {
        for (var seed = 1; seed <= 10; seed++)
            Assert.Equal(0, Of(Measured(
                "rule=majority", $"rules.shaped={shaped}", $"rules.amendable={amendable}", "rules.latitude=no",
                "people.attendance=1", "agenda.2.day=1", $"seed={seed}"), "differsFromMajority"));
    }

    /// <summary>The guide to the rules says of each what the one table says.</summary>
    [Fact]
    public void What_rules_go_for_is_the_same_in_both_guides()
    {
        var names = RunMeasures.All.Select(one => one.Name).ToHashSet();
        foreach (var row in File.ReadLines(Path.Combine(Repository.Root, "docs/guide/rules.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            var cells = row.Split(" | ");
            var rules = cells[0].Split('`').Where((_, at) => at % 2 == 1).ToArray();
            Assert.Equal(
                ByConstruction.All.Where(mark => rules.Contains(mark.Rule)).Select(mark => mark.Measure).Distinct().Order(),
                cells[^1].Split('`').Where((name, at) => at % 2 == 1 && names.Contains(name)).Distinct().Order());
        }
    }

    /// <summary>Which rule governs changes nothing about who lives there: the middle stays where it is.</summary>
    [Fact]
    public void Another_setting_meets_the_same_people()
    {
        var tolerance = Ran(["people.toleranceHigh=0.3"]).Run.World;
        var gate = Ran(["process.gate=scm", "process.latitude=0"]).Run.World;

        foreach (var leaf in gate.Plan.All().Where(circle => circle.IsLeaf))
            for (var i = 0; i < leaf.People; i++)
                Assert.Equal(tolerance.Of(leaf.Id).Resident(i).Preference, gate.Of(leaf.Id).Resident(i).Preference);
    }

    [Fact]
    public void A_plan_is_redrawn_around_what_is_written_and_keeps_circles_that_are_named()
    {
        var written = ScenarioReader.Parse(Town.Replace("town/c2/c1", "town/c3/c3", StringComparison.Ordinal), "town");
        var shapes = Enumerable.Range(0, 40).Select(replication =>
            (Scenarios: Structures.Redrawn(written with { Replication = replication }), Replication: replication)).ToArray();

        foreach (var (scenario, _) in shapes) Worlds.Open(scenario);
        Assert.Equal(Structures.Redrawn(written), Structures.Redrawn(written with { Seed = written.Seed }), Same);
        Assert.InRange(shapes.Select(shape => Circles(shape.Scenarios)).Distinct().Count(), 4, 4);
        Assert.Equal(5, shapes.Select(shape => ((Society.Scenarios.FederationShape.Tree)shape.Scenarios.Federation).Members).Distinct().Count());
        var demo = ScenarioCatalogue.Load("cohousing");
        Assert.Same(demo, Structures.Redrawn(demo));
    }

    /// <summary>Curves of capture and of paralysis need both as figures of a run.</summary>
    [Theory]
    [InlineData("captured", 1, "attacks.captured=1")]
    [InlineData("captured", 0, "attacks.captured=0.000001")]
    [InlineData("paralysed", 1, "attacks.blockers=1", "process.gate=sofa")]
    [InlineData("captured", 1, "attacks.captured=1", "rule=majority")]
    [InlineData("paralysed", 0, "attacks.blockers=0.1", "rule=median")]
    public void What_became_of_matters_under_attack_is_measured(string measure, double share, params string[] settings)
    {
        var measured = Measured(settings);

        Assert.Equal(share, Of(measured, measure));
        Assert.InRange(Of(measured, "captured") + Of(measured, "paralysed") + Of(measured, "deviated"), 0, 1);
    }

    [Fact]
    public void Without_strain_nothing_is_said_of_attacks() => Assert.All(
        new[] { "captured", "paralysed", "deviated" }, name => Assert.Equal(double.NaN, Of(Measured(), name)));

    private static long Circles(Society.Scenarios.Scenario scenario) => Worlds.Open(scenario).Plan.Circles;

    private static bool Same(Society.Scenarios.Scenario one, Society.Scenarios.Scenario other) =>
        ResolvedScenario.ToJson(one) == ResolvedScenario.ToJson(other);

    private static double Of(ImmutableArray<double> measured, string name) => measured[RunMeasures.IndexOf(name)];

    private static ImmutableArray<double> Measured(params string[] settings) => Ran(settings).Measured;

    private static (Reference Run, ImmutableArray<double> Measured) Ran(string[] settings)
    {
        var run = new Reference(Worlds.Open(ScenarioReader.Parse(Town, "town", settings)));
        return (run, RunMeasures.Of(run, run.Run()));
    }
}
