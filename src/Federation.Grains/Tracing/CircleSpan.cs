using System.Diagnostics;
using Federation.Contracts.Tracing;
using Federation.Society.Places;

namespace Federation.Grains.Tracing;

/// <summary>Makes spans of one circle. Every time is given, so a span can tell of what is over.</summary>
/// <remarks>A span that is begun and never ended is never exported: so a failed attempt leaves none.</remarks>
internal sealed class CircleSpan(ActivitySource source, PlannedCircle planned)
{
    public PlannedCircle Planned => planned;

    /// <summary>A span inside another one's trace.</summary>
    public Activity? Inside(
        ActivityContext parent, string name, ActivityKind kind, int decision, DateTimeOffset from,
        IEnumerable<ActivityLink>? links = null)
    {
        var before = Activity.Current;
        try
        {
            return Tagged(source.StartActivity(name, kind, parent, null, links, from), decision);
        }
        finally
        {
            Activity.Current = before;
        }
    }

    /// <summary>The first span of a trace whose id is known beforehand.</summary>
    public Activity? Root(
        string traceId, string name, ActivityKind kind, int decision, DateTimeOffset from,
        IEnumerable<ActivityLink>? links = null)
    {
        var before = Activity.Current;
        Activity.Current = null;
        try
        {
            using var _ = NextTraceId.Is(traceId);
            return Tagged(source.StartActivity(name, kind, default(ActivityContext), null, links, from), decision);
        }
        finally
        {
            Activity.Current = before;
        }
    }

    public static void End(Activity span, DateTimeOffset at)
    {
        var before = Activity.Current;
        span.SetEndTime(at.UtcDateTime);
        span.Stop();
        Activity.Current = before;
    }

    private Activity? Tagged(Activity? span, int decision) => span?
        .SetTag(Tags.Decision, decision)
        .SetTag(Tags.Circle, planned.Id.Path)
        .SetTag(Tags.Depth, planned.Depth);
}

/// <summary>Lets a root span begin a trace of a given id; all other traces of the process are drawn.</summary>
internal static class NextTraceId
{
    [ThreadStatic]
    private static string? t_next;

    static NextTraceId() => Activity.TraceIdGenerator = () => t_next is { } id
        ? ActivityTraceId.CreateFromString(id)
        : ActivityTraceId.CreateRandom();

    /// <summary>Until it is disposed, on this thread.</summary>
    public static Given Is(string traceId)
    {
        t_next = traceId;
        return default;
    }

    public readonly struct Given : IDisposable
    {
        public void Dispose() => t_next = null;
    }
}
