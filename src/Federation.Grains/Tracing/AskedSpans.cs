using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Contracts.Circles;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Grains.Waves;
using Activity = System.Diagnostics.Activity;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Tracing;

/// <summary>A circle asked for something besides deciding: its say on a domain or on what touches it, a
/// domain to take up, requests to hear, an agreement to look at again, a count under another rule.</summary>
/// <remarks>
/// Inside the asker's span where that has one, else a small trace of its own, named by what is asked. Of a
/// look at an agreement and of a count only the owner's part is told: everybody below answers it, and most
/// say nothing.
/// </remarks>
internal sealed class AskedSpans(CircleTrace circle, Request request, string trace)
    : RequestSpans(circle, request, trace)
{
    private Activity? _span;

    private string What => Request.Kind.ToString().ToLowerInvariant();

    private int Decision => Request.Asking switch
    {
        Asking.Consult { Matters: [var first, ..] } => first.Id,
        Asking.Heed { Matters: [var first, ..] } => first.Id,
        _ => Request.Decision,
    };

    public override Task<Told> Ask(Asker asker, string key, Errand.Ask ask) =>
        Request.Kind is not (Kind.Measure or Kind.Rule) && Span() is { } span
            ? asker.Ask(key, ask.Request, span.Id, span)
            : asker.Ask(key, ask.Request, Traceparent.NotKept(Trace));

    public override void Stored(Answer answer)
    {
        if (Span() is not { } span) return;
        foreach (var held in Steps)
            foreach (var matter in held.Entries.Where(entry => entry.Decision > 0).GroupBy(entry => entry.Decision))
            {
                ImmutableArray<Entry> entries = [.. matter];
                LogbookEvents.Tell(Circle, span, entries, held.From);
                MeetingSpans.Write(Circle, span.Context, held, entries);
            }

        if (answer.Reply is Reply.Looked looked)
            span.SetTag(Tags.Outcome, looked.Verdict.ToString().ToLowerInvariant());
        if (Circle.Told.ContainsKey(Decision)) Circle.Told[Decision] = span.Context;
        CircleSpan.End(span, Circle.Tracer.Now);
    }

    private Activity? Span()
    {
        if (_span is not null || !Traceparent.IsKept(Trace)) return _span;
        var name = SpanNames.Asked + What;
        _span = Traceparent.Span(Trace) is { } parent
            ? Circle.Spans.Inside(parent, name, ActivityKind.Server, Decision, Began)
            : Circle.Tracer.KeepsFirstPage()
                ? Circle.Spans.Root(
                    TraceIds.OfAsked(Circle.Run.Run, Decision, Circle.Here.Id, What, Request.Cycle, Request.Version),
                    name, ActivityKind.Server, Decision, Began, ToldBefore(Decision))
                : null;
        return _span?.Named(Circle).SetTag(Tags.Run, Circle.Run.Run)
            .SetTag(Tags.Version, Request.Version)
            .SetTag(Tags.DecisionTrace, TraceIds.Of(Circle.Run.Run, Decision));
    }
}
