using System.Collections.Concurrent;
using System.Diagnostics;
using Federation.Contracts.Tracing;
using Federation.Grains.Tracing;

namespace Federation.Cluster.Tests.Tracing;

/// <summary>Every span that ends while it listens: what an exporter would get.</summary>
internal sealed class SpanBook : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public SpanBook()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith(SpanSources.Prefix, StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Spans => [.. _ended];

    public void Dispose() => _listener.Dispose();
}

internal static class SpanReading
{
    public static string Text(this Activity span, string tag) => span.GetTagItem(tag)?.ToString() ?? "";

    public static string Said(this ActivityEvent told, string tag) =>
        told.Tags.FirstOrDefault(one => one.Key == tag).Value?.ToString() ?? "";

    public static bool IsRoot(this Activity span) => span.ParentSpanId == default;

    public static bool Decides(this Activity span) =>
        span.OperationName.StartsWith(SpanNames.Decide, StringComparison.Ordinal);

    public static DateTime End(this Activity span) => span.StartTimeUtc + span.Duration;
}
