namespace Federation.Governance.Counting;

/// <summary>Others beaten head to head; a tie counts half.</summary>
public sealed class Copeland : ICountingRule
{
    public string Name => "copeland";

    public string Counts => "others beaten, ties half";

    public Count Count(Poll poll) => Highest.Of(poll, one => Tally.Ratio(
        poll.All.Where(other => other != one).Sum(other => 1L + Math.Sign(poll.Pairwise.Margin(one, other))), 2));
}
