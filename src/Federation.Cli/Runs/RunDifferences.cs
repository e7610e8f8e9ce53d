using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Cli.Terminals;
using Federation.Storage.Inputs;

namespace Federation.Cli.Runs;

/// <summary>What two runs have apart, told by what each recorded; whatever drove them must not show.</summary>
internal static class RunDifferences
{
    /// <summary>More changed settings or decisions' fields than this say no more.</summary>
    private const int OfAKindMost = 100;

    public static DiffReport Of(RunDirectory a, RunDirectory b, CancellationToken stop)
    {
        var (one, other) = (a.Read(), b.Read());
        DifferenceReport[] all =
        [
            .. Between("scenario", "", one.Scenario, other.Scenario).Take(OfAKindMost),
            .. Seals(a, b).Take(1),
            .. Between("decision", "", Decisions(one), Decisions(other)).Take(OfAKindMost),
            .. Lines("circle", a.CirclesFile, b.CirclesFile, stop).Take(1),
            .. Lines("event", a.EventsFile, b.EventsFile, stop).Take(1),
        ];
        return new DiffReport(a.Path, b.Path, all.Length == 0, all.FirstOrDefault(), [.. all]);
    }

    /// <summary>By number; trace ids are a run's own.</summary>
    private static JsonObject Decisions(RunRecord record)
    {
        var all = new JsonObject();
        foreach (var decision in record.Report?.Decisions ?? [])
            all[$"{decision.Id}"] = JsonSerializer.SerializeToNode(decision with { TraceId = "" }, Outcome.Json);
        return all;
    }

    private static IEnumerable<DifferenceReport> Seals(RunDirectory a, RunDirectory b)
    {
        var (one, other) = (a.ReadSeals(), b.ReadSeals());
        for (var i = 0; i < Math.Max(one.Length, other.Length); i++)
        {
            var (left, right) = (i < one.Length ? one[i] : null, i < other.Length ? other[i] : null);
            if (left?.Seal == right?.Seal) continue;
            var at = left ?? right!;
            yield return new DifferenceReport(
                "seal", $"cycle {at.Cycle}, day {at.Day}, {at.Scope}", left?.Seal ?? "", right?.Seal ?? "");
        }
    }

    /// <summary>Every leaf of two documents that is not the same, with the path to it.</summary>
    private static IEnumerable<DifferenceReport> Between(string kind, string path, JsonNode? a, JsonNode? b)
    {
        if (JsonNode.DeepEquals(a, b)) return [];
        if (a is JsonObject left && b is JsonObject right)
            return left.Select(pair => pair.Key).Union(right.Select(pair => pair.Key), StringComparer.Ordinal)
                .SelectMany(key => Between(kind, path.Length == 0 ? key : $"{path}.{key}", left[key], right[key]));
        if (a is JsonArray first && b is JsonArray second)
            return Enumerable.Range(0, Math.Max(first.Count, second.Count)).SelectMany(i => Between(
                kind, $"{path}.{i + 1}", i < first.Count ? first[i] : null, i < second.Count ? second[i] : null));
        return [new DifferenceReport(kind, path, Text(a), Text(b))];
    }

    private static IEnumerable<DifferenceReport> Lines(string kind, string a, string b, CancellationToken stop)
    {
        if (!File.Exists(a) || !File.Exists(b)) yield break;
        using var one = InputFile.Lines(a, RunDirectory.LinesBytesMax, stop: stop).GetEnumerator();
        using var other = InputFile.Lines(b, RunDirectory.LinesBytesMax, stop: stop).GetEnumerator();
        for (var number = 1; ; number++)
        {
            var (left, right) = (one.MoveNext(), other.MoveNext());
            if (!left && !right) yield break;
            var (text, beside) = (left ? one.Current : "", right ? other.Current : "");
            if (text != beside) yield return new DifferenceReport(kind, $"line {number}", text, beside);
        }
    }

    private static string Text(JsonNode? node) => node?.ToJsonString(Outcome.Json) ?? "";
}
