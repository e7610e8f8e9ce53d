using Federation.Contracts.Tracing;
using Federation.Grains.Tracing;
using Federation.Storage.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Cluster.Tests.Tracing;

[Collection(nameof(SpanBook))]
public sealed class SampledTraceTests
{
    // People differ so much that a neighbourhood asks for a review.
    private static readonly string[] Divided =
        ["process.shaping=0.4", "people.toleranceLow=0.15", "people.toleranceHigh=0.40"];

    [Fact]
    public async Task Of_pages_not_kept_only_objections_are_and_every_link_still_leads_to_a_span()
    {
        using var book = new SpanBook();
        await using var cluster = await FederationCluster.StartAsync(1, silo => silo.Services.AddSingleton(
            _ => new SpanSources((_, _) => { }, new SpanSampling(Ratio: 0, Limited: false))));
        await cluster.Run(ScenarioCatalogue.Load("country", Divided), "sampled");

        var spans = book.Spans;
        var known = spans.Select(span => (span.TraceId, span.SpanId)).ToHashSet();
        var first = Assert.Single(spans, span =>
            span.IsRoot() && span.TraceId.ToHexString() == TraceIds.Of("sampled", 1));
        var late = spans.Where(span => span.IsRoot() && span.Kind == System.Diagnostics.ActivityKind.Consumer);
        Assert.Equal("adopted", first.Text(Tags.Outcome));
        Assert.NotEmpty(late);
        Assert.All(late, span => Assert.Contains(spans, up =>
            up.TraceId == span.TraceId && up.OperationName == SpanNames.ReferUpward));
        Assert.All(
            spans.Where(span => span.OperationName == SpanNames.HandOver),
            span => Assert.Null(span.GetTagItem(Tags.ChildTrace)));
        Assert.All(spans.SelectMany(span => span.Links),
            link => Assert.Contains((link.Context.TraceId, link.Context.SpanId), known));
        Assert.All(spans.GroupBy(span => span.TraceId), page => Assert.Single(page, span => span.IsRoot()));
    }

    [Fact]
    public async Task Nothing_is_traced_unless_somebody_asked_for_it()
    {
        using var book = new SpanBook();
        await using var cluster = await FederationCluster.StartAsync(1);
        await cluster.Run(ScenarioCatalogue.Load("cohousing"), "silent");

        Assert.Empty(book.Spans);
    }
}

/// <summary>Tests that listen to spans run one after the other: a listener hears the whole process.</summary>
[CollectionDefinition(nameof(SpanBook))]
public sealed class OneListener;
