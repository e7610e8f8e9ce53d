using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Google.Protobuf;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>OTLP in JSON: protobuf's own mapping, but for ids, which are hexadecimal digits.</summary>
internal static partial class OtlpJson
{
    private static readonly HashSet<string> Ids = ["traceId", "spanId", "parentSpanId"];

    private static readonly JsonParser Reader =
        new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    public static T Parse<T>(MessageParser<T> parser, string text) where T : class, IMessage<T>, new()
    {
        var node = JsonNode.Parse(text)!;
        Each(node, (owner, name, value) =>
        {
            if (Ids.Contains(name))
                owner[name] = Convert.ToBase64String(Convert.FromHexString((string)value!));
        });
        return Reader.Parse<T>(node.ToJsonString());
    }

    /// <summary>What of a line breaks the rules of OTLP's JSON; empty for a good one.</summary>
    public static IReadOnlyList<string> Complaints(string text)
    {
        var found = new List<string>();
        Each(JsonNode.Parse(text)!, (_, name, value) =>
        {
            var good = name switch
            {
                "traceId" => LargeId().IsMatch((string)value!),
                "spanId" or "parentSpanId" => SmallId().IsMatch((string)value!),
                "kind" or "code" => value!.GetValueKind() == System.Text.Json.JsonValueKind.Number,
                "startTimeUnixNano" or "endTimeUnixNano" or "timeUnixNano" or "intValue" =>
                    value!.GetValueKind() == System.Text.Json.JsonValueKind.String
                    && long.TryParse((string?)value, out var _),
                _ => CamelCase().IsMatch(name),
            };
            if (!good) found.Add($"{name}: {value}");
        });
        return found;
    }

    private static void Each(JsonNode node, Action<JsonObject, string, JsonNode?> see)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Each(item!, see);
            return;
        }

        if (node is not JsonObject owner) return;
        foreach (var (name, value) in owner.ToList())
        {
            if (value is JsonObject or JsonArray) Each(value, see);
            else see(owner, name, value);
        }
    }

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex LargeId();

    [GeneratedRegex("^[0-9a-f]{16}$")]
    private static partial Regex SmallId();

    [GeneratedRegex("^[a-z][a-zA-Z]*$")]
    private static partial Regex CamelCase();
}
