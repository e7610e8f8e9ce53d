using System.Text.Json.Nodes;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>Stands in for Jaeger: answers its /api/v3 from received spans, as Jaeger 2.19 does.</summary>
internal static class JaegerPages
{
    public static void Map(WebApplication app, Func<IEnumerable<ReceivedSpan>> spans)
    {
        app.MapGet("/api/v3/services", () => Results.Json(new JsonObject
        {
            ["services"] = new JsonArray([.. spans().Select(span => span.Service).Distinct()
                .Select(service => (JsonNode)service)]),
        }));
        app.MapGet("/api/v3/traces/{trace}", (string trace) =>
        {
            var found = spans().Where(span => span.Trace == trace).ToList();
            return found.Count == 0
                ? Results.Json(
                    new JsonObject { ["error"] = new JsonObject { ["httpCode"] = 404, ["message"] = "trace not found" } },
                    statusCode: 404)
                : Results.Text(new JsonObject { ["result"] = Told(found) }.ToJsonString(), "application/json");
        });
    }

    private static JsonObject Told(IEnumerable<ReceivedSpan> spans) => new()
    {
        ["resourceSpans"] = new JsonArray([.. spans.Select(span => (JsonNode)new JsonObject
        {
            ["resource"] = JsonNode.Parse(JsonFormatter.Default.Format(span.Resource)),
            ["scopeSpans"] = new JsonArray(new JsonObject { ["spans"] = new JsonArray(Told(span)) }),
        })]),
    };

    private static JsonObject Told(ReceivedSpan span)
    {
        var told = JsonNode.Parse(JsonFormatter.Default.Format(span.Span))!.AsObject();
        (told["traceId"], told["spanId"]) = (span.Id.Trace, span.Id.Span);
        if (!span.IsRoot) told["parentSpanId"] = span.Parent.Span;
        else told.Remove("parentSpanId");
        foreach (var link in told["links"]?.AsArray() ?? [])
        {
            foreach (var id in (string[])["traceId", "spanId"])
                link![id] = Convert.ToHexStringLower(Convert.FromBase64String((string)link[id]!));
        }

        return told;
    }
}
