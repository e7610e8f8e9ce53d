using Federation.Governance.Chance;
using Federation.Governance.Counting;

namespace Federation.Check.Known;

/// <summary>How much of the possible welfare rules reach among very many voters with even utilities.</summary>
/// <remarks>Weber 1978: with ever more voters it is the correlation, on one ballot, of utilities and points.</remarks>
public static class Weber
{
    public static double Plurality(int candidates) => Math.Sqrt(3.0 * candidates) / (candidates + 1);

    public static double Borda(int candidates) => Math.Sqrt(candidates / (candidates + 1.0));

    /// <summary>The correlation, counted over random ballots by a rule of the product.</summary>
    public static double Measured(ICountingRule rule, int candidates, int ballots)
    {
        var (both, ofUtility, ofPoints) = (0.0, 0.0, 0.0);
        var chain = new TieChain([.. Enumerable.Range(0, candidates).Select(one => (ulong)one)], []);
        for (var ballot = 0; ballot < ballots; ballot++)
        {
            var draws = new Draws(new Dice(14, 0), (ulong)ballot);
            double[] utilities = [.. Enumerable.Range(0, candidates).Select(_ => draws.Uniform())];
            int[] order = [.. Enumerable.Range(0, candidates).OrderByDescending(one => utilities[one])];
            var count = rule.Count(new Poll(Ballots.Of(candidates, [new Pile(Ballot.Strict(order), 1)]), chain));
            double[] points = [.. count.Rounds[0].Standings.Select(one => one.Tally.Number())];
            var (meanUtility, meanPoints) = (utilities.Average(), points.Average());
            for (var one = 0; one < candidates; one++)
            {
                var (u, p) = (utilities[one] - meanUtility, points[one] - meanPoints);
                (both, ofUtility, ofPoints) = (both + (u * p), ofUtility + (u * u), ofPoints + (p * p));
            }
        }

        return both / Math.Sqrt(ofUtility * ofPoints);
    }
}
