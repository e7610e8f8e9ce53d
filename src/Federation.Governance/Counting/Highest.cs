namespace Federation.Governance.Counting;

/// <summary>What rules share that add something up and take the highest.</summary>
internal static class Highest
{
    public static Count Of(Poll poll, Settling.Worth worth)
    {
        var settling = new Settling(poll);
        return new Count(settling.Most(poll.All, worth, 1),
            [new CountingRound([.. poll.All.Select(one => new Standing(one, worth(one)))])], settling.Ties);
    }
}
