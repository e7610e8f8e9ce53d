namespace Federation.Governance.Counting;

/// <summary>Instant runoff: until one has more than half of the continuing ballots, or two are left, whoever
/// has the fewest first choices is eliminated.</summary>
public sealed class InstantRunoff : ICountingRule
{
    public string Name => "irv";

    public string Counts => "first choices among those left";

    /// <remarks>Ties: the latest earlier round in which the tied differed. Everyone's standing in all earlier
    /// rounds, the latest first, is kept as one order.</remarks>
    public Count Count(Poll poll)
    {
        var order = new long[poll.Ballots.Alternatives];
        return Eliminating.Count(poll, (continuing, first, settling, round) =>
        {
            var least = settling.Least(continuing.Left, one => first[one], round, Backwards());
            Refine(order, continuing.Left, first);
            return (least, null);
        }, Backwards);

        IEnumerable<(TieLink, Settling.Worth)> Backwards() => [(TieLink.EarlierRound, one => order[one])];
    }

    /// <summary>By this round and, where it leaves two equal, as before.</summary>
    private static void Refine(long[] order, IEnumerable<int> left, Shares first)
    {
        int[] sorted = [.. left];
        Array.Sort(sorted, Compare);
        var refined = new long[sorted.Length];
        for (var at = 1; at < sorted.Length; at++)
            refined[at] = refined[at - 1] + (Compare(sorted[at - 1], sorted[at]) == 0 ? 0 : 1);
        for (var at = 0; at < sorted.Length; at++) order[sorted[at]] = refined[at];

        int Compare(int one, int other) =>
            first[one].CompareTo(first[other]) is var now and not 0 ? now : order[one].CompareTo(order[other]);
    }
}
