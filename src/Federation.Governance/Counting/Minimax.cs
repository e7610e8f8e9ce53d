namespace Federation.Governance.Counting;

/// <summary>The smallest worst defeat, by margins: a Condorcet winner has none and wins.</summary>
public sealed class Minimax : ICountingRule
{
    public string Name => "minimax";

    public string Counts => "worst margin against another";

    public Count Count(Poll poll) => Highest.Of(poll, one => poll.All.Where(other => other != one)
        .Select(other => poll.Pairwise.Margin(one, other)).DefaultIfEmpty(0).Min());
}
