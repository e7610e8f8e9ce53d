using System.Diagnostics;
using Federation.Contracts.Tracing;
using Federation.Grains.Tracing;
using Federation.Storage.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Cluster.Tests.Tracing;

/// <summary>What circles are asked besides deciding, and what they enter that is no round, as spans and events.</summary>
[Collection(nameof(SpanBook))]
public sealed class AskedTraceTests
{
    [Fact]
    public async Task Requests_besides_deciding_are_spans_and_entries_that_are_no_round_are_events()
    {
        using var book = new SpanBook();
        await using var cluster = await FederationCluster.StartAsync(1, silo => silo.Services.AddSingleton(
            _ => new SpanSources((_, _) => { }, new SpanSampling(Ratio: 1, Limited: false))));
        await cluster.Run(ScenarioCatalogue.Load("scenarios/everything.yaml"), "asked");
        var spans = book.Spans;

        foreach (var what in (string[])["consult", "entrust", "measure", "heed"])
            Assert.Contains(spans, span => span.OperationName == SpanNames.Asked + what);
        Assert.All(spans.Where(span => span.OperationName == SpanNames.Asked + "entrust"), span => Assert.Contains(
            spans, above => above.SpanId == span.ParentSpanId && above.TraceId == span.TraceId));
        Assert.All(spans.GroupBy(span => span.TraceId), page => Assert.Single(page, span => span.IsRoot()));
        foreach (var kind in (string[])["consulted", "domain_narrowed", "observed", "meeting_called"])
            Assert.Contains(spans, span => span.Events.Any(one => one.Name == $"logbook.{kind}"));
        var objections = spans.Where(span => span.OperationName == SpanNames.RaiseObjection).ToList();
        Assert.Contains(objections, Dismissed);
        Assert.Contains(objections, span => !Dismissed(span));
        Assert.All(objections, span => Assert.Equal(!Dismissed(span), span.GetTagItem(Tags.ObjectionParamount)));

        static bool Dismissed(Activity span) => span.Text(Tags.ObjectionState) == "dismissed";
    }
}
