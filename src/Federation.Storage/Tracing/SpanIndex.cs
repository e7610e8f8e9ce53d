using System.Globalization;
using System.Text.Json;

namespace Federation.Storage.Tracing;

/// <summary>A span's address, held inline.</summary>
internal readonly record struct SpanKey(UInt128 Trace, ulong Span)
{
    public string TraceText => Trace.ToString("x32");
    public string SpanText => Span.ToString("x16");

    public static SpanKey Of(JsonElement span) => new(
        UInt128.Parse(span.GetProperty("traceId").GetString()!, NumberStyles.HexNumber),
        ulong.Parse(span.GetProperty("spanId").GetString()!, NumberStyles.HexNumber));

    /// <summary>Null for a root.</summary>
    public static SpanKey? ParentOf(JsonElement span) =>
        span.TryGetProperty("parentSpanId", out var parent) && parent.GetString() is { Length: > 0 } id
            ? Of(span) with { Span = ulong.Parse(id, NumberStyles.HexNumber) }
            : null;

    /// <summary>What a span is linked to.</summary>
    public static IEnumerable<SpanKey> LinkedTo(JsonElement span) =>
        span.TryGetProperty("links", out var links) ? links.EnumerateArray().Select(Of) : [];
}

/// <summary>Which spans there are, and which others speak of: as their parent, or as what they link to.</summary>
internal sealed class SpanIndex
{
    private readonly HashSet<SpanKey> _known = [];
    private readonly HashSet<SpanKey> _named = [];
    private readonly Dictionary<UInt128, ulong> _roots = [];

    public long Spans => _known.Count;

    public long Traces => _known.Select(span => span.Trace).Distinct().LongCount();

    public void Add(SpanKey span, SpanKey? parent, IEnumerable<SpanKey> links)
    {
        _known.Add(span);
        if (parent is { } above) _named.Add(above);
        else _roots.TryAdd(span.Trace, span.Span);
        _named.UnionWith(links);
    }

    public LostSpans FindLost() => new(_named.Where(span => !_known.Contains(span)), _roots);
}
