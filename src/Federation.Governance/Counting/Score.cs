namespace Federation.Governance.Counting;

/// <summary>Highest sum of scores.</summary>
public sealed class Score : ICountingRule
{
    public string Name => "score";

    public string Counts => "sum of scores";

    public Count Count(Poll poll)
    {
        var sums = Sums(poll);
        return Highest.Of(poll, one => sums[one]);
    }

    internal static long[] Sums(Poll poll)
    {
        var sums = new long[poll.Ballots.Alternatives];
        var scores = new long[sums.Length];
        foreach (var (ballot, weight) in poll.Ballots.Piles)
        {
            Scoring.Scores(ballot, scores);
            for (var one = 0; one < sums.Length; one++) sums[one] += weight * scores[one];
        }

        return sums;
    }
}
