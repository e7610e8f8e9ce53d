using Federation.Contracts.Circles;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Federation.Grains.Tracing;
using Federation.Storage.Scenarios;
using Microsoft.Extensions.DependencyInjection;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Cluster.Tests.Tracing;

/// <summary>Every answer on the way down is lost once, as with a silo, and the circle asked again.</summary>
[Collection(nameof(SpanBook))]
public sealed class AskedTwiceTests
{
    private static readonly AsyncLocal<bool> Again = new();

    [Fact]
    public async Task An_objection_that_comes_with_an_answer_given_again_is_still_linked_to_where_it_was_raised()
    {
        using var book = new SpanBook();
        await using var cluster = await FederationCluster.StartAsync(1, silo =>
        {
            silo.AddOutgoingGrainCallFilter(LoseTheFirstAnswer);
            silo.Services.AddSingleton(
                _ => new SpanSources((_, _) => { }, new SpanSampling(Ratio: 1, Limited: false)));
        });
        await cluster.Run(ScenarioCatalogue.Load("demo"), "twice");

        var spans = book.Spans.ToDictionary(span => (span.TraceId, span.SpanId));
        var received = spans.Values.Where(span => span.OperationName == SpanNames.ReceiveObjection).ToList();
        Assert.NotEmpty(received);
        Assert.All(received, span =>
        {
            var link = Assert.Single(span.Links).Context;
            Assert.Equal(SpanNames.RaiseObjection, spans[(link.TraceId, link.SpanId)].OperationName);
        });
    }

    private static async Task LoseTheFirstAnswer(IOutgoingGrainCallContext call)
    {
        await call.Invoke();
        if (Again.Value || call is not { Grain: ICircleGrain circle, InterfaceMethod.Name: nameof(ICircleGrain.Ask) }) return;
        if (call.Request.GetArgument(0) is not Request { Kind: Kind.Consider } asked) return;
        Again.Value = true;
        call.Result = await circle.Ask(asked, (string?)call.Request.GetArgument(1));
        Again.Value = false;
    }
}
