using System.Diagnostics;
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

    public static void Note(
        CircleTrace circle, Activity span, string name, DateTimeOffset at, string said)
    {
        span.AddEvent(new ActivityEvent(name, at));
        if (!circle.Tracer.Log.IsEnabled(LogLevel.Debug)) return;
        circle.Tracer.Log.LogDebug(
            "{Circle}: {Name} ({Said}), trace {TraceId} span {SpanId}",
            circle.Here.Id.Path, name, said, span.TraceId, span.SpanId);
    }

    /// <summary>A decision is settled: its trace's address.</summary>
    public static void Settled(CircleTrace circle, Activity root, int decision, string outcome) =>
        circle.Tracer.Log.LogInformation(
            "Run {Run}: decision {Decision} {Outcome} by {Circle}, trace {TraceId}",
            circle.Run.Run, decision, outcome, circle.Here.Id.Path, root.TraceId);
}
