using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Federation.Contracts.Tracing;
using Federation.EndToEnd.Tests.Runs;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>traces.jsonl of a run of three silos: OTLP's JSON, a line at a time.</summary>
[Collection("processes")]
public sealed partial class TraceFileTests : IDisposable
{
    private readonly TestRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task Sent_line_by_line_it_is_the_tree_of_the_run()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var run = await _runs.Run("filed", "run", "demo", "--silos", "3");
        var decision = run.Succeeded().Json.GetProperty("decisions")[0];
        var file = run.Json.GetProperty("traceFile").GetString()!;

        Assert.All(File.ReadLines(file), line => Assert.Empty(OtlpJson.Complaints(line)));
        await Replay(file, receiver);

        var spans = receiver.Spans.ToDictionary(span => span.Id);
        Assert.Equal(Written(file), spans.Keys.Order());
        Assert.All(spans.Values.GroupBy(span => span.Trace), page => Assert.Single(page, span => span.IsRoot));
        Assert.All(spans.Values.Where(span => !span.IsRoot), span => Assert.Contains(span.Parent, spans.Keys));
        Assert.All(spans.Values.SelectMany(span => span.Links), link => Assert.Contains(link, spans.Keys));
        Assert.Equal(
            1 + decision.GetProperty("circlesAsked").GetInt64(),
            spans.Values.Where(span => span.Name.StartsWith(SpanNames.Decide, StringComparison.Ordinal)
                    && span[Tags.DecisionTrace].Length == 0)
                .Select(span => span[Tags.Circle]).Distinct().LongCount());
        Assert.Equal(
            decision.GetProperty("objections").GetInt64(),
            spans.Values.LongCount(span => span.Name == SpanNames.RaiseObjection));
        Assert.Contains(spans.Values, span => span.Service == "console");
        Assert.All(JaegersLinks(), link => Assert.All(
            spans.Values.Where(span => span[link.Key].Length > 0), span => Assert.All(
                link.Needed, attribute => Assert.NotEmpty(span[attribute]))));
    }

    /// <summary>Jaeger fills a link from its own span only, and shows none where something is missing.</summary>
    private static IEnumerable<(string Key, IReadOnlyList<string> Needed)> JaegersLinks() => JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Deploying.ComposeFile.Checkout, "deploy", "jaeger", "ui.json"))).RootElement
        .GetProperty("linkPatterns").EnumerateArray()
        .Where(link => link.GetProperty("type").GetString() == "tags")
        .Select(link => (link.GetProperty("key").GetString()!, (IReadOnlyList<string>)[.. Parameter()
            .Matches(link.GetProperty("url").GetString()!).Select(one => one.Groups[1].Value)]));

    [GeneratedRegex(@"#\{([^}]+)\}")]
    private static partial Regex Parameter();

    [Fact]
    public async Task With_a_silo_killed_what_died_with_it_is_marked_and_the_tree_is_whole()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var run = await _runs.Run("killed", "run", "demo", "--silos", "3", "--kill", "2@60%");

        await Replay(run.Succeeded().Json.GetProperty("traceFile").GetString()!, receiver);

        var spans = receiver.Spans.ToDictionary(span => span.Id);
        Assert.All(spans.Values.Where(span => !span.IsRoot), span => Assert.Contains(span.Parent, spans.Keys));
        Assert.All(
            spans.Values.Where(span => span.Name == SpanNames.Lost), span => Assert.Equal("True", span[Tags.Lost]));
        Assert.All(
            spans.Values.SelectMany(span => span.Told("circle.asked_again", Tags.Circle)),
            circle => Assert.StartsWith("world", circle, StringComparison.Ordinal));
        Assert.Contains(spans.Values, span => span.Told("silo.lost", "").Any() || span.Told("circle.asked_again", Tags.Circle).Any());
    }

    [Fact]
    public async Task With_tracing_off_there_is_no_file_and_no_address()
    {
        var console = _runs.Start(
            "untraced", new Dictionary<string, string> { ["OTEL_TRACES_SAMPLER"] = "always_off" },
            ["run", "cohousing", "--silos", "1"]);
        var run = (await ConsoleRun.End(console)).Succeeded().Json;

        var explained = (await ConsoleRun.Of("explain", "1", "--run", _runs.Folder("untraced"))).Succeeded();

        Assert.Equal("", run.GetProperty("traceFile").GetString());
        Assert.Equal("", run.GetProperty("decisions")[0].GetProperty("traceId").GetString());
        Assert.Empty(Directory.GetFiles(_runs.Folder("untraced"), "traces*.jsonl", SearchOption.AllDirectories));
        Assert.DoesNotContain("Trace:", explained.Output, StringComparison.Ordinal);
    }

    private static async Task Replay(string file, OtlpReceiver receiver)
    {
        using var client = new HttpClient();
        foreach (var line in File.ReadLines(file))
        {
            using var body = new StringContent(line);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await client.PostAsync(new Uri($"{receiver.Http}/v1/traces"), body);
            answer.EnsureSuccessStatusCode();
        }
    }

    private static IEnumerable<(string, string)> Written(string file) => File.ReadLines(file)
        .SelectMany(line => JsonDocument.Parse(line).RootElement.GetProperty("resourceSpans").EnumerateArray())
        .SelectMany(resource => resource.GetProperty("scopeSpans").EnumerateArray())
        .SelectMany(scope => scope.GetProperty("spans").EnumerateArray())
        .Select(span => (span.GetProperty("traceId").GetString()!, span.GetProperty("spanId").GetString()!)).Order();
}
