using System.Diagnostics;
using Federation.Contracts.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Grains.Waves;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Tracing;

/// <summary>The founding: who links a circle, who facilitates it and who keeps its logbook.</summary>
/// <remarks>
/// A circle whose members were sent from below links to the elections that sent them; a leader's
/// naming links to the last election of the circle above, whose members proposed, and to the
/// circle's own delegate, with whom the leader makes the double link. Who facilitates and who keeps the
/// logbook is chosen in the delegate's meeting.
/// </remarks>
internal sealed class ElectionSpans(CircleTrace circle, Request request, string trace)
    : RequestSpans(circle, request, trace)
{
    private readonly Elections _elections = new(circle, request);

    public override Task<Told> Ask(Asker asker, string key, Errand.Ask ask) => asker.Ask(
        key, ask.Request, Circle.Elected is { } here ? Receiving.Line(here) : Trace);

    public override void Stored(Answer answer)
    {
        foreach (var held in Steps) _elections.Tell(held, RestsOn);
        if (Circle.Elected is { } elected)
            Raised = [new RaisedAt(0, Circle.Here.Id.Path, Receiving.Line(elected), "")];
    }

    private IEnumerable<ActivityLink> RestsOn(Role role)
    {
        if (role == Role.Leader && LinkTo(Trace) is { } above) yield return above;
        if (role != Role.Delegate && Circle.Elected is { } own) yield return new ActivityLink(own);
        else if (role != Role.Leader)
            foreach (var one in Below)
                if (LinkTo(one.Decide) is { } sent) yield return sent;
    }
}
