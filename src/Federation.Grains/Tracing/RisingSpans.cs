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
    public override void Stored(Answer answer)
    {
        // What belongs to no matter, such as who keeps which role, is no part of a decision's trace. What a
        // circle entered before it asked others and after is one story, told at the end.
        var matters = Steps.SelectMany(held => held.Entries).Where(entry => entry.Decision > 0)
            .GroupBy(entry => entry.Decision).ToArray();
        if (matters.Length == 0) return;
        var raised = new List<RaisedAt>();
        var last = Steps[^1];
        var width = (last.To - last.From) / matters.Length;
        for (var i = 0; i < matters.Length; i++)
        {
            var from = last.From + (width * i);
            Tell(last with { From = from, To = from + width }, [.. matters[i]], raised);
        }

        if (raised.Count > 0) Raised = [.. raised];
    }

    private void Tell(Held held, ImmutableArray<Entry> entries, List<RaisedAt> raised)
    {
        var decision = entries[0].Decision;
        var below = Below.Where(one => one.Decision == decision).ToArray();
        var outcome = Outcome.Of(entries);
        var settled = outcome is "adopted" or "parked";
        if (Root(decision, settled, held.From, below) is not { } root) return;
        root.SetTag(Tags.Outcome, outcome);
        if (settled) Notable.Note(Circle, root, Notable.Proposed, held.From, outcome);
        LogbookEvents.Tell(Circle, root, entries, held.From);
        var objection = MeetingSpans.Write(Circle, root.Context, held, entries);
        if (settled) Settle(root, decision, outcome, held);
        else
        {
            CircleSpan.End(root, held.To);
            raised.AddRange(below);
            raised.Add(new RaisedAt(
                decision, Circle.Here.Id.Path, root.Id!,
                objection is { } last ? Receiving.Line(last) : ""));
        }
    }

    private Activity? Root(int decision, bool settled, DateTimeOffset from, RaisedAt[] below)
    {
        if (!Circle.Tracer.KeepsFirstPage()) return null;
        var run = Circle.Run;
        var id = settled ? TraceIds.Of(run.Run, decision)
            : Request.Kind == Kind.Route
                ? TraceIds.OfAsked(run.Run, decision, Circle.Here.Id, "route", Request.Cycle, Request.Version)
            : TraceIds.OfRising(run.Run, decision, Circle.Here.Id, Request.Cycle);
        var links = below.Select(one => LinkTo(one.Decide)).OfType<ActivityLink>();
        var root = Circle.Spans.Root(
            id, run.DecideOf(decision), ActivityKind.Server, decision, from, links);
        root?.SetTag(Tags.CircleName, Circle.Spans.Planned.Name)
            .SetTag(Tags.Run, run.Run)
            .SetTag(Tags.Version, 1)
            .SetTag(Tags.Title, run.TitleOf(decision))
            .SetTag(Tags.RunTrace, TraceIds.OfConsole(run.Run));
        if (!settled) root?.SetTag(Tags.DecisionTrace, TraceIds.Of(run.Run, decision));
        return root;
    }

    // An agreed decision goes down next: its span stays open until everybody below has answered.
    private void Settle(Activity root, int decision, string outcome, Held held)
    {
        var name = outcome == "adopted" ? Notable.Adopted : Notable.Blocked;
        Notable.Note(Circle, root, name, held.To, outcome);
        if (outcome == "adopted")
        {
            Circle.Agreed[decision] = root;
            return;
        }

        root.SetTag(Tags.Error, Outcome.NotReached).SetStatus(ActivityStatusCode.Error);
        Notable.Settled(Circle, root, decision, outcome);
        CircleSpan.End(root, held.To);
    }
}
