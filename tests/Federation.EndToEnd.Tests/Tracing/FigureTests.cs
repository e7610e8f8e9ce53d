using System.Text.Json;
using Federation.Cli.Clusters;
using Federation.Contracts.Tracing;
using Federation.EndToEnd.Tests.Runs;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>Figures and log lines of three silo processes, as a collector gets them.</summary>
[Collection("processes")]
public sealed class FigureTests : IDisposable
{
    private readonly TestRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task Figures_are_those_of_the_run()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var run = await Run(receiver);
        var decision = run.GetProperty("decisions")[0];

        Assert.Equal(
            [
                ("circle.active", "{circle}"), ("circle.asked_again", "{request}"), ("decision.count", "{decision}"),
                ("decision.duration", "s"), ("decision.rounds", "{round}"), ("objection.count", "{objection}"),
                ("span.dropped", "{span}"), ("spread.circles", "{circle}"), ("spread.lag", "s"),
            ],
            receiver.Figures.Select(figure => (figure.Name, figure.Unit)).Distinct().Order());
        Assert.Equal(1, Total("decision.count", "outcome", "adopted"));
        Assert.Equal(decision.GetProperty("objections").GetInt64(), Total("objection.count"));
        Assert.Equal(
            receiver.Spans.Count(span => span.Name.StartsWith(SpanNames.Decide, StringComparison.Ordinal)
                && span[Tags.DecisionTrace].Length == 0 && span[Tags.RunTrace].Length == 0),
            Total("spread.lag"));
        Assert.Equal(decision.GetProperty("circlesAsked").GetInt64(), Sum("spread.circles"));
        Assert.Equal(run.GetProperty("askedAgain").GetInt64(), Total("circle.asked_again"));
        Assert.Equal((1, 0), (Total("decision.duration"), Total("span.dropped")));
        Assert.All(receiver.Figures, figure =>
            Assert.Empty(figure.Attributes.Except(["level", "silo", "outcome", "state"])));

        double Total(string name, string attribute = "", string value = "") =>
            receiver.Figures.Where(figure => figure.Name == name).Sum(figure => figure.Total(attribute, value));
        double Sum(string name) =>
            receiver.Figures.Where(figure => figure.Name == name).Sum(figure => figure.Recorded);
    }

    [Fact]
    public async Task A_settled_decision_is_found_from_its_figure_and_from_its_log_line()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var run = await Run(receiver, ("FEDERATION_JAEGER", "http://jaeger.example:16686"));
        var trace = run.GetProperty("decisions")[0].GetProperty("traceId").GetString()!;

        Assert.Contains(trace, receiver.Figures.Where(figure => figure.Name == "decision.duration")
            .SelectMany(figure => figure.Exemplars));
        Assert.Contains(receiver.Lines, line =>
            line.Trace == trace && line.Body.Contains($"http://jaeger.example:16686/trace/{trace}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_are_the_same_when_nothing_is_traced()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var run = await Run(receiver, ("OTEL_TRACES_EXPORTER", "none"));

        Assert.Empty(receiver.Spans);
        Assert.Equal(
            run.GetProperty("decisions")[0].GetProperty("circlesAsked").GetInt64(),
            receiver.Figures.Where(figure => figure.Name == "spread.circles").Sum(figure => figure.Recorded));
    }

    [Fact]
    public async Task Prometheus_can_fetch_them_from_the_silo_with_the_traces_they_were_seen_in()
    {
        var folder = Directory.CreateTempSubdirectory("federation-figures-");
        var store = $"sqlite:{Path.Combine(folder.FullName, "store.db")}";
        var metrics = Deploying.Ports.Free();
        using var silo = ConsoleRun.Start("silo/federation-silo.dll", new Dictionary<string, string>(Deploying.Ports.OfSilo())
        {
            ["FEDERATION_STORE"] = store, ["FEDERATION_STATUS_FILE"] = Path.Combine(folder.FullName, "status.json"),
            ["FEDERATION_TRACE_FOLDER"] = folder.FullName,
            ["OTEL_METRICS_EXPORTER"] = "prometheus", ["OTEL_EXPORTER_PROMETHEUS_PORT"] = $"{metrics}",
        }, []);
        try
        {
            var run = (await _runs.Run("fetched", "run", "cohousing", "--cluster", store)).Succeeded().Json;
            var traces = run.GetProperty("decisions").EnumerateArray()
                .Select(one => one.GetProperty("traceId").GetString()!).ToList();
            using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{metrics}") };
            var plain = await client.GetStringAsync("metrics");
            client.DefaultRequestHeaders.Add("Accept", "application/openmetrics-text; version=1.0.0");
            using var answer = await client.GetAsync("metrics");
            var told = await answer.Content.ReadAsStringAsync();

            Assert.Contains("decision_count", plain, StringComparison.Ordinal);
            Assert.DoesNotContain("trace_id", plain, StringComparison.Ordinal);
            Assert.Equal("application/openmetrics-text", answer.Content.Headers.ContentType!.MediaType);
            var seen = told.Split('\n').Where(line => line.StartsWith("decision_duration_seconds_bucket", StringComparison.Ordinal)
                && line.Contains("# {", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(seen);
            Assert.All(seen, line => Assert.Contains(
                traces, trace => line.Contains($"trace_id=\"{trace}\"", StringComparison.Ordinal)));
            Assert.Contains("spread_lag_seconds_bucket{otel_scope_name=\"Federation\",level=\"work\",le=\"0.005\"}", told, StringComparison.Ordinal);
        }
        finally
        {
            ProcessIdentity.Of(silo).AskToStop();
            (await ConsoleRun.End(silo)).Succeeded();
            folder.Delete(recursive: true);
        }
    }

    private async Task<JsonElement> Run(OtlpReceiver receiver, params (string Name, string Value)[] more)
    {
        var environment = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Grpc, ["OTEL_TRACES_SAMPLER"] = "always_on",
        };
        foreach (var (name, value) in more) environment[name] = value;
        var run = await ConsoleRun.End(_runs.Start("figures", environment, ["run", "demo", "--silos", "3"]));
        Assert.NotEmpty(TestRuns.Seal(run));
        return run.Json;
    }
}
