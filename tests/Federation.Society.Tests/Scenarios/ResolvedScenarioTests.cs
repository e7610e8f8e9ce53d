using System.Collections.Immutable;
using CsCheck;
using Federation.Governance.Circles;
using Federation.Governance.Spaces;
using Federation.Society.Scenarios;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Scenarios;

public sealed class ResolvedScenarioTests
{
    private static readonly Gen<double> Number = Gen.OneOf(
        Gen.Double[-1e9, 1e9], Gen.Const(0.1 + 0.2), Gen.Const(double.Epsilon), Gen.Const(1e308),
            Gen.Const(-0.0));

    private static readonly Gen<FederationShape> Shape = Gen.OneOf<FederationShape>(
        Gen.Select(Gen.Int[0, 2_000_000], Gen.Int[2, 24], (circles, most) => (FederationShape)
            new FederationShape.Planet(
                "cities", circles, most, 9, ["world/asia", "world/été \"quoted\" \u2028"])),
        Gen.Int[1, 6].Array[1, 5].Select(fanOuts => (FederationShape)new FederationShape.Tree(
            [.. fanOuts], [.. Enumerable.Range(0, fanOuts.Length + 1).Select(i => $"l{i}")], 9)),
        Gen.String.Select(text => (FederationShape)new FederationShape.Inline(
            new InlineCircle("top", text, "circle", text, 0, 5_000_000_000,
                [new InlineCircle("east", "East", "circle", "", 9, 9, [])]))));

    private static readonly Gen<Scenario> Any = Gen.Select(
        Shape, Gen.ULong, Gen.String, Number.Array[1, 8], Gen.Double[0, 1],
        (shape, seed, text, numbers, share) => new Scenario
        {
            Name = text,
            About = text,
            Seed = seed,
            Replication = 3,
            Federation = shape,
            Space = new IssueSpace([.. numbers.Select((number, i) =>
                new Dimension($"{i}{text}", "°C", number, number + 1, text, ""))]),
            StatusQuo = new Point(numbers),
            Agenda = [new Matter(
                1, text, "top", "top", "limits", new Point(numbers), [0], 365, 1, 0)
            {
                Change = new DomainChange(
                    Operation.Narrow, new CircleId("top/east"), [0], new Bounds(new(numbers), new(numbers)), share),
            }],
            Domains = [new Allotment("top/east", "", [0], new Bounds(new(numbers), new(numbers)), "top", share)],
            Reviews = new ReviewOptions { Variances = 3, Suspend = "byConsent" },
            People = new PeopleOptions { Spread = share, Attendance = share },
            Process = new ProcessOptions { Shaping = share, Ladder = ["park"],
                Terms = [1, 0.1 + 0.2] },
            Needs = new NeedOptions
            {
                LevelSpread = ImmutableSortedDictionary<string, double>.Empty.Add("é.x", share),
            },
        });

    [Fact]
    public void Canonical_text_reads_back_to_the_same_text() => Any.Sample(scenario =>
    {
        var text = ResolvedScenario.ToJson(scenario);
        return ResolvedScenario.ToJson(ResolvedScenario.FromJson(text)) == text;
    }, iter: 500);

    [Fact]
    public void Numbers_come_back_bit_for_bit() => Any.Sample(scenario =>
    {
        var back = ResolvedScenario.FromJson(ResolvedScenario.ToJson(scenario));
        return BitConverter.DoubleToInt64Bits(back.StatusQuo[0])
                == BitConverter.DoubleToInt64Bits(scenario.StatusQuo[0])
            && back.Agenda[0].Position == scenario.Agenda[0].Position
            && back.People.Spread.Equals(scenario.People.Spread)
            && back.Seed == scenario.Seed;
    }, iter: 500);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"name\": 3}")]
    [InlineData("null")]
    public void Other_text_is_refused_as_a_scenario_error(string text) =>
        Assert.Throws<ScenarioException>(() => ResolvedScenario.FromJson(text));

    [Fact]
    public void A_level_left_out_of_the_spreads_comes_back_with_its_default_only_if_it_had_one()
    {
        var scenario = ScenarioYaml.Read(ScenarioYaml.Small);

        Assert.Equal(scenario.People.LevelSpread,
            ResolvedScenario.FromJson(ResolvedScenario.ToJson(scenario)).People.LevelSpread);
    }
}
