using System.Diagnostics;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Tracing;

/// <summary>The founding: each election a small trace of its own.</summary>
internal sealed class ElectionSpans(CircleTrace circle, Request request, string trace)
    : RequestSpans(circle, request, trace)
{
    public override void Stored(Answer answer)
    {
        foreach (var held in Steps)
        {
            foreach (var entry in held.Entries)
            {
                if (entry.Kind == EntryKind.DelegateElected) Tell("delegate", held, entry);
                if (entry.Kind == EntryKind.LeaderNamed) Tell("leader", held, entry);
            }
        }
    }

    private void Tell(string role, Held held, Entry elected)
    {
        // A seat that fell vacant is filled a second time: that is another election.
        var again = Request.Kind == Kind.Lead && elected.Kind == EntryKind.DelegateElected;
        var id = TraceIds.OfElection(Circle.Run.Run, Circle.Here.Id, again ? $"{role} again" : role);
        if (!Circle.Run.Keeps(id) || !Circle.Tracer.KeepsElection()) return;
        var span = Circle.Spans.Root(id, SpanNames.Elect + role, ActivityKind.Internal, 0, held.From);
        span?.SetTag(Tags.Run, Circle.Run.Run)
            .SetTag(Tags.Nominations, Voices.All(held.Circle, Circle.Here, 0).Length)
            .SetTag(Tags.ElectionRounds, elected.Round)
            .SetTag(Tags.Chosen, Circle.Run.Member(Circle.Here.Id, elected));
        if (span is not null) CircleSpan.End(span, held.To);
    }
}
