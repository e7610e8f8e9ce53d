using System.Diagnostics;
using Federation.Contracts.Circles;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Grains.Waves;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Tracing;

/// <summary>The founding: each election a small trace of its own, linked to those it rests on.</summary>
/// <remarks>
/// A circle whose members were sent from below links to the elections that sent them; a leader's
/// naming links to the last election of the circle above, whose members proposed, and to the
/// circle's own delegate, with whom the leader makes the double link.
/// </remarks>
internal sealed class ElectionSpans(CircleTrace circle, Request request, string trace)
    : RequestSpans(circle, request, trace)
{
    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);

    public override Task<Told> Ask(Asker asker, string key, Errand.Ask ask) => asker.Ask(
        key, ask.Request, Circle.Elected is { } here ? Receiving.Line(here) : Trace);

    public override void Stored(Answer answer)
    {
        foreach (var held in Steps)
        {
            foreach (var entry in held.Entries)
            {
                if (entry.Kind == EntryKind.DelegateElected) Tell("delegate", held, entry, SentFromBelow());
                if (entry.Kind == EntryKind.LeaderNamed) Tell("leader", held, entry, NamedFromAbove());
            }
        }

        if (Circle.Elected is { } elected)
            Raised = [new RaisedAt(0, Circle.Here.Id.Path, Receiving.Line(elected), "")];
    }

    private IEnumerable<ActivityLink> SentFromBelow() =>
        Below.Select(one => LinkTo(one.Decide)).OfType<ActivityLink>();

    private IEnumerable<ActivityLink> NamedFromAbove()
    {
        if (LinkTo(Trace) is { } above) yield return above;
        if (Circle.Elected is { } own) yield return new ActivityLink(own);
    }

    private void Tell(string role, Held held, Entry elected, IEnumerable<ActivityLink> links)
    {
        // A seat that fell vacant is filled a second time, and a link can have several people:
        // each is another election.
        var number = _told[role] = _told.GetValueOrDefault(role) + 1;
        var again = Request.Kind == Kind.Lead && role == "delegate" ? " again" : "";
        var id = TraceIds.OfElection(
            Circle.Run.Run, Circle.Here.Id, number == 1 ? $"{role}{again}" : $"{role}{again} {number}");
        if (!Circle.Run.Keeps(id) || !Circle.Tracer.KeepsElection()) return;
        var span = Circle.Spans.Root(id, SpanNames.Elect + role, ActivityKind.Internal, 0, held.From, links);
        if (span is null) return;
        span.SetTag(Tags.Run, Circle.Run.Run)
            .SetTag(Tags.CircleName, Circle.Spans.Planned.Name)
            .SetTag(Tags.Nominations, Voices.All(held.Circle, Circle.Here, 0).Length)
            .SetTag(Tags.ElectionRounds, elected.Round)
            .SetTag(Tags.Chosen, Circle.Run.Member(Circle.Here.Id, elected))
            .SetTag(Tags.RunTrace, TraceIds.OfConsole(Circle.Run.Run));
        if (role == "delegate") Circle.Elected = span.Context;
        CircleSpan.End(span, held.To);
    }
}
