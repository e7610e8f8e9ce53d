using Federation.Contracts.Circles;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Activity = System.Diagnostics.Activity;
using ActivityContext = System.Diagnostics.ActivityContext;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Tracing;

internal static class CircleNaming
{
    /// <summary>Says whose span it is: the circle's name, and its level, by which Jaeger can be searched for
    /// it.</summary>
    public static Activity Named(this Activity span, CircleTrace circle) => span
        .SetTag(Tags.CircleName, circle.Spans.Planned.Name)
        .SetTag(Tags.Level, TracedRun.LevelOf(circle.Spans.Planned));
}

/// <summary>What a circle's activation knows of its traces between two requests.</summary>
internal sealed class CircleTrace(Tracer tracer, TracedRun run, Surroundings here, CircleSpan spans)
{
    public Tracer Tracer => tracer;
    public TracedRun Run => run;
    public Surroundings Here => here;
    public CircleSpan Spans => spans;

    /// <summary>Decisions this circle agreed on that wait to be carried down: their span spans both.</summary>
    public Dictionary<int, Activity> Agreed { get; } = [];

    /// <summary>What was told last of a decision settled here, for what is told of it later to link to.</summary>
    public Dictionary<int, ActivityContext> Told { get; } = [];

    /// <summary>Where what went up with an answer can be found, by the request that was answered.</summary>
    public Dictionary<(Kind Kind, int Cycle, int Decision, int Version), RaisedAt[]> PassedOn { get; } = [];

    /// <summary>The last election of a delegate here; null where none was kept.</summary>
    public ActivityContext? Elected { get; set; }

    /// <summary>The spans of one request; null for a kind that is not traced.</summary>
    public RequestSpans? Begin(Request request, string trace) => request.Asking switch
    {
        Asking.Spread or Asking.Consider => new FallingSpans(this, request, trace),
        Asking.Convene or Asking.Route => new RisingSpans(this, request, trace),
        Asking.Consult or Asking.Entrust or Asking.Heed or Asking.Hear or Asking.Measure
            or Asking.Rule =>
            new AskedSpans(this, request, trace),
        Asking.Found or Asking.Lead => new ElectionSpans(this, request, trace),
        _ => null,
    };
}
