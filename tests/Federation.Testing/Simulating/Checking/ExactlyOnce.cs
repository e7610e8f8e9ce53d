using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Testing.Simulating.Checking;

/// <summary>Every key is answered once in every circle, and every matter that was admitted ends once in each circle it
/// concerns: in the one that settled it, and in all it was carried down to.</summary>
internal sealed class ExactlyOnce(Situation situation) : Checker
{
    /// <summary>How a matter ends in the circle that settles it.</summary>
    private static readonly HashSet<EntryKind> Settling =
    [
        EntryKind.Decided, EntryKind.Enacted, EntryKind.Parked, EntryKind.NotCarriedUp, EntryKind.BasisUndecided,
        EntryKind.MemberRemoved, EntryKind.MemberKept, EntryKind.RuledAgainst, EntryKind.TurnoutTooLow,
    ];

    /// <summary>How it ends in a circle it comes down to.</summary>
    private static readonly HashSet<EntryKind> Considering =
    [
        EntryKind.CarriedOut, EntryKind.Adapted, EntryKind.Unresolved, EntryKind.Declined, EntryKind.Told,
        EntryKind.Ratified, EntryKind.RatificationRefused, EntryKind.NotRatified,
    ];

    private readonly HashSet<(CircleId, int, Kind, int, int)> _answered = [];

    public override void Stored(Errand.Store store)
    {
        var circle = store.Circle;
        if (circle.Answers.IsEmpty) throw new BrokenPromiseException($"{circle.Id} stored no answer");
        var given = circle.Answers[^1];
        if (!_answered.Add((circle.Id, circle.Cycle, given.Kind, given.Decision, given.Version)))
            throw new BrokenPromiseException(
                $"{circle.Id} answered cycle {circle.Cycle} {given.Kind} of {given.Decision} version {given.Version} twice");
    }

    public override void End(Store store, Books books)
    {
        foreach (var (id, (_, book)) in books)
            foreach (var kinds in new[] { Settling, Considering })
                if (book.Where(entry => kinds.Contains(entry.Kind))
                    .GroupBy(entry => (entry.Cycle, entry.Decision, entry.Version))
                    .FirstOrDefault(same => same.Count() > 1) is { } twice)
                    throw new BrokenPromiseException($"{id} ended decision {twice.Key.Decision} twice");
        foreach (var settled in situation.After(store.Register.Answers).Settled)
        {
            var (taken, decision) = (settled.Taken, settled.Taken.Proposal.Id);
            if (!WasLostOnItsWayDown(books[taken.Owner].Entries)) Require(taken.Owner, Settling);
            if (settled.Spread is not null && taken.Proposal.Change is null) Below(taken.Carrier, isLost: false);

            void Below(CircleId circle, bool isLost)
            {
                isLost |= books[circle].Entries.Exists(entry =>
                    entry.Kind is EntryKind.NotCarriedDown && entry.Decision == decision && entry.Cycle == settled.Cycle);
                foreach (var child in situation.Of(circle).Children)
                {
                    if (child != taken.Owner && !isLost) Require(child, Considering);
                    Below(child, isLost);
                }
            }

            // To the circle below that owns it: then the circle whose link lost it parks it.
            bool WasLostOnItsWayDown(List<Entry> book) => !taken.Adopted && book.Exists(entry => entry is
                { Kind: EntryKind.NotCarriedDown, Version: 0 } && entry.Decision == decision && entry.Cycle == settled.Cycle);

            void Require(CircleId circle, HashSet<EntryKind> ends)
            {
                if (!books.TryGetValue(circle, out var book) || !book.Entries.Exists(entry => ends.Contains(entry.Kind)
                    && entry.Decision == decision && entry.Version == 1 && entry.Cycle == settled.Cycle))
                    throw new BrokenPromiseException($"decision {decision} never ended in {circle}");
            }
        }
    }
}
