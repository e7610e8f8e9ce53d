using Federation.Society.Scenarios;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Scenarios;

public sealed class ScenarioTableTests
{
    [Fact]
    public void Every_option_has_a_row() => Assert.Equal(
        [.. OptionPaths().Order(StringComparer.Ordinal)],
        ScenarioKeys.All.Select(key => key.Path).Where(IsOption).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_says_what_it_means_and_what_is_possible() => Assert.All(
        ScenarioKeys.All, key =>
    {
        Assert.EndsWith(".", key.Meaning, StringComparison.Ordinal);
        Assert.True(
            key.Kind is not (KeyKind.Number or KeyKind.Whole or KeyKind.Wholes or KeyKind.Numbers)
            || (double.IsFinite(key.Low) && double.IsFinite(key.High)), key.Path);
    });

    [Fact]
    public void The_published_schema_is_current() =>
        Repository.MustBe("docs/scenario.schema.json", ScenarioSchema.Text());

    [Fact]
    public void The_guides_table_is_current() =>
        Repository.MustBe("docs/guide/scenario.md", ScenarioGuide.Text());

    [Fact]
    public void The_odd_protocols_table_is_current() => Repository.MustBe("docs/odd.md", OddProtocol.Text());

    [Fact]
    public void A_runs_odd_protocol_has_its_own_values_beside_the_defaults()
    {
        var text = OddProtocol.Of(ScenarioCatalogue.Load("country", ["process.latitude=0.07", "name=a | b"]));

        Assert.Contains("| `process.latitude` | `0.15` | `0.07` |", text, StringComparison.Ordinal);
        Assert.Contains("`a \\| b`", text, StringComparison.Ordinal);
        Assert.Contains("## 7. Submodels", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shipped_scenarios_load_and_say_what_they_are_about()
    {
        Assert.Equal(
            ["adoption", "breaker", "cohousing", "country", "demo", "endenburg-1976"],
            ScenarioCatalogue.Names.AsEnumerable());
        Assert.All(ScenarioCatalogue.List(), scenario => Assert.True(scenario.About.Length > 40));
    }

    [Fact]
    public void A_mistyped_scenario_gets_the_nearest_names()
    {
        var error = Assert.Throws<ScenarioException>(() => ScenarioCatalogue.Load("cohosing"))
            .Errors[0];

        Assert.Equal("Did you mean 'cohousing'", error.Remedy);
    }

    private static readonly (string Name, Type Type)[] Sections =
    [
        ("people", typeof(PeopleOptions)), ("needs", typeof(NeedOptions)), (
            "process", typeof(ProcessOptions)),
        ("cadence", typeof(CadenceOptions)), ("faults", typeof(FaultOptions)), (
            "measure", typeof(MeasureOptions)),
    ];

    private static bool IsOption(string path) =>
        Sections.Any(section => path.StartsWith(section.Name + ".", StringComparison.Ordinal));

    private static IEnumerable<string> OptionPaths() => Sections.SelectMany(section =>
        section.Type.GetProperties().Where(property => property.CanWrite)
            .Select(property =>
                $"{section.Name}.{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}"));
}
