using Federation.Governance.Spaces;
using Federation.Society.Scenarios;

namespace Federation.Society.Tests.Scenarios;

public sealed class ScenarioReaderTests
{
    [Fact]
    public void Positions_are_written_in_units_and_read_as_coordinates()
    {
        var matter = Assert.Single(ScenarioYaml.Read(ScenarioYaml.Small).Agenda);

        Assert.Equal(new Point(0.25, 0), matter.Position);
        Assert.Equal([0], matter.Dimensions.AsEnumerable());
    }

    [Fact]
    public void What_is_not_written_is_the_options_own_default()
    {
        var scenario = ScenarioYaml.Read(ScenarioYaml.Small);

        Assert.Equal(new ProcessOptions().Shaping, scenario.Process.Shaping);
        Assert.Equal(
            new ProcessOptions().Ladder.AsEnumerable(), scenario.Process.Ladder.AsEnumerable());
        Assert.Equal(new CadenceOptions(), scenario.Cadence);
        Assert.Equal("town", scenario.Agenda[0].Affects);
        Assert.Equal(365, scenario.Agenda[0].TermDays);
        Assert.Equal(new Point(0, 0), scenario.StatusQuo);
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("90 days", 90)]
    [InlineData("1 day", 1)]
    [InlineData("6 weeks", 42)]
    [InlineData("12 months", 365)]
    [InlineData("6 months", 182)]
    [InlineData("2 years", 730)]
    public void A_term_is_days_weeks_months_or_years(string written, int days) =>
        Assert.Equal(
            days, ScenarioYaml.Read(ScenarioYaml.Small, $"agenda.1.term={written}")
            .Agenda[0].TermDays);

    [Fact]
    public void An_override_changes_any_key_and_leaves_the_others()
    {
        var scenario = ScenarioYaml.Read(
            ScenarioYaml.Small, "process.shaping=0.3", "people.levelSpread.street=0.2",
                "space.dimensions.2.high=10",
            "process.ladder=[park]");

        Assert.Equal(0.3, scenario.Process.Shaping);
        Assert.Equal(0.2, scenario.People.LevelSpread["street"]);
        Assert.Equal(0.06, scenario.People.LevelSpread["country"]);
        Assert.Equal(10, scenario.Space.Dimensions[1].High);
        Assert.Equal(["park"], scenario.Process.Ladder.AsEnumerable());
    }

    [Fact]
    public void Circles_written_out_count_their_people_upwards()
    {
        var scenario = ScenarioYaml.Read(
            """
            name: inline
            federation:
              kind: inline
              members: 5
              root:
                segment: top
                children:
                  - { segment: east, members: 7 }
                  - { segment: west, represented: 400 }
            space: { dimensions: [{ name: hours }] }
            agenda: [{ title: More, circle: top/west, position: { hours: 0.5 } }]
            """);

        var root = Assert.IsType<FederationShape.Inline>(scenario.Federation).Root;
        Assert.Equal((0, 407L), (root.Members, root.Represented));
        Assert.Equal(
            (5, 400L, "west"), (
            root.Children[1].Members, root.Children[1].Represented, root.Children[1].Name));
    }

    [Fact]
    public void A_planet_is_expanded_down_to_the_circles_the_agenda_names()
    {
        var scenario = ScenarioYaml.Read(
            """
            name: planet
            space: { dimensions: [{ name: hours }] }
            agenda:
              - { title: A, circle: world/africa/kenya, affects: world/africa, position: { hours: 1 } }
              - { title: B, circle: world/africa/kenya, position: { hours: 0 } }
            """);

        var planet = Assert.IsType<FederationShape.Planet>(scenario.Federation);
        Assert.Equal(["world/africa/kenya", "world/africa"], planet.Branch.AsEnumerable());
        Assert.Equal("countries", planet.Scale);
    }
}
