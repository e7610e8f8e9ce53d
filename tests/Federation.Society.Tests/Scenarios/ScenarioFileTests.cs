using Federation.Society.Tests.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Scenarios;

/// <summary>A scenario written to a file is read back as the same scenario.</summary>
public sealed class ScenarioFileTests
{
    public static TheoryData<string> Names => [.. ScenarioCatalogue.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_ships_is_written_and_read_back(string name) => MustComeBack(ScenarioCatalogue.Load(name));

    /// <summary>Every key of the table that can be given another value.</summary>
    [Theory]
    [MemberData(nameof(ReferenceTests.Settings), MemberType = typeof(ReferenceTests))]
    public void Every_key_is_written_and_read_back(string setting) =>
        MustComeBack(ScenarioReader.Parse(Scenes.Town, "town.yaml", [setting]));

    [Fact]
    public void Comments_come_first_and_words_that_yaml_reads_otherwise_stand_in_quotes()
    {
        var scenario = ScenarioReader.Parse(Scenes.Town, "town.yaml", ["name=\"no: #1\"", "agenda.1.title=\"a\\\"b\\\\ é\""]);

        Assert.StartsWith("# what it shows\n#\nname: \"no: #1\"\n", ScenarioFile.Text(scenario, ["what it shows", ""]), StringComparison.Ordinal);
        MustComeBack(scenario);
    }

    /// <summary>Thirds do not come out even, and cars are counted downwards: the least has the higher coordinate.</summary>
    [Fact]
    public void Domains_their_changes_and_who_is_to_go_are_written_and_read_back()
    {
        var scenario = ScenarioReader.Parse("""
            name: given
            federation: { kind: tree, fanOuts: [2, 2], levels: [town, quarter, street], members: 4 }
            space: { dimensions: [{ name: speed, low: 20, high: 50 }, { name: cars, low: 70, high: 0 }] }
            statusQuo: { speed: 50, cars: 70 }
            domains:
              - { circle: town/c1, dimensions: [speed, cars], low: { speed: 30, cars: 10 }, high: { cars: 60 }, affects: town, latitude: 0.125 }
              - { level: street, high: { speed: 40 } }
            agenda:
              - title: Less for the second
                circle: town
                effect: changesDomain
                position: { speed: 30, cars: 20 }
                domain: { operation: narrow, circle: town/c2, dimensions: [cars], low: { cars: 15 }, high: { cars: 50 }, latitude: 0.25 }
              - { title: All back, circle: town, effect: changesDomain, position: { speed: 30 }, domain: { operation: return, circle: town/c1 } }
              - { title: Somebody goes, circle: town/c1/c1, removes: 3, position: { speed: 30 } }
            """, "given.yaml");

        Assert.Equal((2, 3), (scenario.Domains.Length, scenario.Agenda[2].Removes));
        Assert.Equal(.25, scenario.Agenda[0].Change!.Latitude);
        MustComeBack(scenario);
    }

    private static void MustComeBack(Society.Scenarios.Scenario scenario)
    {
        var text = ScenarioFile.Text(scenario, ["for a test"]);
        var back = ScenarioReader.Parse(text, "written.yaml");
        Assert.True(ResolvedScenario.ToJson(scenario) == ResolvedScenario.ToJson(back), text);
    }
}
