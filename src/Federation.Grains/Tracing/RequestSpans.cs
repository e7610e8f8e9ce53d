using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Contracts.Circles;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Grains.Waves;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Tracing;

/// <summary>Entries that one step of the wave added, and when.</summary>
/// <param name="Circle">The circle after the step.</param>
/// <param name="Heard">How many of <see cref="RequestSpans.Below"/> had come by then.</param>
internal sealed record Held(
    ImmutableArray<Entry> Entries, Circle Circle, DateTimeOffset From, DateTimeOffset To, int Heard)
{
    /// <summary>Where a part of its time begins, of so many equal ones; never past its end.</summary>
    public DateTimeOffset Share(int part, int parts) => From.AddTicks((To - From).Ticks * part / parts);
}

/// <summary>Watches a circle serve one request, and tells of it in spans once it is stored.</summary>
/// <remarks>
/// It sees what the wave does and never touches it: no answer, state or seal depends on it. A reply
/// that was kept from before takes no step, so asking again adds no spans.
/// </remarks>
internal abstract class RequestSpans(CircleTrace circle, Request request, string trace)
{
    private readonly List<Held> _held = [];
    private readonly List<RaisedAt> _below = [];
    private int _seen;

    protected CircleTrace Circle => circle;
    protected Request Request => request;
    protected string Trace => trace;
    protected DateTimeOffset Began { get; private set; }

    /// <summary>What the steps added, oldest first.</summary>
    protected IReadOnlyList<Held> Steps => _held;

    /// <summary>What children passed on, with where it can be found.</summary>
    protected List<RaisedAt> Below => _below;

    /// <summary>For the asker: where what this circle passes on can be found; null for nothing. An answer that is
    /// given again, because the first was lost with a silo, says it again.</summary>
    public RaisedAt[]? Raised
    {
        get => field ?? circle.PassedOn.GetValueOrDefault(Asked);
        protected set
        {
            field = value;
            if (value is not null) circle.PassedOn[Asked] = value;
        }
    }

    private (Kind Kind, int Cycle, int Decision, int Version) Asked =>
        (request.Kind, request.Cycle, request.Decision, request.Version);

    /// <summary>One step of the wave, timed.</summary>
    public Step Take(Wave wave, Event happened)
    {
        var from = circle.Tracer.Now;
        if (Began == default) Began = from;
        var step = wave.Take(happened, circle.Here);
        if (step.Wave.Activity is { Work: var work } activity && work.Entries.Length > _seen)
        {
            _held.Add(new Held(
                work.Entries[_seen..], activity.Finished ?? work.Circle, from, circle.Tracer.Now, _below.Count));
            _seen = work.Entries.Length;
        }

        return step;
    }

    /// <summary>Asks a child, telling it where this circle's span is.</summary>
    public virtual Task<Told> Ask(Asker asker, string key, Errand.Ask ask) =>
        asker.Ask(key, ask.Request, trace);

    public void Heard(Told told)
    {
        if (told.Raised is { } raised) _below.AddRange(raised);
    }

    /// <summary>The circle is stored: now it can be told.</summary>
    public abstract void Stored(Answer answer);

    /// <summary>The request ends without an answer.</summary>
    public virtual void Failed(string error) { }

    /// <summary>To what was told last of a matter that was settled here before; none where this silo does not
    /// know.</summary>
    protected IEnumerable<ActivityLink> ToldBefore(int decision) =>
        Circle.Told.TryGetValue(decision, out var told) ? [new ActivityLink(told)] : [];

    protected static ActivityLink? LinkTo(string traceparent) =>
        Contracts.Tracing.Traceparent.Span(traceparent) is { } context ? new ActivityLink(context) : null;
}
