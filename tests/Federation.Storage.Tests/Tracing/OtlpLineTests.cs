using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Federation.Storage.Tracing;

namespace Federation.Storage.Tests.Tracing;

public sealed class OtlpLineTests
{
    [Fact]
    public void Spans_are_one_line_of_otlp_json()
    {
        using var source = new ActivitySource("Federation.OtlpLineTests", "1.2.3");
        using var listener = Listening(source);
        var linked = new ActivityContext(
            ActivityTraceId.CreateFromString("0af7651916cd43dd8448eb211c80319c"),
            ActivitySpanId.CreateFromString("00f067aa0ba902b7"), ActivityTraceFlags.Recorded);
        var begun = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var span = source.StartActivity(
            "ask consent", ActivityKind.Server, linked, null, [new ActivityLink(linked)], begun)!;
        span.SetTag("text", "a \"b\"").SetTag("number", 7L).SetTag("truth", true).SetTag("share", 0.5);
        span.AddEvent(new ActivityEvent("objection.raised", begun)).SetStatus(ActivityStatusCode.Error);
        span.SetEndTime(begun.UtcDateTime.AddTicks(15)).Stop();

        var line = Write(span);

        Assert.Equal('\n', line[^1]);
        Assert.Equal(1, line.Count(letter => letter == '\n'));
        var resource = JsonDocument.Parse(line).RootElement.GetProperty("resourceSpans")[0];
        Assert.Equal(
            "world",
            resource.GetProperty("resource").GetProperty("attributes")[0].GetProperty("value")
                .GetProperty("stringValue").GetString());
        var scope = resource.GetProperty("scopeSpans")[0];
        Assert.Equal("1.2.3", scope.GetProperty("scope").GetProperty("version").GetString());
        var json = scope.GetProperty("spans")[0];
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", json.GetProperty("traceId").GetString());
        Assert.Equal("00f067aa0ba902b7", json.GetProperty("parentSpanId").GetString());
        Assert.Equal(span.SpanId.ToHexString(), json.GetProperty("spanId").GetString());
        Assert.Equal(2, json.GetProperty("kind").GetInt32());
        Assert.Equal("1704164645000000000", json.GetProperty("startTimeUnixNano").GetString());
        Assert.Equal("1704164645000001500", json.GetProperty("endTimeUnixNano").GetString());
        Assert.Equal(2, json.GetProperty("status").GetProperty("code").GetInt32());
        Assert.Equal(
            """[{"key":"text","value":{"stringValue":"a \u0022b\u0022"}},{"key":"number","value":{"intValue":"7"}},"""
            + """{"key":"truth","value":{"boolValue":true}},{"key":"share","value":{"doubleValue":0.5}}]""",
            json.GetProperty("attributes").GetRawText());
        Assert.Equal("objection.raised", json.GetProperty("events")[0].GetProperty("name").GetString());
        Assert.Equal("00f067aa0ba902b7", json.GetProperty("links")[0].GetProperty("spanId").GetString());
    }

    private static string Write(Activity span)
    {
        var buffer = new ArrayBufferWriter<byte>();
        OtlpLine.Write(buffer, [new("service.name", "world")], [span]);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ActivityListener Listening(ActivitySource source)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = one => ReferenceEquals(one, source),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
