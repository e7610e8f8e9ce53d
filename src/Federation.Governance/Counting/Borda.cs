namespace Federation.Governance.Counting;

/// <summary>Most points: one for each alternative below on a ballot, half a point for each equal.</summary>
/// <remarks>From m - 1 for the first of m down to 0; the unranked share the average of what is left.</remarks>
public sealed class Borda : ICountingRule
{
    public string Name => "borda";

    public string Counts => "points";

    public Count Count(Poll poll)
    {
        var sums = new long[poll.Ballots.Alternatives];
        var points = new long[sums.Length];
        foreach (var (ballot, weight) in poll.Ballots.Piles)
        {
            Scoring.Points(ballot, poll.Convention.Unranked, points);
            for (var one = 0; one < sums.Length; one++) sums[one] += weight * points[one];
        }

        return Highest.Of(poll, one => Tally.Ratio(sums[one], 2));
    }
}
