using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Contracts.Circles;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Activity = System.Diagnostics.Activity;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Tracing;

/// <summary>A circle convened: the decisions it takes, and what it passes on upwards.</summary>
/// <remarks>
/// The circle that settles a matter roots the decision's first page. Those below it that raised it
/// or passed it on are traces of their own, linked from above; most circles tell nothing.
/// </remarks>
internal sealed class RisingSpans(CircleTrace circle, Request request, string trace)
    : RequestSpans(circle, request, trace)
{
    private readonly Elections _elections = new(circle, request);

    public override void Stored(Answer answer)
    {
        foreach (var held in Steps)
            _elections.Tell(held, _ => Circle.Elected is { } before ? [new ActivityLink(before)] : []);

        // What belongs to no matter is no part of a decision's trace. What a circle entered before it asked
        // others and after is one story, told at the end.
        var matters = Steps.SelectMany(held => held.Entries).Where(entry => entry.Decision > 0)
            .GroupBy(entry => entry.Decision).ToArray();
        var taken = TakenIn(answer.Reply);
        var raised = Below.Where(one => matters.All(matter => matter.Key != one.Decision)).ToList();
        for (var i = 0; i < matters.Length; i++)
        {
            var last = Steps[^1];
            var (from, to) = (last.Share(i, matters.Length), last.Share(i + 1, matters.Length));
            Tell(
                last with { From = from, To = to }, [.. matters[i]], raised,
                taken.FirstOrDefault(one => one.Proposal.Id == matters[i].Key && one.Owner == Circle.Here.Id));
        }

        foreach (var one in taken.Where(one => one.Carrier == Circle.Here.Id && one.Owner != Circle.Here.Id))
            if (Below.LastOrDefault(below => below.Decision == one.Proposal.Id) is { } owner
                && Traceparent.Span(owner.Decide) is { } first) Circle.Told[one.Proposal.Id] = first;
        if (raised.Count > 0) Raised = [.. raised];
    }

    private static ImmutableArray<Taken> TakenIn(Reply reply) => reply switch
    {
        Reply.Convened convened => convened.Taken,
        Reply.Routed routed => routed.Taken,
        _ => [],
    };

    /// <param name="taken">What the circle settled; null for what it passes on.</param>
    private void Tell(Held held, ImmutableArray<Entry> entries, List<RaisedAt> raised, Taken? taken)
    {
        var decision = entries[0].Decision;
        var below = Below.Where(one => one.Decision == decision).ToArray();
        var outcome = taken is { IsOpen: true } ? Outcome.Open : Outcome.Of(entries);
        if (Root(decision, taken is not null, held.From, below) is not { } root) return;
        root.SetTag(Tags.Outcome, outcome);
        if (taken is not null)
            Notable.Note(
                Circle, root, Notable.Proposed, held.From, Circle.Run.TitleOf(decision), entries[0].Day);
        LogbookEvents.Tell(Circle, root, entries, held.From);
        var objection = MeetingSpans.Write(Circle, root.Context, held, entries);
        if (taken is not null) Settle(root, taken, outcome, held, entries);
        if (taken is { IsCarriedDown: true, IsOpen: false, Beyond: null }) return;
        CircleSpan.End(root, held.To);
        raised.AddRange(below);
        raised.Add(new RaisedAt(
            decision, Circle.Here.Id.Path, root.Id!, objection is { } last ? Receiving.Line(last) : ""));
    }

    private Activity? Root(int decision, bool settled, DateTimeOffset from, RaisedAt[] below)
    {
        if (!Circle.Tracer.KeepsFirstPage()) return null;
        var run = Circle.Run;
        var again = settled && Traceparent.IsAgain(Trace, decision);
        var id = again ? run.PageOf(decision, Circle.Here.Id, version: 1, Request.Cycle)
            : settled ? TraceIds.Of(run.Run, decision)
            : Request.Kind == Kind.Route
                ? TraceIds.OfAsked(run.Run, decision, Circle.Here.Id, "route", Request.Cycle, Request.Version)
            : TraceIds.OfRising(run.Run, decision, Circle.Here.Id, Request.Cycle);
        var links = below.Select(one => LinkTo(one.Decide)).OfType<ActivityLink>();
        var root = Circle.Spans.Root(
            id, run.DecideOf(decision), ActivityKind.Server, decision, from,
            settled ? links.Concat(ToldBefore(decision)) : links);
        root?.Named(Circle)
            .SetTag(Tags.Run, run.Run)
            .SetTag(Tags.Version, 1)
            .SetTag(Tags.Title, run.TitleOf(decision))
            .SetTag(Tags.RunTrace, TraceIds.OfConsole(run.Run));
        if (again) root?.SetTag(Tags.FirstPage, TraceIds.Of(run.Run, decision));
        if (!settled) root?.SetTag(Tags.DecisionTrace, TraceIds.Of(run.Run, decision));
        return root;
    }

    // An agreed decision goes down next: its span stays open until everybody below has answered.
    private void Settle(
        Activity root, Taken taken, string outcome, Held held, ImmutableArray<Entry> entries)
    {
        var decision = taken.Proposal.Id;
        if (taken is { IsCarriedDown: true, IsOpen: false, Beyond: null }) Circle.Agreed[decision] = root;
        else Circle.Told[decision] = root.Context;
        if (taken.IsOpen) return;
        var last = entries.LastOrDefault(entry => Outcome.IsAdoption(entry.Kind)) ?? entries[^1];
        Notable.Note(
            Circle, root, taken.Adopted ? Notable.Adopted : Notable.Blocked, held.To,
            Circle.Run.Said(Circle.Here.Id, last), last.Day);
        if (Outcome.IsError(outcome))
            root.SetTag(Tags.Error, Outcome.NotReached).SetStatus(ActivityStatusCode.Error);
        if (!taken.IsCarriedDown) Notable.Settled(Circle, root, decision, outcome);
    }
}
