using System.Text.Json;

namespace Federation.Storage.Tracing;

/// <summary>What a merge found.</summary>
/// <param name="Lost">Spans that died with a silo and were known to others, as their parent or by a link.</param>
/// <param name="Torn">Lines that could not be read and were left out.</param>
public sealed record Merged(long Spans, long Traces, long Lost, long Torn);

/// <summary>Makes one traces.jsonl of the silos' files.</summary>
/// <remarks>
/// Complete lines are copied as they are. Without a kill every page then has one root and no
/// orphans, and every link leads to a span. Where a silo died, the parents and what was linked to that died
/// with it get placeholder spans marked federation.lost=true, which hang below the page's root if that is
/// known. Reads the files twice and keeps 24 bytes a span in memory, not the spans.
/// </remarks>
public static class TraceMerge
{
    private const string Pattern = "traces-*.jsonl";

    /// <summary>Merges the silos' files of a folder; replaces <paramref name="target"/> at once or not
    /// at all; where no span was written there is none.</summary>
    public static Merged Run(string folder, string target)
    {
        var files = Directory.GetFiles(folder, Pattern).Order(StringComparer.Ordinal).ToArray();
        var index = new SpanIndex();
        var torn = files.LongCount(LineReader.EndsTorn);
        var unfinished = $"{target}.part";
        LostSpans lost;
        using (var merged = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            foreach (var line in files.SelectMany(LineReader.Complete))
            {
                if (!TryIndex(line, index)) torn++;
                else
                {
                    merged.Write(line.Span);
                    merged.Write("\n"u8);
                }
            }

            lost = index.FindLost();
            if (!lost.IsEmpty)
                foreach (var line in files.SelectMany(LineReader.Complete)) Learn(line, lost);
            lost.WriteTo(merged);
            merged.Flush(flushToDisk: true);
        }

        if (index.Spans > 0) File.Move(unfinished, target, overwrite: true);
        else File.Delete(unfinished);
        return new Merged(index.Spans, index.Traces, lost.Count, torn);
    }

    private static bool TryIndex(ReadOnlyMemory<byte> line, SpanIndex index)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var spans = SpansOf(json.RootElement)
                .Select(one => (
                    SpanKey.Of(one.Span), SpanKey.ParentOf(one.Span), SpanKey.LinkedTo(one.Span).ToArray())).ToList();
            foreach (var (span, parent, links) in spans) index.Add(span, parent, links);
            return true;
        }
        catch (Exception bad) when (IsMalformed(bad))
        {
            return false;
        }
    }

    private static void Learn(ReadOnlyMemory<byte> line, LostSpans lost)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            foreach (var (resource, span) in SpansOf(json.RootElement)) lost.Learn(resource, span);
        }
        catch (Exception bad) when (IsMalformed(bad))
        {
            // It was counted when it was indexed, or says too little to learn from.
        }
    }

    private static bool IsMalformed(Exception bad) => bad is JsonException or KeyNotFoundException
        or InvalidOperationException or FormatException or OverflowException or ArgumentNullException;

    private static IEnumerable<(JsonElement Resource, JsonElement Span)> SpansOf(JsonElement line)
    {
        foreach (var resource in line.GetProperty("resourceSpans").EnumerateArray())
            foreach (var scope in resource.GetProperty("scopeSpans").EnumerateArray())
                foreach (var span in scope.GetProperty("spans").EnumerateArray())
                    yield return (resource.GetProperty("resource"), span);
    }
}
