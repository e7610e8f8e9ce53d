using System.Text.Json;
using Federation.Contracts.Tracing;
using Federation.EndToEnd.Tests.Runs;
using Federation.Governance.Circles;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>Three silo processes send their spans to a collector, over both of OTLP's transports.</summary>
[Collection("processes")]
public sealed class CollectorTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Levels = ["world", "region", "subregion", "country", "subdivision", "city", "neighbourhood"];

    private readonly TestRuns _runs = new();
    private OtlpReceiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await OtlpReceiver.StartAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task The_tree_arrives_whole_by_grpc()
    {
        var decision = await Run(_receiver.Grpc, "grpc");

        var spans = Whole();
        Assert.All(Decides(spans.Values).Where(span => !span.IsRoot), span =>
        {
            var above = spans[span.Parent];
            Assert.True(span.LiesWithin(above), $"{span[Tags.Circle]} lies within {above[Tags.Circle]} in time");
            Assert.InRange(Array.IndexOf(Levels, span.Service), Array.IndexOf(Levels, above.Service), Levels.Length);
        });
        MatchesTheRun(decision, spans.Values);
        Assert.Equal(
            ["console", "silo-1", "silo-2", "silo-3"], spans.Values.Select(span => span.Instance).Distinct().Order());
    }

    [Fact]
    public async Task In_a_life_with_reviews_elections_lazy_consent_and_a_mandate_every_trace_has_one_root()
    {
        await RunOf(
            TestRuns.Scenario("everything"), _receiver.Grpc, "grpc",
            "--set", "process.lazyDays=7", "--set", "process.lazyReads=0.1");

        var spans = Whole();
        foreach (var role in (string[])["delegate", "leader", "facilitator", "secretary"])
            Assert.Contains(spans.Values, span => span.Name == SpanNames.Elect + role);
        foreach (var moment in (string[])["logbook.silent_consent", "logbook.mandate_used"])
            Assert.Contains(spans.Values, span => span.Told(moment, "").Any());
        var again = spans.Values.Where(span => span.IsRoot && IsDecide(span) && span[Tags.FirstPage].Length > 0).ToList();
        Assert.Contains(again, root => root.Links.Any(link => spans[link].Name == SpanNames.Asked + "measure"));
        Assert.All(again, root => Assert.Contains(
            spans.Values, first => first.IsRoot && first.Trace == root[Tags.FirstPage]));
    }

    [Fact]
    public async Task With_a_silo_lost_only_its_own_spans_are_missing()
    {
        var decision = await Run(_receiver.Http, "http/protobuf", "--kill", "2@60%");

        var spans = _receiver.Spans.DistinctBy(span => span.Id).ToDictionary(span => span.Id);
        MatchesTheRun(decision, spans.Values);
        var deciding = Decides(spans.Values).Select(span => (span.Trace, span[Tags.Circle])).ToHashSet();
        var orphans = spans.Values.Where(span => !span.IsRoot && !spans.ContainsKey(span.Parent)).ToList();
        Assert.All(orphans.Where(IsDecide), span => Assert.Contains(
            (span.Trace, new CircleId(span[Tags.Circle]).Parent!.Value.Path), deciding));
    }

    [Fact]
    public async Task The_console_tells_what_it_waited_for_and_is_found_from_the_decision()
    {
        var decision = await Run(_receiver.Grpc, "grpc");

        var console = _receiver.Spans.Where(span => span.Service == "console").ToList();
        var run = Assert.Single(console, span => span.IsRoot);
        Assert.Equal("run demo", run.Name);
        Assert.Equal("console", run.Instance);
        Assert.Contains("wait: circles convene", console.Select(span => span.Name));
        Assert.All(console.Where(span => !span.IsRoot), span => Assert.Equal(run.Id, span.Parent));
        Assert.Contains(
            decision.GetProperty("traceId").GetString()!, run.Told("decision.settled", Tags.DecisionTrace));
        Assert.Equal(run.Trace, Assert.Single(
            _receiver.Spans, span => span.IsRoot && span.Trace == decision.GetProperty("traceId").GetString())[Tags.RunTrace]);
    }

    [Fact]
    public async Task Elections_are_linked_to_those_they_rest_on()
    {
        await Run(_receiver.Grpc, "grpc");

        var spans = _receiver.Spans.ToDictionary(span => span.Id);
        var leaders = spans.Values.Where(span => span.Name == SpanNames.Elect + "leader").ToList();
        Assert.NotEmpty(leaders);
        Assert.All(leaders, leader => Assert.Contains(leader.Links, link =>
            spans[link].Name == SpanNames.Elect + "delegate" && spans[link][Tags.Circle] == leader[Tags.Circle]));
        var delegates = spans.Values.Where(span => span.Name == SpanNames.Elect + "delegate" && span.Links.Any()).ToList();
        Assert.NotEmpty(delegates);
        Assert.All(delegates, elected => Assert.All(elected.Links, link =>
            Assert.Equal(elected[Tags.Circle], new CircleId(spans[link][Tags.Circle]).Parent!.Value.Path)));
    }

    private Task<JsonElement> Run(string endpoint, string protocol, params string[] more) =>
        RunOf("demo", endpoint, protocol, more);

    private async Task<JsonElement> RunOf(string scenario, string endpoint, string protocol, params string[] more)
    {
        var console = _runs.Start("traced", new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol,
            ["OTEL_TRACES_SAMPLER"] = "always_on",
        }, ["run", scenario, "--silos", "3", .. more]);
        var run = await ConsoleRun.End(console);
        Assert.NotEmpty(TestRuns.Seal(run));
        return run.Json.GetProperty("decisions")[0];
    }

    /// <summary>All that came, by id: every trace with one root, and nothing named that did not come.</summary>
    private Dictionary<(string Trace, string Span), ReceivedSpan> Whole()
    {
        var spans = _receiver.Spans.ToDictionary(span => span.Id);
        Assert.All(spans.Values.GroupBy(span => span.Trace), page => Assert.Single(page, span => span.IsRoot));
        Assert.All(spans.Values.Where(span => !span.IsRoot), span => Assert.Contains(span.Parent, spans.Keys));
        Assert.All(spans.Values.SelectMany(span => span.Links), link => Assert.Contains(link, spans.Keys));
        return spans;
    }

    /// <summary>The decision's first page is where the run says, and every circle asked decided once or more.</summary>
    private static void MatchesTheRun(JsonElement decision, IEnumerable<ReceivedSpan> spans)
    {
        var falling = Decides(spans).Where(span => span[Tags.DecisionTrace].Length == 0).ToList();
        Assert.Equal(
            1 + decision.GetProperty("circlesAsked").GetInt64(),
            falling.Select(span => span[Tags.Circle]).Distinct().LongCount());
        var first = falling.Where(span => span.Trace == decision.GetProperty("traceId").GetString());
        Assert.Contains(first, span => span.IsRoot && span[Tags.Circle] == decision.GetProperty("circle").GetString());
    }

    private static IEnumerable<ReceivedSpan> Decides(IEnumerable<ReceivedSpan> spans) => spans.Where(IsDecide);

    private static bool IsDecide(ReceivedSpan span) => span.Name.StartsWith(SpanNames.Decide, StringComparison.Ordinal);
}
