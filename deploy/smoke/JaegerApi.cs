using System.Net;
using System.Text.Json;

namespace Federation.Smoke;

/// <summary>A span as Jaeger tells it.</summary>
internal sealed record ToldSpan(
    string Service, string Name, string Id, string Parent, IReadOnlyDictionary<string, string> Attributes);

/// <summary>Jaeger's query interface, version 3: OTLP in JSON.</summary>
internal sealed class JaegerApi(HttpClient client)
{
    public async Task<IReadOnlySet<string>> Services()
    {
        using var told = await Ask("api/v3/services");
        return told!.RootElement.GetProperty("services").EnumerateArray()
            .Select(service => service.GetString()!).ToHashSet();
    }

    /// <summary>The spans of a trace; none when Jaeger does not know it.</summary>
    public async Task<IReadOnlyList<ToldSpan>> Trace(string id)
    {
        using var told = await Ask($"api/v3/traces/{id}");
        return told is null ? [] : [.. Spans(told.RootElement.GetProperty("result"))];
    }

    private static IEnumerable<ToldSpan> Spans(JsonElement traces)
    {
        foreach (var resource in traces.GetProperty("resourceSpans").EnumerateArray())
        {
            var service = Attributes(resource.GetProperty("resource")).GetValueOrDefault("service.name", "");
            foreach (var scope in resource.GetProperty("scopeSpans").EnumerateArray())
                foreach (var span in scope.GetProperty("spans").EnumerateArray())
                    yield return new ToldSpan(
                        service, Text(span, "name"), Text(span, "spanId"), Text(span, "parentSpanId"),
                        Attributes(span));
        }
    }

    private static Dictionary<string, string> Attributes(JsonElement owner) =>
        owner.TryGetProperty("attributes", out var attributes)
            ? attributes.EnumerateArray().ToDictionary(
                one => one.GetProperty("key").GetString()!,
                one => one.GetProperty("value").EnumerateObject().Select(value => value.Value.ToString())
                    .FirstOrDefault(""))
            : [];

    private static string Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var text) ? text.GetString()! : "";

    private async Task<JsonDocument?> Ask(string page)
    {
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        answer.EnsureSuccessStatusCode();
        return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
    }
}
