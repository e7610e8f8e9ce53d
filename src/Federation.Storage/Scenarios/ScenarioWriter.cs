using System.Collections.Immutable;
using System.Text.Json;
using Federation.Governance.Spaces;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Writes a scenario's canonical JSON, key by key in their one order.</summary>
internal static class ScenarioWriter
{
    public static void Write(Utf8JsonWriter json, Scenario scenario)
    {
        json.WriteStartObject();
        json.WriteString("name", scenario.Name);
        json.WriteString("about", scenario.About);
        json.WriteNumber("seed", scenario.Seed);
        json.WriteNumber("replication", scenario.Replication);
        json.WriteString("rule", scenario.Rule);
        json.WritePropertyName("federation");
        Shape(json, scenario.Federation);
        json.WriteStartArray("space");
        foreach (var dimension in scenario.Space.Dimensions) Write(json, dimension);
        json.WriteEndArray();
        Numbers(json, "statusQuo", Coordinates(scenario.StatusQuo));
        json.WriteStartArray("agenda");
        foreach (var matter in scenario.Agenda) Write(json, matter);
        json.WriteEndArray();
        json.WriteStartArray("domains");
        foreach (var allotment in scenario.Domains) DomainParts.Write(json, allotment);
        json.WriteEndArray();
        foreach (var section in (object[])
            [scenario.People, scenario.Needs, scenario.Process, scenario.Reviews, scenario.Cadence,
                scenario.Faults, scenario.Attacks, scenario.Measure, scenario.Links, scenario.Selection,
                scenario.Life, scenario.Rules, scenario.Breaker, scenario.Adoption])
            Options(json, section);
        json.WriteEndObject();
    }

    private static void Shape(Utf8JsonWriter json, FederationShape shape)
    {
        json.WriteStartObject();
        switch (shape)
        {
            case FederationShape.Planet planet:
                json.WriteString("kind", FederationKeys.Planet);
                json.WriteString("scale", planet.Scale);
                json.WriteNumber("circles", planet.Circles);
                json.WriteNumber("childrenMax", planet.ChildrenMax);
                json.WriteNumber("members", planet.Members);
                Texts(json, "branch", planet.Branch);
                break;
            case FederationShape.Tree tree:
                json.WriteString("kind", FederationKeys.Tree);
                Numbers(json, "fanOuts", tree.FanOuts.Select(fanOut => (double)fanOut));
                Texts(json, "levels", tree.Levels);
                json.WriteNumber("members", tree.Members);
                break;
            case FederationShape.Inline inline:
                json.WriteString("kind", FederationKeys.Inline);
                json.WritePropertyName("root");
                Write(json, inline.Root);
                break;
            default:
                throw new NotSupportedException(shape.GetType().Name);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, InlineCircle circle)
    {
        json.WriteStartObject();
        json.WriteString("segment", circle.Segment);
        json.WriteString("name", circle.Name);
        json.WriteString("level", circle.Level);
        json.WriteString("aim", circle.Aim);
        json.WriteNumber("members", circle.Members);
        json.WriteNumber("represented", circle.Represented);
        Texts(json, "people", circle.People);
        json.WriteStartArray("children");
        foreach (var child in circle.Children) Write(json, child);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Dimension dimension)
    {
        json.WriteStartObject();
        json.WriteString("name", dimension.Name);
        json.WriteString("unit", dimension.Unit);
        json.WriteNumber("low", dimension.Low);
        json.WriteNumber("high", dimension.High);
        json.WriteString("lowText", dimension.LowText);
        json.WriteString("highText", dimension.HighText);
        json.WriteNumber("salience", dimension.Salience);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Matter matter)
    {
        json.WriteStartObject();
        json.WriteNumber("id", matter.Id);
        json.WriteString("title", matter.Title);
        json.WriteString("circle", matter.Circle);
        json.WriteString("affects", matter.Affects);
        json.WriteString("effect", matter.Effect);
        Numbers(json, "position", Coordinates(matter.Position));
        Numbers(json, "dimensions", matter.Dimensions.Select(index => (double)index));
        json.WriteNumber("termDays", matter.TermDays);
        json.WriteNumber("day", matter.Day);
        json.WriteNumber("deadlineDay", matter.DeadlineDay);
        if (matter.Change is { } change) DomainParts.Write(json, change);
        json.WriteNumber("removes", matter.Removes);
        json.WriteStartArray("touches");
        foreach (var touched in matter.Touches) json.WriteStringValue(touched);
        json.WriteEndArray();
        json.WriteNumber("after", matter.After);
        json.WriteBoolean("urgent", matter.Urgent);
        json.WriteBoolean("emergency", matter.Emergency);
        json.WriteString("by", matter.By);
        json.WriteEndObject();
    }

    private static void Options(Utf8JsonWriter json, object options)
    {
        var section = OptionSection.Of(options);
        json.WriteStartObject(section.Name);
        foreach (var property in section.Properties)
        {
            var name = OptionSection.KeyName(property);
            switch (property.GetValue(options))
            {
                case int whole: json.WriteNumber(name, whole); break;
                case double number: json.WriteNumber(name, number); break;
                case string text: json.WriteString(name, text); break;
                case ImmutableArray<string> texts: Texts(json, name, texts); break;
                case ImmutableArray<double> numbers: Numbers(json, name, numbers); break;
                case ImmutableSortedDictionary<string, double> byName:
                    json.WriteStartObject(name);
                    foreach (
                        var (key, value) in byName.OrderBy(
                        entry => entry.Key, StringComparer.Ordinal))
                        json.WriteNumber(key, value);
                    json.WriteEndObject();
                    break;
                default: throw new NotSupportedException($"{section.Name}.{name}");
            }
        }

        json.WriteEndObject();
    }

    internal static IEnumerable<double> Coordinates(Point point) =>
        [.. Enumerable.Range(0, point.Dimensions).Select(dimension => point[dimension])];

    internal static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
