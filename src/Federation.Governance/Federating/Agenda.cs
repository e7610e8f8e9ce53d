using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Federating;

/// <summary>The order in which a circle takes its matters, and consent to it: who orders an agenda has power.</summary>
internal static class Agenda
{
    /// <summary>By deadline, then by how many people a matter affects, then by lot.</summary>
    public static ImmutableArray<Referral> Order(ImmutableArray<Referral> matters, Surroundings here) =>
        matters.Length < 2 ? matters : [.. matters
            .OrderBy(matter => matter.Proposal.DeadlineDay == 0 ? int.MaxValue : matter.Proposal.DeadlineDay)
            .ThenBy(matter => matter.Proposal.Affects.Path.Count(letter => letter == '/'))
            .ThenByDescending(matter => here.Lot(new PersonId(0, matter.Proposal.Id), matter.Proposal.Id))];

    /// <summary>Members consent to the order or object to it.</summary>
    /// <remarks>
    /// A member objects when an urgent matter their circle raised stands behind one that can wait: one that is
    /// neither urgent nor due before the circle meets again. The urgent one is then taken before all that can
    /// wait. Behind nothing but what cannot wait either, the objection is heard and the order confirmed.
    /// </remarks>
    /// <param name="ordered">As <see cref="Order"/> has them.</param>
    /// <returns>The order consented to; the first matter bears what consenting took.</returns>
    public static (ImmutableArray<Referral> Matters, Work Work) Consent(
        Work work, Request request, ImmutableArray<Referral> ordered, Days day, Surroundings here)
    {
        if (ordered.Length < 2) return (ordered, work);
        var again = day.After(1).NextMeeting(here.CadenceDays, here.Phase).Mid;
        var (matters, entries, rounds) = (ordered.ToList(), work.Entries, 1);
        foreach (var matter in ordered)
        {
            var at = matters.IndexOf(matter);
            if (at == 0 || !matter.Proposal.Urgent) continue;
            if (Objector(work.Circle, matter.Proposal, here) is not { } objector) continue;
            rounds++;
            var to = matters.FindIndex(other => CanWait(other.Proposal, again));
            var changes = to >= 0 && to < at;
            if (changes)
            {
                matters.RemoveAt(at);
                matters.Insert(to, matter);
            }

            entries = entries.Add(Note(
                changes ? EntryKind.AgendaChanged : EntryKind.AgendaConfirmed, request, day, matter.Proposal.Id,
                (changes ? to : at) + 1, objector.Speaker));
        }

        entries = entries.Add(Note(
            EntryKind.AgendaConsented, request, day, 0, matters.Count, Speaker.Circle));
        var members = Voices.Present(work.Circle, here, matters[0].Proposal.Id, 1).Length;
        matters[0] = matters[0] with
        {
            Effort = matters[0].Effort.Plus(Effort.None with
            {
                Speaking = (long)members * members * rounds, LastDay = matters[0].Effort.LastDay,
            }),
        };
        return ([.. matters], work with { Entries = entries });
    }

    private static bool CanWait(Proposal proposal, int again) =>
        !proposal.Urgent && (proposal.DeadlineDay == 0 || proposal.DeadlineDay >= again);

    /// <summary>Somebody there who speaks for the circle that raised the matter.</summary>
    private static Voice? Objector(Circle circle, Proposal proposal, Surroundings here)
    {
        foreach (var voice in Voices.Present(circle, here, proposal.Id, 1))
        {
            var from = voice.Via >= 0 ? here.Children[voice.Via] : here.Id;
            if (voice.Via >= 0 ? proposal.Origin.IsWithin(from) : proposal.Origin == from) return voice;
        }

        return null;
    }

    private static Entry Note(
        EntryKind kind, Request request, Days day, int decision, int place, Speaker speaker) =>
        new(kind, request.Cycle, day.Mid, decision, 0, place, speaker, Argument.None, null, null);
}
