namespace Federation.Governance.Counting;

/// <summary>Whoever beats every other one head to head, and nobody where there is none.</summary>
public sealed class Condorcet : ICountingRule
{
    public string Name => "condorcet";

    public string Counts => "others beaten head to head";

    public Count Count(Poll poll) => new(poll.Pairwise.Winner(),
        [new CountingRound([.. poll.All.Select(one => new Standing(one, Beaten(poll, one)))])], []);

    private static long Beaten(Poll poll, int one) => poll.All.Count(other => poll.Pairwise.Margin(one, other) > 0);
}
