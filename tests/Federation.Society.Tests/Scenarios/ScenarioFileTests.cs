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

    private static void MustComeBack(Society.Scenarios.Scenario scenario)
    {
        var text = ScenarioFile.Text(scenario, ["for a test"]);
        var back = ScenarioReader.Parse(text, "written.yaml");
        Assert.True(ResolvedScenario.ToJson(scenario) == ResolvedScenario.ToJson(back), text);
    }
}
