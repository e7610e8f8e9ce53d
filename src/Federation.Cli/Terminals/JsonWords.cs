using System.Text.Json;
using Federation.Storage.Inputs;

namespace Federation.Cli.Terminals;

/// <summary>Why a JSON file of ours could not be read, without the names of our types.</summary>
internal static class JsonWords
{
    /// <summary>Half a sentence, with the line where one is known.</summary>
    public static string Of(Exception bad) => bad switch
    {
        JsonException { InnerException: JsonException, LineNumber: { } line } =>
            $"from line {line + 1} on it is no JSON",
        JsonException { LineNumber: { } line, Path: { Length: > 1 } path } =>
            $"line {line + 1}: {path} is missing or not what belongs there",
        JsonException { LineNumber: { } line } => $"line {line + 1}: something is missing or not what belongs there",
        InputException => bad.Message,
        JsonException or ArgumentException => "it is not what belongs there",
        _ => bad.Message.TrimEnd('.'),
    };
}
