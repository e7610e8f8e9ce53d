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
