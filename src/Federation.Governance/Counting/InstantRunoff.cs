namespace Federation.Governance.Counting;

/// <summary>Instant runoff: until one has more than half of the continuing ballots, or two are left, whoever
/// has the fewest first choices is eliminated.</summary>
public sealed class InstantRunoff : ICountingRule
{
    public string Name => "irv";

    public string Counts => "first choices among those left";

    /// <remarks>Ties: the latest earlier round in which the tied differed.</remarks>
    public Count Count(Poll poll)
    {
        var earlier = new Stack<Shares>();
        return Eliminating.Count(poll, (continuing, first, settling, round) =>
        {
            var least = settling.Least(continuing.Left, one => first[one], round, Backwards());
            earlier.Push(first);
            return (least, null);
        }, Backwards);

        IEnumerable<(TieLink, Settling.Worth)> Backwards() =>
            earlier.Select(round => (TieLink.EarlierRound, (Settling.Worth)(one => round[one])));
    }
}
