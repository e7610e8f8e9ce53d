using Federation.EndToEnd.Tests.Tracing.Otlp;
using Google.Protobuf;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>A span as a collector gets it.</summary>
internal sealed class ReceivedSpan(Resource resource, Span span)
{
    public string Name => span.Name;

    /// <summary>The level of circles.</summary>
    public string Service => Text(resource.Attributes, "service.name");

    /// <summary>The silo.</summary>
    public string Instance => Text(resource.Attributes, "service.instance.id");

    public (string Trace, string Span) Id => (Hex(span.TraceId), Hex(span.SpanId));
    public string Trace => Hex(span.TraceId);
    public (string Trace, string Span) Parent => (Trace, Hex(span.ParentSpanId));
    public bool IsRoot => span.ParentSpanId.IsEmpty;
    public IEnumerable<(string Trace, string Span)> Links =>
        span.Links.Select(link => (Hex(link.TraceId), Hex(link.SpanId)));

    public bool LiesWithin(ReceivedSpan other) =>
        other._start <= _start && _end <= other._end;

    public string this[string attribute] => Text(span.Attributes, attribute);

    private readonly ulong _start = span.StartTimeUnixNano;
    private readonly ulong _end = span.EndTimeUnixNano;

    private static string Text(IEnumerable<Otlp.Attribute> attributes, string key)
    {
        var value = attributes.FirstOrDefault(attribute => attribute.Key == key)?.Value;
        return value is null ? "" : value.HasText ? value.Text : value.HasWhole ? $"{value.Whole}" : $"{value.Truth}";
    }

    private static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);
}
