using System.Buffers;
using System.Text.Json;

namespace Federation.Storage.Tracing;

/// <summary>Stand-ins for spans that died with their silo, pieced together from their children and from what links to
/// them.</summary>
internal sealed class LostSpans
{
    private readonly SortedDictionary<SpanKey, Standin> _lost = new(Comparer<SpanKey>.Create((a, b) =>
        a.Trace != b.Trace ? a.Trace.CompareTo(b.Trace) : a.Span.CompareTo(b.Span)));
    private readonly Dictionary<UInt128, ulong> _roots;

    public LostSpans(IEnumerable<SpanKey> lost, Dictionary<UInt128, ulong> roots)
    {
        foreach (var key in lost) _lost[key] = new Standin();
        _roots = roots;
    }

    public bool IsEmpty => _lost.Count == 0;

    public long Count => _lost.Count;

    /// <summary>What one span tells of its lost parent, and of those it links to: when they were at work, and whose
    /// they may have been. Who links was told before it began.</summary>
    public void Learn(JsonElement resource, JsonElement span)
    {
        var (from, to) = (Nanoseconds(span, "startTimeUnixNano"), Nanoseconds(span, "endTimeUnixNano"));
        if (SpanKey.ParentOf(span) is { } parent) Learn(parent, resource, span, from, to);
        foreach (var linked in SpanKey.LinkedTo(span)) Learn(linked, resource, span, from, from);
    }

    private void Learn(SpanKey lost, JsonElement resource, JsonElement span, long from, long to)
    {
        if (!_lost.TryGetValue(lost, out var standin)) return;
        standin.From = Math.Min(standin.From, from);
        standin.To = Math.Max(standin.To, to);
        standin.Resource ??= resource.Clone();
        standin.Decision ??= DecisionOf(span);
    }

    /// <summary>A line for each: below its page's root, or in the place of it where that died too.</summary>
    public void WriteTo(Stream merged)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var (key, standin) in _lost)
        {
            if (standin.Resource is not { } resource) continue;
            var parent = _roots.TryGetValue(key.Trace, out var root) ? root : (ulong?)null;
            if (parent is null) _roots[key.Trace] = key.Span;
            buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(buffer)) Write(json, key, parent, standin, resource);
            merged.Write(buffer.WrittenSpan);
            merged.Write("\n"u8);
        }
    }

    private static void Write(
        Utf8JsonWriter json, SpanKey key, ulong? parent, Standin standin, JsonElement resource)
    {
        json.WriteStartObject();
        json.WriteStartArray("resourceSpans");
        json.WriteStartObject();
        json.WritePropertyName("resource");
        resource.WriteTo(json);
        json.WriteStartArray("scopeSpans");
        json.WriteStartObject();
        json.WriteStartArray("spans");
        json.WriteStartObject();
        json.WriteString("traceId", key.TraceText);
        json.WriteString("spanId", key.SpanText);
        if (parent is { } above) json.WriteString("parentSpanId", (key with { Span = above }).SpanText);
        json.WriteString("name", "lost with its silo");
        json.WriteNumber("kind", 1);
        json.WriteString("startTimeUnixNano", $"{standin.From}");
        json.WriteString("endTimeUnixNano", $"{standin.To}");
        OtlpLine.Attributes(json, [
            new("federation.lost", true), new("federation.decision.id", standin.Decision)]);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static long Nanoseconds(JsonElement span, string property) =>
        long.Parse(span.GetProperty(property).GetString()!);

    private static long? DecisionOf(JsonElement span)
    {
        if (!span.TryGetProperty("attributes", out var attributes)) return null;
        foreach (var attribute in attributes.EnumerateArray())
            if (attribute.GetProperty("key").ValueEquals("federation.decision.id"u8)
                && attribute.GetProperty("value").TryGetProperty("intValue", out var number))
                return long.Parse(number.GetString()!);
        return null;
    }

    private sealed class Standin
    {
        public long From { get; set; } = long.MaxValue;
        public long To { get; set; }
        public JsonElement? Resource { get; set; }
        public long? Decision { get; set; }
    }
}
