namespace Federation.Governance.Counting;

/// <summary>Approved on most ballots.</summary>
public sealed class Approval : ICountingRule
{
    public string Name => "approval";

    public string Counts => "approvals";

    public Count Count(Poll poll)
    {
        var sums = new long[poll.Ballots.Alternatives];
        var worth = new long[sums.Length];
        var approved = new bool[sums.Length];
        foreach (var (ballot, weight) in poll.Ballots.Piles)
        {
            Scoring.Approve(ballot, poll.Convention.Approving, worth, approved);
            for (var one = 0; one < sums.Length; one++)
                if (approved[one]) sums[one] += weight;
        }

        return Highest.Of(poll, one => sums[one]);
    }
}
