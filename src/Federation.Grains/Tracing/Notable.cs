using System.Diagnostics;
using Federation.Contracts.Tracing;
using Microsoft.Extensions.Logging;

namespace Federation.Grains.Tracing;

/// <summary>Moments worth reading: an event of a span and a line of the log, always both.</summary>
internal static class Notable
{
    public const string Proposed = "decision.proposed";
    public const string Adopted = "decision.adopted";
    public const string Blocked = "decision.blocked";
    public const string Raised = "objection.raised";
    public const string Amended = "proposal.amended";

    /// <remarks>Jaeger lists the events of a whole trace without their spans, so each says what it tells of.</remarks>
    /// <param name="day">The simulated day.</param>
    public static void Note(
        CircleTrace circle, Activity span, string name, DateTimeOffset at, string said, int day)
    {
        var tags = new ActivityTagsCollection();
        if (said.Length > 0) tags[Tags.Said] = said;
        tags[Tags.Day] = day;
        tags[Tags.CircleName] = circle.Spans.Planned.Name;
        span.AddEvent(new ActivityEvent(name, at, tags));
        if (!circle.Tracer.Log.IsEnabled(LogLevel.Debug)) return;
        Within(span, () => circle.Tracer.Log.LogDebug(
            "{Circle}: {Name} ({Said})", circle.Here.Id.Path, name, said));
    }

    /// <summary>A decision is settled: its trace's address, in a line that belongs to its trace.</summary>
    public static void Settled(CircleTrace circle, Activity root, int decision, string outcome) => Within(
        root, () => circle.Tracer.Log.LogInformation(
            "Run {Run}: decision {Decision} {Outcome} by {Circle}, trace {Trace}",
            circle.Run.Run, decision, outcome, circle.Here.Id.Path,
            circle.Tracer.Addresses.Of(root.TraceId.ToHexString())));

    /// <summary>Logs or counts as something that belongs to a span; it must not have ended.</summary>
    public static void Within(Activity? span, Action act)
    {
        var before = Activity.Current;
        Activity.Current = span;
        try
        {
            act();
        }
        finally
        {
            Activity.Current = before;
        }
    }
}
