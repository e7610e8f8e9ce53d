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
    /// A member speaks for a matter their circle raised: where it builds on one that stands behind it, that one is
    /// taken first; where it is urgent and stands behind one that can wait (neither urgent nor due before the circle
    /// meets again), it is taken before all that can wait; where the time-box would make it miss its deadline, it is
    /// taken as far ahead as makes nobody else miss theirs. Where nothing helps, the objection is heard and the order
    /// confirmed.
    /// </remarks>
    /// <param name="ordered">As <see cref="Order"/> has them.</param>
    /// <returns>The order consented to; the first matter bears what consenting took.</returns>
    public static (ImmutableArray<Referral> Matters, Work Work) Consent(
        Work work, Request request, ImmutableArray<Referral> ordered, Days day, Surroundings here)
    {
        if (ordered.Length < 2) return (ordered, work);
        var evening = new Evening(work.Circle, day, here);
        var (matters, entries, rounds) = (ordered.ToList(), work.Entries, 1);
        foreach (var matter in ordered)
        {
            if (evening.Wish(matters, matter) is not var (moved, to)) continue;
            if (Objector(work.Circle, matter.Proposal, here) is not { } objector) continue;
            rounds++;
            var at = matters.IndexOf(moved);
            if (to >= 0)
            {
                matters.RemoveAt(at);
                matters.Insert(to, moved);
            }

            entries = entries.Add(Note(
                to >= 0 ? EntryKind.AgendaChanged : EntryKind.AgendaConfirmed, request, day, moved.Proposal.Id,
                (to >= 0 ? to : at) + 1, objector.Speaker));
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

    /// <summary>Whether what a matter builds on comes after it in the same meeting.</summary>
    public static bool HangsInTheAir(ImmutableArray<Referral> matters, Referral matter) =>
        matter.Proposal.BuildsOn > 0 && matters[(matters.IndexOf(matter) + 1)..].Any(
            other => other.Proposal.Id == matter.Proposal.BuildsOn);

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
