using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Contracts.Circles;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Activity = System.Diagnostics.Activity;

namespace Federation.Grains.Tracing;

/// <summary>Objections that travel up: where they are goes beside the answers that carry them.</summary>
internal static class Receiving
{
    /// <summary>Objections from below reach the owner: each shown where it came from if that is on
    /// this page, and linked to it. Returns the span its meeting on them belongs to.</summary>
    public static ActivityContext Write(
        CircleTrace circle, ActivityContext decide, Held held, ImmutableArray<Entry> heard,
        IReadOnlyList<RaisedAt> below)
    {
        var reviews = held.Circle.Links.Select(link => link.Considered).OfType<Reply.Considered>()
            .SelectMany(one => one.Reviews).ToList();
        ActivityContext? first = null;
        foreach (var entry in heard)
        {
            var at = reviews.FindIndex(review => review.Wanted == entry.To);
            if (at < 0) continue;
            var from = reviews[at].Circle.Path;
            reviews.RemoveAt(at);
            var raised = below.Take(held.Heard)
                .LastOrDefault(one => one.Decision == entry.Decision && one.Circle == from);
            if (Receive(circle, decide, held, entry.Decision, raised) is not { } span) continue;
            span.SetTag(Tags.ObjectionFrom, from);
            first ??= span.Context;
            CircleSpan.End(span, held.To);
        }

        return first ?? decide;
    }

    /// <summary>For the asker: of the review requests an answer carries up, where those known here are.</summary>
    /// <param name="own">This circle's span, if it is kept; <paramref name="objection"/> its last one.</param>
    public static RaisedAt[]? PassedOn(
        CircleTrace circle, Answer answer, IReadOnlyList<RaisedAt> below, Activity? own,
        ActivityContext? objection)
    {
        if (answer.Reply is not Reply.Considered { Reviews: { IsEmpty: false } reviews }) return null;
        var here = circle.Here.Id;
        var raised = below.Where(one => reviews.Any(review => review.Circle.Path == one.Circle)).ToList();
        if (own is not null && objection is { } raise && reviews.Any(review => review.Circle == here))
            raised.Add(new RaisedAt((int)own.GetTagItem(Tags.Decision)!, here.Path, own.Id!, Line(raise)));
        return raised.Count > 0 ? [.. raised] : null;
    }

    public static string Line(ActivityContext span) =>
        Traceparent.Of(span.TraceId.ToHexString(), span.SpanId.ToHexString(), kept: true);

    private static Activity? Receive(
        CircleTrace circle, ActivityContext decide, Held held, int decision, RaisedAt? raised)
    {
        var below = raised is null ? null : Traceparent.Span(raised.Decide);
        var link = raised is null ? null : Traceparent.Span(raised.Raise);
        return circle.Spans.Inside(
            below?.TraceId == decide.TraceId ? below.Value : decide, SpanNames.ReceiveObjection,
            ActivityKind.Server, decision, held.From,
            link is { } objection ? [new ActivityLink(objection)] : null);
    }
}
