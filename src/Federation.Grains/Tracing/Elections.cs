using System.Diagnostics;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Tracing;

/// <summary>The elections a circle held for one request: each a small trace of its own, linked to those it
/// rests on.</summary>
internal sealed class Elections(CircleTrace circle, Request request)
{
    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);
    private bool? _keeps;

    /// <param name="rests">By role: the elections it rests on.</param>
    public void Tell(Held held, Func<Role, IEnumerable<ActivityLink>> rests)
    {
        var steps = new List<Entry>();
        foreach (var entry in held.Entries)
        {
            if (IsStep(entry.Kind)) steps.Add(entry);
            if (RoleOf(entry.Kind) is not { } role) continue;
            Tell(role, held, entry, steps, rests(role));
            steps.Clear();
        }

        if (request.Kind is not Kind.Found) return;
        foreach (var (role, kind) in (ReadOnlySpan<(Role, EntryKind)>)
            [(Role.Facilitator, EntryKind.FacilitatorElected), (Role.Secretary, EntryKind.SecretaryElected)])
            if (Seated(held, role, kind) is { } elected) Tell(role, held, elected, [], rests(role));
    }

    // At the founding, where the first named is consented to, the seat says all there is and no entry is made.
    private static Entry? Seated(Held held, Role role, EntryKind kind)
    {
        if (held.Entries.Any(entry => entry.Kind == kind)) return null;
        foreach (var seat in held.Circle.Seats)
            if (seat.Role == role)
                return new Entry(
                    kind, 0, seat.SinceDay, 0, 0, 1,
                    new Speaker(role, Voices.Via(held.Circle, seat.Person), seat.Person), Argument.None, null, null);
        return null;
    }

    private void Tell(
        Role role, Held held, Entry elected, IReadOnlyList<Entry> steps, IEnumerable<ActivityLink> links)
    {
        // A seat that fell vacant is filled a second time, and a link can have several people:
        // each is another election.
        var name = role.ToString().ToLowerInvariant();
        var number = _told[name] = _told.GetValueOrDefault(name) + 1;
        var again = request.Kind == Kind.Lead && role == Role.Delegate ? " again" : "";
        var run = circle.Run;
        var id = TraceIds.OfElection(
            run.Run, circle.Here.Id, number == 1 ? $"{name}{again}" : $"{name}{again} {number}", request.Cycle);
        if (!run.Keeps(id) || !(_keeps ??= circle.Tracer.KeepsElection())) return;
        var span = circle.Spans.Root(id, SpanNames.Elect + name, ActivityKind.Internal, 0, held.From, links);
        if (span is null) return;
        span.SetTag(Tags.Run, run.Run)
            .Named(circle)
            .SetTag(Tags.Nominations, Voices.All(held.Circle, circle.Here, 0).Length)
            .SetTag(Tags.ElectionRounds, elected.Round)
            .SetTag(Tags.Chosen, run.Member(circle.Here.Id, elected))
            .SetTag(Tags.RunTrace, TraceIds.OfConsole(run.Run));
        LogbookEvents.Tell(circle, span, steps, held.From);
        if (role == Role.Delegate) circle.Elected = span.Context;
        CircleSpan.End(span, held.To);
    }

    private static bool IsStep(EntryKind kind) => kind is EntryKind.Nominated or EntryKind.Refused
        or EntryKind.TieSettled or EntryKind.IncumbentExtended;

    private static Role? RoleOf(EntryKind kind) => kind switch
    {
        EntryKind.DelegateElected => Role.Delegate,
        EntryKind.LeaderNamed => Role.Leader,
        EntryKind.FacilitatorElected => Role.Facilitator,
        EntryKind.SecretaryElected => Role.Secretary,
        _ => null,
    };
}
