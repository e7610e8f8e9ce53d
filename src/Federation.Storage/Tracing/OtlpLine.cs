using System.Buffers;
using System.Diagnostics;
using System.Text.Json;

namespace Federation.Storage.Tracing;

/// <summary>Spans as one line of OTLP JSON, the form that Jaeger's upload and collectors read.</summary>
/// <remarks>
/// By the OTLP specification: ids in lower-case hexadecimal digits, enums as integers, 64-bit
/// integers as strings.
/// </remarks>
public static class OtlpLine
{
    /// <param name="resource">Whose spans: service.name and the like.</param>
    /// <param name="spans">Of one source, which becomes the scope.</param>
    public static void Write(
        IBufferWriter<byte> buffer, IEnumerable<KeyValuePair<string, object>> resource,
        IReadOnlyList<Activity> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        using var json = new Utf8JsonWriter(buffer);
        Envelope(json, resource, spans[0].Source.Name, spans[0].Source.Version ?? "", () =>
        {
            foreach (var span in spans) WriteSpan(json, span);
        });
        json.Flush();
        buffer.Write("\n"u8);
    }

    internal static void Envelope(
        Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object>> resource, string scope, string version,
        Action spans)
    {
        json.WriteStartObject();
        json.WriteStartArray("resourceSpans");
        json.WriteStartObject();
        json.WriteStartObject("resource");
        Attributes(json, resource.Select(one => KeyValuePair.Create(one.Key, (object?)one.Value)));
        json.WriteEndObject();
        json.WriteStartArray("scopeSpans");
        json.WriteStartObject();
        json.WriteStartObject("scope");
        json.WriteString("name", scope);
        if (version.Length > 0) json.WriteString("version", version);
        json.WriteEndObject();
        json.WriteStartArray("spans");
        spans();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void Attributes(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        json.WriteStartArray("attributes");
        foreach (var (key, value) in attributes)
        {
            if (value is null) continue;
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WritePropertyName("value");
            Value(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, object value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case bool truth: json.WriteBoolean("boolValue", truth); break;
            case int number: json.WriteString("intValue", $"{number}"); break;
            case long number: json.WriteString("intValue", $"{number}"); break;
            case double number: json.WriteNumber("doubleValue", number); break;
            default: json.WriteString("stringValue", value.ToString()); break;
        }

        json.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter json, Activity span)
    {
        json.WriteStartObject();
        json.WriteString("traceId", span.TraceId.ToHexString());
        json.WriteString("spanId", span.SpanId.ToHexString());
        if (span.ParentSpanId != default) json.WriteString("parentSpanId", span.ParentSpanId.ToHexString());
        json.WriteNumber("flags", (int)span.ActivityTraceFlags);
        json.WriteString("name", span.DisplayName);
        json.WriteNumber("kind", (int)span.Kind + 1);
        json.WriteString("startTimeUnixNano", Nanoseconds(span.StartTimeUtc));
        json.WriteString("endTimeUnixNano", Nanoseconds(span.StartTimeUtc + span.Duration));
        Attributes(json, span.TagObjects);
        Events(json, span);
        Links(json, span);
        json.WriteStartObject("status");
        if (span.Status != ActivityStatusCode.Unset) json.WriteNumber("code", (int)span.Status);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Events(Utf8JsonWriter json, Activity span)
    {
        if (!span.Events.Any()) return;
        json.WriteStartArray("events");
        foreach (var one in span.Events)
        {
            json.WriteStartObject();
            json.WriteString("timeUnixNano", Nanoseconds(one.Timestamp.UtcDateTime));
            json.WriteString("name", one.Name);
            Attributes(json, one.Tags);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Links(Utf8JsonWriter json, Activity span)
    {
        if (!span.Links.Any()) return;
        json.WriteStartArray("links");
        foreach (var link in span.Links)
        {
            json.WriteStartObject();
            json.WriteString("traceId", link.Context.TraceId.ToHexString());
            json.WriteString("spanId", link.Context.SpanId.ToHexString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Nanoseconds(DateTime utc) => $"{(utc - DateTime.UnixEpoch).Ticks * 100}";
}
