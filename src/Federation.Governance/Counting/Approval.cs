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
        foreach (var (ballot, weight) in poll.Ballots.Piles)
        {
            if (ballot.Scores.IsEmpty) Scoring.Points(ballot, Unranked.Below, worth);
            else Scoring.Scores(ballot, worth);
            var sum = 0L;
            foreach (var one in worth) sum += one;
            for (var one = 0; one < sums.Length; one++)
                if (Scoring.Approves(ballot, poll.Convention.Approving, one, worth, sum)) sums[one] += weight;
        }

        return Highest.Of(poll, one => sums[one]);
    }
}
