using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Contracts.Tracing;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Grains.Tracing;

/// <summary>Tells one meeting on one matter: clarifying, rounds of consent, objections, what came of it.</summary>
/// <remarks>The rules take no time of their own, so a meeting's time is shared out evenly.</remarks>
internal sealed class MeetingSpans
{
    private readonly CircleTrace _circle;
    private readonly ActivityContext _parent;
    private readonly Held _held;
    private readonly ImmutableArray<Entry> _entries;
    private readonly int _decision;
    private readonly int _members;
    private readonly List<Action<DateTimeOffset, DateTimeOffset>> _parts = [];
    private ActivityContext? _raised;
    private List<ActivityLink> _objections = [];

    /// <param name="entries">Of the step, those of the matter.</param>
    private MeetingSpans(
        CircleTrace circle, ActivityContext parent, Held held, ImmutableArray<Entry> entries)
    {
        (_circle, _parent, _held, _entries) = (circle, parent, held, entries);
        _decision = entries[0].Decision;
        _members = Voices.Present(held.Circle, circle.Here, _decision, entries[0].Version).Length;
    }

    /// <summary>Writes a meeting's spans; returns the last objection's, if anybody objected.</summary>
    public static ActivityContext? Write(
        CircleTrace circle, ActivityContext parent, Held held, ImmutableArray<Entry> entries)
    {
        if (entries.IsEmpty) return null;
        var meeting = new MeetingSpans(circle, parent, held, entries);
        meeting.Plan();
        var parts = meeting._parts.Count;
        for (var i = 0; i < parts; i++) meeting._parts[i](held.Share(i, parts), held.Share(i + 1, parts));
        return meeting._raised;
    }

    private void Plan()
    {
        if (Outcome.MetIn(_entries))
        {
            _parts.Add(Clarify);
            for (var round = 1; round <= Outcome.RoundsIn(_entries); round++) PlanRound(round);
        }

        foreach (var entry in _entries)
        {
            if (Outcome.IsAdoption(entry.Kind)) _parts.Add((from, to) => Adopt(entry, from, to));
            if (Outcome.ReasonToRefer(entry.Kind) is { } reason)
                _parts.Add((from, to) => Refer(reason, from, to));
        }
    }

    private void PlanRound(int round)
    {
        var objections = _entries.Where(entry =>
            entry.Kind == EntryKind.ObjectionRaised && entry.Round == round).ToImmutableArray();
        var integrated = _entries.FirstOrDefault(entry =>
            Outcome.IsIntegration(entry.Kind) && entry.Round == round);
        _parts.Add((from, to) => AskConsent(round, objections, integrated, from, to));
        if (integrated is null) return;
        var answered = 1 + Math.Max(0, objections.ToList().FindIndex(one => one.Speaker == integrated.Speaker));
        _parts.Add((from, to) => Integrate(integrated, answered, from, to));
    }

    private void Clarify(DateTimeOffset from, DateTimeOffset to) =>
        End(Inside(_parent, SpanNames.Clarify, from)?
            .SetTag(Tags.RoundMembers, _members)
            .SetTag(Tags.RoundQuestions, _circle.Here.Practice.TalkRounds), to);

    private void AskConsent(
        int round, ImmutableArray<Entry> objections, Entry? integrated, DateTimeOffset from, DateTimeOffset to)
    {
        if (Inside(_parent, SpanNames.AskConsent, from) is not { } asking) return;
        asking.SetTag(Tags.RoundNumber, round).SetTag(Tags.RoundMembers, _members)
            .SetTag(Tags.RoundConsents, _members - objections.Length)
            .SetTag(Tags.RoundObjections, objections.Length)
            .SetTag(Tags.RoundOutcome, objections.IsEmpty ? "consented" : Outcome.StateOf(integrated));
        _objections = [];
        for (var i = 0; i < objections.Length; i++)
        {
            var start = from.AddTicks((to - from).Ticks * i / objections.Length);
            Raise(asking.Context, objections[i], i + 1, Outcome.StateOf(integrated), start, to);
        }

        End(asking, to);
    }

    private void Raise(
        ActivityContext round, Entry objection, int number, string state, DateTimeOffset from, DateTimeOffset to)
    {
        if (Inside(round, SpanNames.RaiseObjection, from) is not { } raise) return;
        var counts = !_entries.Any(entry => Outcome.IsDismissal(entry.Kind)
            && entry.Round == objection.Round && entry.Speaker == objection.Speaker);
        var argument = _circle.Run.Argument(_circle.Here.Id, objection);
        raise.SetTag(Tags.Objection, Outcome.IdOf(objection, number))
            .SetTag(Tags.ObjectionArgument, argument)
            .SetTag(Tags.ObjectionParamount, counts)
            .SetTag(Tags.ObjectionState, counts ? state : "dismissed");
        Notable.Note(_circle, raise, Notable.Raised, from, _circle.Run.Said(_circle.Here.Id, objection), objection.Day);
        _raised = raise.Context;
        _objections.Add(new ActivityLink(raise.Context));
        End(raise, to);
    }

    private void Integrate(Entry integrated, int answered, DateTimeOffset from, DateTimeOffset to)
    {
        var span = Inside(_parent, SpanNames.IntegrateObjection, from, _objections)?
            .SetTag(Tags.Objection, Outcome.IdOf(integrated, answered))
            .SetTag(Tags.ObjectionState, Outcome.StateOf(integrated))
            .SetTag(Tags.Version, integrated.Version);
        if (span is not null)
            Notable.Note(
                _circle, span, Notable.Amended, from, _circle.Run.Said(_circle.Here.Id, integrated), integrated.Day);
        End(span, to);
    }

    private void Adopt(Entry adopted, DateTimeOffset from, DateTimeOffset to) =>
        End(Inside(_parent, SpanNames.Adopt, from)?.SetTag(Tags.Version, adopted.Version), to);

    private void Refer(string reason, DateTimeOffset from, DateTimeOffset to)
    {
        IEnumerable<ActivityLink>? links = _raised is { } raised ? [new ActivityLink(raised)] : null;
        var span = _circle.Spans.Inside(
            _parent, SpanNames.ReferUpward, ActivityKind.Producer, _decision, from, links);
        End(span?.SetTag(Tags.Reason, reason)
            .SetTag(Tags.FirstPage, TraceIds.Of(_circle.Run.Run, _decision)), to);
    }

    private Activity? Inside(
        ActivityContext parent, string name, DateTimeOffset from, IEnumerable<ActivityLink>? links = null) =>
        _circle.Spans.Inside(parent, name, ActivityKind.Internal, _decision, from, links);

    private static void End(Activity? span, DateTimeOffset to)
    {
        if (span is not null) CircleSpan.End(span, to);
    }
}
