using System.Collections.Immutable;
using Federation.Governance.Counting;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Elections;

/// <summary>The same office filled by a count of ballots, to compare with.</summary>
/// <remarks>Everybody ranks everybody by how fit they think them, without hearing reasons. Who declines is struck
/// off all ballots, and they are counted again.</remarks>
internal static class Counted
{
    public static bool Is(SelectionVariant variant) => variant is SelectionVariant.Irv or SelectionVariant.Condorcet;

    public static Selected Choose(Gathering gathering, SelectionVariant variant)
    {
        var (steps, left, names) = (ImmutableArray.CreateBuilder<SelectionStep>(), gathering, 0);
        while (!left.Candidates.IsEmpty)
        {
            names++;
            var count = Count(left, variant);
            var winner = left.Candidates[count.Winner!.Value];
            foreach (var tie in count.Ties)
                if (tie.For == TiedFor.Winning)
                    steps.Add(new SelectionStep(EntryKind.TieSettled, winner, (int)Link(tie.By)));
            if (left.Willing(winner))
                return new Selected(winner, names, 0, true) { Steps = steps.DrainToImmutable() };
            steps.Add(new SelectionStep(EntryKind.Refused, winner, 0));
            left = left.Without(person => person == winner);
        }

        return new Selected(null, names, 0, false) { Steps = steps.DrainToImmutable() };
    }

    private static Count Count(Gathering gathering, SelectionVariant variant)
    {
        var poll = new Poll(
            Ballots.Of(
                gathering.Candidates.Length,
                Enumerable.Range(0, gathering.Members.Length).Select(by => new Pile(Of(gathering, by), 1))),
            new TieChain([.. gathering.Candidates.Select(gathering.Lot)], []));
        if (variant == SelectionVariant.Irv) return new InstantRunoff().Count(poll);
        return new Condorcet().Count(poll) is { Winner: not null } found ? found : new Minimax().Count(poll);
    }

    private static Ballot Of(Gathering gathering, int by) => Ballot.Weak(
        Enumerable.Range(0, gathering.Candidates.Length)
            .GroupBy(of => gathering.View(by, of)).OrderByDescending(equals => equals.Key));

    private static TieBreak Link(TieLink by) => by switch
    {
        TieLink.EarlierRound => TieBreak.EarlierRound,
        TieLink.HeadToHead => TieBreak.HeadToHead,
        _ => TieBreak.Lot,
    };
}
