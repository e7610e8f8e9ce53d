using Federation.EndToEnd.Tests.Tracing.Otlp;
using Google.Protobuf;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>A span as a collector gets it.</summary>
internal sealed class ReceivedSpan(Resource resource, Span span)
{
    public Resource Resource => resource;

    public Span Span => span;

    public string Name => span.Name;

    /// <summary>The level of circles.</summary>
    public string Service => Reading.Text(resource.Attributes, "service.name");

    /// <summary>The silo.</summary>
    public string Instance => Reading.Text(resource.Attributes, "service.instance.id");

    public (string Trace, string Span) Id => (Reading.Hex(span.TraceId), Reading.Hex(span.SpanId));
    public string Trace => Reading.Hex(span.TraceId);
    public (string Trace, string Span) Parent => (Trace, Reading.Hex(span.ParentSpanId));
    public bool IsRoot => span.ParentSpanId.IsEmpty;
    public IEnumerable<(string Trace, string Span)> Links =>
        span.Links.Select(link => (Reading.Hex(link.TraceId), Reading.Hex(link.SpanId)));

    /// <summary>Values of an attribute of its events of a name.</summary>
    public IEnumerable<string> Told(string moment, string attribute) => span.Events
        .Where(one => one.Name == moment).Select(one => Reading.Text(one.Attributes, attribute));

    public bool LiesWithin(ReceivedSpan other) =>
        other.Span.StartTimeUnixNano <= span.StartTimeUnixNano && span.EndTimeUnixNano <= other.Span.EndTimeUnixNano;

    public string this[string attribute] => Reading.Text(span.Attributes, attribute);
}

/// <summary>A figure of one silo as a collector gets it.</summary>
internal sealed class ReceivedFigure(Resource resource, Figure figure)
{
    public string Name => figure.Name;

    public string Unit => figure.Unit;

    public string Instance => Reading.Text(resource.Attributes, "service.instance.id");

    public bool IsHistogram => figure.DataCase == Figure.DataOneofCase.Histogram;

    /// <summary>What was counted, over the points that an attribute picks; of a histogram, how often.</summary>
    public double Total(string attribute = "", string value = "")
    {
        return IsHistogram
            ? figure.Histogram.DataPoints.Where(point => Fits(point.Attributes)).Sum(point => (double)point.Count)
            : figure.Sum.DataPoints.Where(point => Fits(point.Attributes))
                .Sum(point => point.HasAsInt ? point.AsInt : point.AsDouble);

        bool Fits(IEnumerable<Otlp.Attribute> attributes) =>
            attribute.Length == 0 || Reading.Text(attributes, attribute) == value;
    }

    /// <summary>Of a histogram, the sum of what was recorded.</summary>
    public double Recorded => figure.Histogram.DataPoints.Sum(point => point.Sum);

    /// <summary>Traces its values were seen in.</summary>
    public IEnumerable<string> Exemplars => figure.Histogram.DataPoints
        .SelectMany(point => point.Exemplars).Select(exemplar => Reading.Hex(exemplar.TraceId));

    /// <summary>The names of its attributes.</summary>
    public IEnumerable<string> Attributes => (IsHistogram
        ? figure.Histogram.DataPoints.SelectMany(point => point.Attributes)
        : figure.Sum.DataPoints.SelectMany(point => point.Attributes)).Select(attribute => attribute.Key).Distinct();
}

/// <summary>A line of a silo's log as a collector gets it.</summary>
internal sealed class ReceivedLine(Resource resource, Line line)
{
    public string Body => line.Body?.Text ?? "";

    public string Trace => Reading.Hex(line.TraceId);

    public string Instance => Reading.Text(resource.Attributes, "service.instance.id");
}

internal static class Reading
{
    public static string Text(IEnumerable<Otlp.Attribute> attributes, string key)
    {
        var value = attributes.FirstOrDefault(attribute => attribute.Key == key)?.Value;
        return value is null ? "" : value.HasText ? value.Text : value.HasWhole ? $"{value.Whole}" : $"{value.Truth}";
    }

    public static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);
}
