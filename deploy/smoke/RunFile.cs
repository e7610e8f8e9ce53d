using System.Text.Json;

namespace Federation.Smoke;

/// <summary>A decision, as run.json tells it.</summary>
internal sealed record ToldDecision(int Id, string Circle, string TraceId, long CirclesAsked);

/// <summary>What of a finished run is looked for in Jaeger.</summary>
internal sealed record RunFile(IReadOnlyList<ToldDecision> Decisions)
{
    /// <exception cref="FormatException">The folder holds no finished run that was traced.</exception>
    public static RunFile Read(string folder)
    {
        var file = Path.Combine(folder, "run.json");
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        if (!document.RootElement.TryGetProperty("report", out var report) || report.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{file}: the run has not ended.");
        var decisions = report.GetProperty("decisions").EnumerateArray().Select(decision => new ToldDecision(
            decision.GetProperty("id").GetInt32(), decision.GetProperty("circle").GetString()!,
            decision.GetProperty("traceId").GetString()!, decision.GetProperty("circlesAsked").GetInt64())).ToList();
        return decisions.Count > 0 && decisions.All(decision => decision.TraceId.Length > 0)
            ? new RunFile(decisions)
            : throw new FormatException($"{file}: no decision of it was traced; run it on a cluster.");
    }
}
