using System.Collections.Concurrent;
using Federation.EndToEnd.Tests.Tracing.Otlp;
using Grpc.Core;

namespace Federation.EndToEnd.Tests.Tracing;

/// <summary>What a collector was sent.</summary>
internal sealed class Inbox
{
    private readonly ConcurrentDictionary<(string Silo, string Figure), ReceivedFigure> _figures = new();

    public ConcurrentQueue<ReceivedSpan> Spans { get; } = new();

    public ConcurrentQueue<ReceivedLine> Lines { get; } = new();

    /// <summary>Figures are cumulative: the last sending counts.</summary>
    public IReadOnlyList<ReceivedFigure> LastFigures() => [.. _figures.Values];

    public void Take(Sent sent)
    {
        foreach (var resource in sent.ResourceSpans)
            foreach (var span in resource.ScopeSpans.SelectMany(scope => scope.Spans))
                Spans.Enqueue(new ReceivedSpan(resource.Resource, span));
    }

    public void Take(SentFigures sent)
    {
        foreach (var resource in sent.ResourceMetrics)
        {
            foreach (var figure in resource.ScopeMetrics.SelectMany(scope => scope.Metrics))
            {
                var received = new ReceivedFigure(resource.Resource, figure);
                _figures[(received.Instance, received.Name)] = received;
            }
        }
    }

    public void Take(SentLines sent)
    {
        foreach (var resource in sent.ResourceLogs)
            foreach (var line in resource.ScopeLogs.SelectMany(scope => scope.LogRecords))
                Lines.Enqueue(new ReceivedLine(resource.Resource, line));
    }
}

/// <summary>Answers gRPC's Export, for spans, figures and log lines.</summary>
internal sealed class SpanService(Inbox inbox) : TraceService.TraceServiceBase
{
    public override Task<Taken> Export(Sent request, ServerCallContext context)
    {
        inbox.Take(request);
        return Task.FromResult(new Taken());
    }
}

internal sealed class FigureService(Inbox inbox) : MetricsService.MetricsServiceBase
{
    public override Task<Taken> Export(SentFigures request, ServerCallContext context)
    {
        inbox.Take(request);
        return Task.FromResult(new Taken());
    }
}

internal sealed class LineService(Inbox inbox) : LogsService.LogsServiceBase
{
    public override Task<Taken> Export(SentLines request, ServerCallContext context)
    {
        inbox.Take(request);
        return Task.FromResult(new Taken());
    }
}
