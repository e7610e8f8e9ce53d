namespace Federation.Governance.Counting;

/// <summary>Most first choices.</summary>
public sealed class Plurality : ICountingRule
{
    public string Name => "plurality";

    public string Counts => "first choices";

    public Count Count(Poll poll)
    {
        var first = new Continuing(poll).First(out var exhausted);
        var settling = new Settling(poll);
        var winner = settling.Most(poll.All, one => first[one], 1);
        return new Count(winner, [Round(poll.All, first, exhausted)], settling.Ties);
    }

    internal static CountingRound Round(
        IEnumerable<int> left, Shares first, long exhausted, int? eliminated = null) =>
        new([.. left.Select(one => new Standing(one, first[one]))], eliminated, exhausted);
}
