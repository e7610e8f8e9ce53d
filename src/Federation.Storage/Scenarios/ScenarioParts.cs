using System.Collections.Immutable;
using System.Text.Json;
using Federation.Governance.Spaces;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Reads back what <see cref="ScenarioWriter"/> wrote.</summary>
internal static class ScenarioParts
{
    public static Scenario Read(JsonElement json, Problems problems)
    {
        var options = ScenarioValues.Read(OptionsOf(json), problems);
        problems.ThrowIfAny();
        return new Scenario
        {
            Name = Text(json, "name"),
            About = Text(json, "about"),
            Seed = json.GetProperty("seed").GetUInt64(),
            Replication = Int(json, "replication"),
            Rule = Text(json, "rule"),
            Federation = Shape(json.GetProperty("federation")),
            Space = new IssueSpace([.. Elements(json, "space").Select(Dimension)]),
            StatusQuo = Point(json, "statusQuo"),
            Agenda = [.. Elements(json, "agenda").Select(Matter)],
            People = (PeopleOptions)OptionBinder.Bind(options, "people", whole: true),
            Needs = (NeedOptions)OptionBinder.Bind(options, "needs", whole: true),
            Domains = [.. Elements(json, "domains").Select(DomainParts.Allotment)],
            Reviews = (ReviewOptions)OptionBinder.Bind(options, "reviews", whole: true),
            Process = (ProcessOptions)OptionBinder.Bind(options, "process", whole: true),
            Rules = (RuleOptions)OptionBinder.Bind(options, "rules", whole: true),
            Cadence = (CadenceOptions)OptionBinder.Bind(options, "cadence", whole: true),
            Faults = (FaultOptions)OptionBinder.Bind(options, "faults", whole: true),
            Attacks = (AttackOptions)OptionBinder.Bind(options, "attacks", whole: true),
            Measure = (MeasureOptions)OptionBinder.Bind(options, "measure", whole: true),
            Life = (LifeOptions)OptionBinder.Bind(options, "life", whole: true),
            Links = (LinkOptions)OptionBinder.Bind(options, "links", whole: true),
            Selection = (SelectionOptions)OptionBinder.Bind(options, "selection", whole: true),
            Breaker = (BreakerOptions)OptionBinder.Bind(options, "breaker", whole: true),
            Adoption = (AdoptionOptions)OptionBinder.Bind(options, "adoption", whole: true),
        };
    }

    /// <summary>The option sections as nodes, so that the table reads them as it reads a
    /// file.</summary>
    private static ScenarioNode.Map OptionsOf(JsonElement json) => new ScenarioNode.Map(
        [.. OptionSection.All.Select(section =>
            new ScenarioNode.Entry(Plain(section.Name), Node(json.GetProperty(section.Name))))], 0,
                0);

    private static ScenarioNode Node(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new ScenarioNode.Map(
            [.. json.EnumerateObject().Select(property =>
                new ScenarioNode.Entry(Plain(property.Name), Node(property.Value)))], 0, 0),
        JsonValueKind.Array => new ScenarioNode.Sequence(
            [.. json.EnumerateArray().Select(Node)], 0, 0),
        JsonValueKind.String => new ScenarioNode.Scalar(json.GetString()!, false, 0, 0),
        _ => Plain(json.GetRawText()),
    };

    private static ScenarioNode.Scalar Plain(string text) => new(text, true, 0, 0);

    private static FederationShape Shape(JsonElement json) => Text(json, "kind") switch
    {
        FederationKeys.Planet => new FederationShape.Planet(
            Text(json, "scale"), json.GetProperty("circles").GetInt64(), Int(json, "childrenMax"),
            Int(json, "members"), Texts(json, "branch")),
        FederationKeys.Tree => new FederationShape.Tree(
            Ints(json, "fanOuts"), Texts(json, "levels"), Int(json, "members")),
        FederationKeys.Inline => new FederationShape.Inline(Circle(json.GetProperty("root"))),
        var kind => throw new FormatException($"there is no federation kind '{kind}'"),
    };

    private static InlineCircle Circle(JsonElement json) => new(
        Text(json, "segment"), Text(json, "name"), Text(json, "level"), Text(json, "aim"),
        Int(json, "members"), json.GetProperty("represented").GetInt64(),
        [.. Elements(json, "children").Select(Circle)])
    {
        People = Texts(json, "people"),
    };

    private static Dimension Dimension(JsonElement json) => new(
        Text(json, "name"), Text(json, "unit"), json.GetProperty("low").GetDouble(),
        json.GetProperty("high").GetDouble(), Text(json, "lowText"), Text(json, "highText"))
    {
        Salience = json.GetProperty("salience").GetDouble(),
    };

    private static Matter Matter(JsonElement json) => new(
        Int(json, "id"), Text(json, "title"), Text(json, "circle"), Text(json, "affects"),
        Text(json, "effect"), Point(json, "position"), Ints(json, "dimensions"), Int(
            json, "termDays"),
        Int(json, "day"), Int(json, "deadlineDay"))
    {
        Change = DomainParts.Change(json),
        Urgent = json.GetProperty("urgent").GetBoolean(),
        Emergency = json.GetProperty("emergency").GetBoolean(),
        By = Text(json, "by"),
        Removes = Int(json, "removes"),
        Touches = Texts(json, "touches"),
        After = Int(json, "after"),
    };

    internal static Point Point(JsonElement json, string name) =>
        new([.. Elements(json, name).Select(coordinate => coordinate.GetDouble())]);

    private static JsonElement.ArrayEnumerator Elements(JsonElement json, string name) =>
        json.GetProperty(name).EnumerateArray();

    private static ImmutableArray<string> Texts(JsonElement json, string name) =>
        [.. Elements(json, name).Select(
            text => text.GetString() ?? throw new FormatException($"'{name}' has no text"))];

    internal static ImmutableArray<int> Ints(JsonElement json, string name) =>
        [.. Elements(json, name).Select(number => number.GetInt32())];

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    internal static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' has no text");
}
