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
}

/// <summary>Which spans there are, and which are spoken of as parents.</summary>
internal sealed class SpanIndex
{
    private readonly HashSet<SpanKey> _known = [];
    private readonly HashSet<SpanKey> _parents = [];
    private readonly Dictionary<UInt128, ulong> _roots = [];

    public long Spans => _known.Count;

    public long Traces => _known.Select(span => span.Trace).Distinct().LongCount();

    public void Add(SpanKey span, SpanKey? parent)
    {
        _known.Add(span);
        if (parent is { } above) _parents.Add(above);
        else _roots.TryAdd(span.Trace, span.Span);
    }

    public LostSpans FindLost() => new(_parents.Where(parent => !_known.Contains(parent)), _roots);
}
