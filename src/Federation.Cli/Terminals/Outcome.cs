using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Federation.Cli.Terminals;

/// <summary>What a command found, to be shown as text or as one JSON document.</summary>
/// <param name="Document">Serialised beside command, version and ok; null for a document of only
/// those.</param>
/// <param name="View">The same facts for a person.</param>
internal sealed record Outcome(object? Document, Action<Page> View)
{
    /// <summary>What was found is itself a failure: a logbook that does not verify.</summary>
    public CommandFailure? Failure { get; init; }

    public static JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The document as text ending in a line feed.</summary>
    public static string Text(string command, object? document, CommandFailure? failure)
    {
        var text = new JsonObject
        {
            ["command"] = command, ["version"] = Versions.Program, ["ok"] = failure is null,
        };
        if (failure is not null) text["error"] = JsonSerializer.SerializeToNode(
            failure.Document, Json);
        if (failure is { All.Count: > 1 }) text["errors"] = JsonSerializer.SerializeToNode(
            failure.All, Json);
        if (document is not null)
            foreach (
                var (name, value) in JsonSerializer.SerializeToNode(document, Json)!.AsObject()
                .ToArray())
                text[name] = value?.DeepClone();
        return text.ToJsonString(Json) + "\n";
    }
}
