namespace Federation.Society.Tests.Scenarios;

public sealed class ScenarioErrorTests
{
    [Theory]
    [InlineData("process: { shapping: 0.5 }", "process.shapping", "'shaping'")]
    [InlineData("shaping: 0.5", "shaping", "process.shaping")]
    [InlineData("process: { gate: soffa }", "process.gate", "'sofa'")]
    [InlineData("process: { ladder: [split, prak] }", "process.ladder.2", "'park'")]
    [InlineData("process: { ladder: [split, split] }", "process.ladder.2", "once")]
    [InlineData("process: { terms: [1, 1] }", "process.terms", "0.5")]
    [InlineData("people: { attendance: 1.5 }", "people.attendance", "0 to 1")]
    [InlineData("people: { attendance: .nan }", "people.attendance", "finite")]
    [InlineData("people: { attendance: .inf }", "people.attendance", "finite")]
    [InlineData("people: { attendance: 1e999 }", "people.attendance", "finite")]
    [InlineData("people: { attendance: -1 }", "people.attendance", "0 to 1")]
    [InlineData("people: { attendance: 80 % }", "people.attendance", "without its unit")]
    [InlineData("people: { attendance: [1] }", "people.attendance", "finite")]
    [InlineData("people: { attendance: }", "people.attendance", "default")]
    [InlineData("people: { toleranceLow: 0.9 }", "people.toleranceLow", "smaller")]
    [InlineData("people: 7", "people", "key: value")]
    [InlineData("seed: -1", "seed", "whole number")]
    [InlineData("seed: 1.5", "seed", "whole number")]
    [InlineData("statusQuo: { sped: 20 }", "statusQuo", "'speed'")]
    [InlineData("statusQuo: { speed: 70 }", "statusQuo.speed", "20 to 60")]
    [InlineData("rule: majorty", "rule", "majority")]
    public void An_added_line_is_refused_with_its_place_and_a_remedy(
        string line, string key, string remedy)
    {
        var error = ScenarioYaml.OnlyError(ScenarioYaml.Small + "\n" + line);

        Assert.Equal((key, 20, "small.yaml"), (error.Key, error.Line, error.File));
        Assert.Contains(remedy, error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("speed: 30", "sped: 30", "agenda.1.position", "'speed'")]
    [InlineData("speed: 30", "speed: 61", "agenda.1.position.speed", "20 to 60")]
    [InlineData("{ speed: 30 }", "{}", "agenda.1.position", "at least one")]
    [InlineData(
        "{ speed: 30 }", "{ speed: 30 }\n    dimensions: [quiet]", "agenda.1.dimensions",
        "position")]
    [InlineData("{ speed: 30 }", "{ speed: 30 }\n    term: never", "agenda.1.term", "12 months")]
    [InlineData("{ speed: 30 }", "{ speed: 30 }\n    deadline: 1", "agenda.1.deadline", "later")]
    [InlineData("town/c1/c1", "Town/Quarter 1", "agenda.1.circle", "town/quarter-1")]
    [InlineData("town/c1/c1", "town//street", "agenda.1.circle", "joined by '/'")]
    [InlineData("name: quiet", "name: Speed", "space.dimensions.2.name", "own name")]
    [InlineData("high: 60", "high: 20", "space.dimensions.1.high", "different")]
    [InlineData("[2, 3]", "[2, 0]", "federation.fanOuts.2", "1 to 64")]
    [InlineData("[2, 3]", "[2, 3, 4]", "federation.levels", "fan-out")]
    [InlineData("kind: tree", "kind: tree\n  scale: countries", "federation.scale", "planet")]
    [InlineData("name: small", "name: ''", "name", "text")]
    public void A_changed_line_is_refused_with_its_key_and_a_remedy(
        string find, string put, string key, string remedy)
    {
        var error = ScenarioYaml.ErrorAfter(find, put);

        Assert.Equal(key, error.Key);
        Assert.True(error.Line > 0);
        Assert.Contains(remedy, error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tree_of_too_many_circles_is_refused() =>
        Assert.Contains("2,000,000", ScenarioYaml.OnlyError(
            ScenarioYaml.Small, "federation.fanOuts=[64, 64, 64, 64]",
            "federation.levels=[town, quarter, street, house, room]").Remedy,
                StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void A_space_has_one_to_eight_dimensions(int count)
    {
        var dimensions = string.Join(
            ", ", Enumerable.Range(1, count).Select(i => $"{{ name: d{i} }}"));

        var errors = ScenarioYaml.Errors(ScenarioYaml.Small, $"space.dimensions=[{dimensions}]");

        Assert.Contains(errors, error => error.Key == "space.dimensions"
            && error.Reason.Contains($"{count}", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once_in_file_order()
    {
        var errors = ScenarioYaml.Errors(
            """
            nme: x
            space: { dimensions: [{ name: a, low: 1, high: 1 }] }
            agenda:
              - title: T
                circle: A
                position: { b: 2 }
            """);

        Assert.Equal(
            ["name", "nme", "space.dimensions.1.high", "agenda.1.circle", "agenda.1.position"],
            errors.Select(error => error.Key).Order(StringComparer.Ordinal).OrderBy(key =>
                errors.First(error => error.Key == key).Line));
    }

    [Fact]
    public void A_circle_that_is_not_written_out_is_refused_with_the_nearest()
    {
        var error = ScenarioYaml.OnlyError(
            """
            name: inline
            federation: { kind: inline, root: { segment: top, children: [{ segment: east }] } }
            space: { dimensions: [{ name: hours }] }
            agenda: [{ title: More, circle: top/eats, position: { hours: 0.5 } }]
            """);

        Assert.Equal("Did you mean 'top/east'", error.Remedy);
    }

    [Theory]
    [InlineData("process.shaping", "key=value")]
    [InlineData("process.shapingg=1", "'shaping'")]
    [InlineData("agenda.2.day=3", "count from 1")]
    [InlineData("process.shaping=2", "0 to 1")]
    [InlineData("process.shaping=", "default")]
    [InlineData("name.inner=2", "text")]
    [InlineData("=", "key=value")]
    public void A_wrong_override_is_refused_as_one(string setting, string told)
    {
        var error = ScenarioYaml.OnlyError(ScenarioYaml.Small, setting);

        Assert.Equal("--set", error.File);
        Assert.Contains(told, error.Reason + error.Remedy, StringComparison.Ordinal);
    }
}
