using Federation.Society.Measures;
using Federation.Society.Places;
using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Measures;

/// <summary>Power of the seats that decide for the whole, by rule; a town of quarters of 24, 12 and 8 people.</summary>
public sealed class PowerMeasureTests
{
    private const string Town =
        """
        name: town
        federation:
          kind: inline
          root:
            segment: town
            level: town
            children:
              - segment: north
                level: quarter
                children: [{ segment: a, level: street, members: 12 }, { segment: b, level: street, members: 12 }]
              - segment: east
                level: quarter
                children: [{ segment: a, level: street, members: 6 }, { segment: b, level: street, members: 6 }]
              - segment: south
                level: quarter
                children: [{ segment: a, level: street, members: 4 }, { segment: b, level: street, members: 4 }]
        space: { dimensions: [{ name: speed, unit: km/h, low: 20, high: 60 }] }
        statusQuo: { speed: 50 }
        agenda: [{ title: Slower, circle: town/north/a, affects: town, position: { speed: 24 } }]
        """;

    /// <summary>Consent: six links, each decides only with all others, so one of 32 coalitions, and one in six orders.
    /// Population 24 of 44 alone decides; two of three equal seats make half of coalitions. In an assembly
    /// a person decides in C(43, 22) of 2^43 coalitions.</summary>
    [Theory]
    [InlineData("", 1 / 32.0, 1 / 6.0, 13.3815)]
    [InlineData("rule=chamber rules.weights=population", 1, 1, 39.6264)]
    [InlineData("rule=chamber rules.weights=equal", .5, 1 / 3.0, 18.9242)]
    [InlineData("rule=majority", .1196, 1 / 44.0, 0)]
    [InlineData("rule=panel rules.panel=9", 70 / 256.0, 1 / 9.0, double.NaN)]
    [InlineData("rule=decree", 1, 1, double.NaN)]
    [InlineData("rule=statusQuo", double.NaN, double.NaN, double.NaN)]
    public void Who_decides_for_the_whole_has_so_much_power(
        string settings, double banzhaf, double shapley, double disproportion)
    {
        var run = new Reference(Worlds.Open(ScenarioReader.Parse(
            Town, "town.yaml", settings.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        var measured = RunMeasures.Of(run, run.Run());

        Assert.Equal(banzhaf, measured[RunMeasures.IndexOf("banzhafMost")], 1e-4);
        Assert.Equal(shapley, measured[RunMeasures.IndexOf("shapleyMost")], 1e-9);
        Assert.Equal(disproportion, measured[RunMeasures.IndexOf("disproportionality")], 1e-3);
    }

    [Fact]
    public void Districts_of_a_level_that_no_circle_has_are_refused()
    {
        var refused = Assert.Throws<InvalidFederationException>(() => Worlds.Open(ScenarioReader.Parse(
            Town, "town.yaml", ["rule=chamber", "rules.districts=borough"])));

        Assert.Contains("'borough'", refused.Message, StringComparison.Ordinal);
    }
}
