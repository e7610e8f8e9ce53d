using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Federation.Storage.Scenarios;

/// <summary>The published JSON Schema of scenario files, made from the table of keys.</summary>
/// <remarks>Editors check and complete YAML with it. Kept as docs/scenario.schema.json.</remarks>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as indented text ending in a line feed.</summary>
    public static string Text()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A scenario of a sociocratic federation",
        };
        foreach (var (name, value) in Group(ScenarioShape.Root).ToArray())
            schema[name] = value?.DeepClone();
        schema["$defs"] = new JsonObject { ["circle"] = Group(Circle()) };
        return schema.ToJsonString(Layout) + "\n";
    }

    private static ScenarioShape Circle() =>
        ScenarioShape.Root.Children["federation"].Children["root"];

    private static JsonObject Group(ScenarioShape shape)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var (name, child) in shape.Children)
        {
            properties[name] = Of(child);
            if (child.Key is { Required: true, Only: [] }
                || name is "space" or "agenda") required.Add(name);
        }

        var group = new JsonObject
        {
            ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties,
        };
        if (required.Count > 0) group["required"] = required;
        return group;
    }

    private static JsonObject Of(ScenarioShape shape) => shape switch
    {
        { Name: "root" } => new JsonObject { ["$ref"] = "#/$defs/circle" },
        { Key.Kind: KeyKind.Circles } => new JsonObject
        {
            ["description"] = shape.Key!.Meaning,
            ["type"] = "array",
            ["items"] = new JsonObject { ["$ref"] = "#/$defs/circle" },
        },
        { IsList: true } =>
            new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Group(shape) },
        { Key: { } key } => Value(key),
        _ => Group(shape),
    };

    private static JsonObject Value(ScenarioKey key)
    {
        var unit = key.Unit.Length > 0 ? $" Unit: {key.Unit}." : "";
        var value = new JsonObject { ["description"] = key.Meaning + unit };
        foreach (var (name, part) in Type(key, key.Kind).ToArray()) value[name] = part?.DeepClone();
        if (Json(key.Default) is { } holds) value["default"] = holds;
        return value;
    }

    private static JsonObject Type(ScenarioKey key, KeyKind kind) => kind switch
    {
        KeyKind.Text => Bounded(new JsonObject { ["type"] = "string" }, "maxLength", key.High),
        KeyKind.Choice => new JsonObject { ["enum"] = Words(key) },
        KeyKind.Whole => Range(new JsonObject { ["type"] = "integer" }, key),
        KeyKind.Number => Range(new JsonObject { ["type"] = "number" }, key),
        KeyKind.Seed =>
            new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = ulong.MaxValue },
        KeyKind.Segment => new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9-]+$" },
        KeyKind.Circle =>
            new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9-]+(/[a-z0-9-]+)*$" },
        KeyKind.Term => new JsonObject
        {
            ["type"] = new JsonArray("string", "integer"),
            ["pattern"] = "^[0-9]{1,9}( *(day|week|month|year)s?)?$", ["minimum"] = 1,
                ["maximum"] = 3650,
        },
        KeyKind.NumbersByName => new JsonObject
        {
            ["type"] = "object", ["additionalProperties"] = Type(key, KeyKind.Number),
        },
        KeyKind.Texts => List(key, KeyKind.Text),
        KeyKind.Segments => List(key, KeyKind.Segment),
        KeyKind.Choices => List(key, KeyKind.Choice),
        KeyKind.Wholes => List(key, KeyKind.Whole),
        _ => List(key, KeyKind.Number),
    };

    private static JsonObject List(ScenarioKey key, KeyKind element) =>
        new() { ["type"] = "array", ["items"] = Type(key, element) };

    private static JsonObject Range(JsonObject type, ScenarioKey key) =>
        Bounded(Bounded(type, "minimum", key.Low), "maximum", key.High);

    private static JsonObject Bounded(JsonObject type, string name, double bound)
    {
        if (double.IsFinite(bound)) type[name] = bound;
        return type;
    }

    private static JsonArray Words(ScenarioKey key) =>
        [.. key.Words.Select(word => (JsonNode)word)];

    private static JsonNode? Json(object? value) => value switch
    {
        null => null,
        IReadOnlyDictionary<string, double> byName => new JsonObject(
            byName.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
        string text => text,
        IEnumerable list => new JsonArray([.. list.Cast<object>().Select(Json)]),
        _ => JsonSerializer.SerializeToNode(value),
    };
}
