using System.Diagnostics;
using Federation.Contracts.Tracing;
using Federation.Grains.Tracing;
using Federation.Storage.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Cluster.Tests.Tracing;

/// <summary>What holds of every run's traces, over lives with reviews, elections, mandates, lazy consent,
/// matters that were parked and come back, and another rule.</summary>
[Collection(nameof(SpanBook))]
public sealed class ScenarioTraceTests
{
    private const string Everything = "scenarios/everything.yaml";
    private const string Run = "run";

    [Theory]
    [InlineData(Everything, "mandate_used")]
    [InlineData(Everything, "silent_consent", "process.lazyDays=7", "process.lazyReads=0.1")]
    [InlineData(Everything, "no_quorum", "process.absentees=waive", "process.quorum=0.9")]
    [InlineData("endenburg-1976", "shaped")]
    [InlineData("cohousing", "ruled_for", "rule=majority")]
    public async Task Every_trace_has_one_root_and_everything_named_is_there(
        string scenario, string told, params string[] settings)
    {
        var (spans, decisions) = await Traced(scenario, settings);

        var known = spans.ToDictionary(span => (span.TraceId, span.SpanId));
        Assert.All(spans.GroupBy(span => span.TraceId), page => Assert.Single(page, span => span.IsRoot()));
        Assert.All(decisions, decision => Assert.Single(
            spans, span => span.IsRoot() && span.TraceId.ToHexString() == TraceIds.Of(Run, decision)));
        Assert.All(spans.SelectMany(span => span.Links),
            link => Assert.Contains((link.Context.TraceId, link.Context.SpanId), known.Keys));
        Assert.All(spans.Where(span => !span.IsRoot()), span =>
        {
            var above = known[(span.TraceId, span.ParentSpanId)];
            Assert.True(span.StartTimeUtc >= above.StartTimeUtc, $"{span.OperationName} begins after {above.OperationName}");
            // An objection reaches the owner when the circle that raised it is done.
            if (span.OperationName != SpanNames.ReceiveObjection && above.OperationName != SpanNames.ReceiveObjection)
                Assert.True(span.End() <= above.End(), $"{span.OperationName} ends before {above.OperationName}");
        });
        foreach (var role in (string[])["delegate", "leader", "facilitator", "secretary"])
            Assert.Contains(spans, span => span.OperationName == SpanNames.Elect + role);
        Assert.Contains(spans, span => span.Events.Any(one => one.Name == $"logbook.{told}"));
    }

    [Theory]
    [InlineData("asked to measure")]
    [InlineData("parked", "process.absentees=waive", "process.quorum=0.9")]
    public async Task What_is_told_after_a_matter_was_settled_leads_back_to_its_first_page(
        string because, params string[] settings)
    {
        var (spans, _) = await Traced(Everything, settings);
        var known = spans.ToDictionary(span => (span.TraceId, span.SpanId));

        var again = spans.Where(span => span.IsRoot() && span.Kind == ActivityKind.Server && span.Decides()
            && span.Text(Tags.FirstPage).Length > 0).ToList();
        Assert.NotEmpty(again);
        Assert.Contains(again, root => Behind(root).Any(span =>
            span.OperationName == because || span.Text(Tags.Outcome) == because));
        Assert.All(again, root => Assert.Contains(Behind(root), span =>
            span.TraceId.ToHexString() == root.Text(Tags.FirstPage)
            && root.Text(Tags.FirstPage) == TraceIds.Of(Run, (int)span.GetTagItem(Tags.Decision)!)));

        IEnumerable<Activity> Behind(Activity span) => span.Links
            .Select(link => known[(link.Context.TraceId, link.Context.SpanId)])
            .SelectMany(before => Behind(before).Prepend(before));
    }

    private static async Task<(IReadOnlyList<Activity> Spans, IEnumerable<int> Decisions)> Traced(
        string scenario, string[] settings)
    {
        using var book = new SpanBook();
        await using var cluster = await FederationCluster.StartAsync(1, silo => silo.Services.AddSingleton(
            _ => new SpanSources((_, _) => { }, new SpanSampling(Ratio: 1, Limited: false))));
        var outcome = await cluster.Run(ScenarioCatalogue.Load(scenario, settings), Run);
        return (book.Spans, outcome.Decisions.Select(decision => decision.Id));
    }
}
