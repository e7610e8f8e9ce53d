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

/// <summary>A decision on its way down through one circle: the staircase of the trace.</summary>
/// <remarks>
/// The owner's span was begun when it agreed; a circle with much below it begins a page; all others
/// are inside their parent's span.
/// </remarks>
internal sealed class FallingSpans : RequestSpans
{
    private readonly bool _isOwner;
    private readonly int _again;
    private readonly string _page;
    private readonly bool _beginsPage;
    private readonly bool _kept;
    private readonly List<(Activity Span, DateTimeOffset Until)> _handedOver = [];
    private Activity? _decide;

    public FallingSpans(CircleTrace circle, Request request, string trace) : base(circle, request, trace)
    {
        _isOwner = request.Kind == Kind.Spread;
        _beginsPage = _isOwner || circle.Run.Pages.BeginsAt(circle.Here.Id);
        _again = Traceparent.IsAgain(trace, Decision) || (_isOwner && IsToldElsewhere) ? request.Cycle : 0;
        _page = !_beginsPage ? "" : _isOwner && _again == 0
            ? TraceIds.Of(circle.Run.Run, Decision)
            : circle.Run.PageOf(Decision, circle.Here.Id, request.Version, _again);
        _kept = _isOwner ? circle.Agreed.ContainsKey(Decision) || circle.Tracer.KeepsFirstPage()
            : _beginsPage ? circle.Run.Keeps(_page)
            : Traceparent.IsKept(trace);
    }

    private int Decision => Request.Decision;

    // Its first page tells of whoever settled it: another circle, or this one when it put it to the rule.
    private bool IsToldElsewhere => !Circle.Agreed.ContainsKey(Decision)
        && (Circle.Told.ContainsKey(Decision) || Circle.Run.IsRuledOtherwise);

    public override Task<Told> Ask(Asker asker, string key, Errand.Ask ask)
    {
        if (!_kept || Decide() is not { } decide)
            return asker.Ask(key, ask.Request, Down(Traceparent.NotKept(Trace)));
        return ask.Request.Kind == Kind.Consider && Circle.Run.Pages.BeginsAt(ask.Circle)
            ? HandOver(asker, key, ask, decide)
            : asker.Ask(key, ask.Request, Down(decide.Id!), decide);
    }

    private DateTimeOffset Agreed => Traceparent.AgreedAt(Trace) ?? Began;

    private string Down(string trace) => Traceparent.With(trace, Agreed, _again == 0 ? [] : [Decision]);

    public override void Stored(Answer answer)
    {
        if (!_kept)
        {
            TellLate(answer);
            Measure(answer, null);
            return;
        }

        if (Decide() is not { } decide) return;
        foreach (var held in Steps) LogbookEvents.Tell(Circle, decide, held.Entries, held.From);
        var objection = TellSteps(decide.Context);
        foreach (var (span, until) in _handedOver) CircleSpan.End(span, until);
        Raised = Receiving.PassedOn(Circle, answer, Below, decide, objection);
        if (answer.Reply is Reply.SpreadOut spread) Ending.Of(decide, spread, Circle);
        else Ending.Of(decide, Outcome.Of(Steps.SelectMany(held => held.Entries)));
        Measure(answer, decide);
        if (_isOwner)
        {
            Notable.Settled(Circle, decide, Decision, "adopted");
            Circle.Told[Decision] = decide.Context;
        }

        CircleSpan.End(decide, Circle.Tracer.Now);
    }

    private void Measure(Answer answer, Activity? decide) => Notable.Within(decide, () =>
    {
        var meters = Circle.Tracer.Meters;
        var took = Circle.Tracer.Now - Agreed;
        if (answer.Reply is Reply.SpreadOut spread) meters.Spread(took, spread.Reach.Asked);
        else if (!_isOwner) meters.Reached(TracedRun.LevelOf(Circle.Spans.Planned), took);
    });

    public override void Failed(string error)
    {
        if (_decide is not { } decide) return;
        decide.SetTag(Tags.Error, error).SetStatus(ActivityStatusCode.Error);
        CircleSpan.End(decide, Circle.Tracer.Now);
    }

    private Activity? Decide() => _decide ??= Begin();

    private Activity? Begin()
    {
        if (_isOwner && Circle.Agreed.Remove(Decision, out var agreed)) return agreed;
        var name = Circle.Run.DecideOf(Decision);
        var decide = _beginsPage
            ? Circle.Spans.Root(
                _page, name, _isOwner ? ActivityKind.Server : ActivityKind.Consumer, Decision, Began,
                _isOwner ? ToldBefore(Decision) : LinkTo(Trace) is { } link ? [link] : null)
            : Traceparent.Span(Trace) is { } parent
                ? Circle.Spans.Inside(parent, name, ActivityKind.Server, Decision, Began)
                : null;
        decide?.Named(Circle).SetTag(Tags.Version, Request.Version);
        if (_beginsPage)
            decide?.SetTag(Tags.Run, Circle.Run.Run).SetTag(Tags.Title, Circle.Run.TitleOf(Decision));
        if (_beginsPage && (!_isOwner || _again > 0))
            decide?.SetTag(Tags.FirstPage, TraceIds.Of(Circle.Run.Run, Decision));
        return decide;
    }

    private async Task<Told> HandOver(Asker asker, string key, Errand.Ask ask, Activity decide)
    {
        var page = Circle.Run.PageOf(Decision, ask.Circle, ask.Request.Version, _again);
        var kept = Circle.Run.Keeps(page);
        var span = Circle.Spans.Inside(
            decide.Context, SpanNames.HandOver, ActivityKind.Producer, Decision, Circle.Tracer.Now);
        span?.SetTag(Tags.Kept, kept);
        if (kept) span?.SetTag(Tags.ChildTrace, page);
        var told = await asker.Ask(key, ask.Request, Down((span ?? decide).Id!), span ?? decide);
        if (span is not null) _handedOver.Add((span, Circle.Tracer.Now));
        return told;
    }

    private ActivityContext? TellSteps(ActivityContext decide)
    {
        ActivityContext? objection = null;
        foreach (var held in Steps)
        {
            var (heard, rest) = (
                held.Entries.Where(entry => entry.Kind == EntryKind.ReviewHeard).ToImmutableArray(),
                held.Entries.RemoveAll(entry => entry.Kind == EntryKind.ReviewHeard));
            var parent = heard.IsEmpty ? decide : Receiving.Write(Circle, decide, held, heard, Below);
            objection = MeetingSpans.Write(Circle, parent, held, rest) ?? objection;
        }

        return objection;
    }

    /// <summary>This page is not kept, but an objection left it: told late, as a trace of its own.</summary>
    private void TellLate(Answer answer)
    {
        Activity? late = null;
        ActivityContext? objection = null;
        var left = Steps.Any(held => held.Entries.Any(entry => entry.Kind == EntryKind.ReviewRequested));
        if (left && Circle.Run.KeepsLate(Decision))
        {
            late = Circle.Spans.Root(
                TraceIds.OfObjection(Circle.Run.Run, Decision, Circle.Here.Id, Request.Version, _again),
                Circle.Run.DecideOf(Decision), ActivityKind.Consumer, Decision, Began,
                LinkTo(Trace) is { } link ? [link] : null);
        }

        if (late is not null)
        {
            late.Named(Circle).SetTag(Tags.Version, Request.Version)
                .SetTag(Tags.Run, Circle.Run.Run)
                .SetTag(Tags.DecisionTrace, TraceIds.Of(Circle.Run.Run, Decision));
            objection = TellSteps(late.Context);
            Ending.Of(late, Outcome.Of(Steps.SelectMany(held => held.Entries)));
            CircleSpan.End(late, Circle.Tracer.Now);
        }

        Raised = Receiving.PassedOn(Circle, answer, Below, late, objection);
    }
}
