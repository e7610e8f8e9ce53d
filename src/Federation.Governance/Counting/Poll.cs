namespace Federation.Governance.Counting;

/// <summary>Everything a counting rule needs: ballots, how to read them, and what settles ties.</summary>
public sealed class Poll
{
    private Pairwise? _pairwise;

    /// <exception cref="ArgumentException">The chain is about another number of alternatives.</exception>
    public Poll(Ballots ballots, TieChain ties, Convention? convention = null)
    {
        if (ties.Lots.Length != ballots.Alternatives
            || (!ties.Distances.IsEmpty && ties.Distances.Length != ballots.Alternatives))
            throw new ArgumentException("The chain is about other alternatives.", nameof(ties));
        ArgumentOutOfRangeException.ThrowIfLessThan(ballots.Alternatives, 1, nameof(ballots));
        (Ballots, Ties, Convention) = (ballots, ties, convention ?? new Convention());
    }

    public Ballots Ballots { get; }

    public TieChain Ties { get; }

    public Convention Convention { get; }

    /// <summary>Who is above whom on how many ballots; counted once.</summary>
    public Pairwise Pairwise => _pairwise ??= Pairwise.Of(Ballots, Convention.Unranked);

    internal int[] All => [.. Enumerable.Range(0, Ballots.Alternatives)];
}
