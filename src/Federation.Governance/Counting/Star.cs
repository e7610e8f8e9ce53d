using System.Collections.Immutable;

namespace Federation.Governance.Counting;

/// <summary>Score, then automatic runoff: of the two with the highest scores the one more ballots prefer.</summary>
/// <remarks>Ties: for the final head to head; in it the higher score, then more ballots with the highest
/// score given. Source: starvoting.org/ties.</remarks>
public sealed class Star : ICountingRule
{
    public string Name => "star";

    public string Counts => "sum of scores, then ballots that prefer";

    public Count Count(Poll poll)
    {
        var settling = new Settling(poll);
        var sums = Score.Sums(poll);
        var two = settling.Two(poll.All, one => sums[one], 1);
        var (preferring, top, equal) = Compare(poll, two);
        var winner = settling.Most(two, one => preferring[one], 2,
            [(TieLink.Score, one => sums[one]), (TieLink.TopScores, one => top[one])]);
        return new Count(winner,
            [
                new CountingRound([.. poll.All.Select(one => new Standing(one, sums[one]))]),
                new CountingRound([.. two.Select(one => new Standing(one, preferring[one]))], null, equal),
            ], settling.Ties);
    }

    /// <summary>By scores, not by places: two that were given the same score are equal to the final.</summary>
    private static (long[] Preferring, long[] Top, long Equal) Compare(Poll poll, ImmutableArray<int> two)
    {
        var (preferring, top, equal) = (new long[poll.Ballots.Alternatives], new long[poll.Ballots.Alternatives], 0L);
        var highest = (long)Scoring.Most;
        if (poll.Ballots.Piles.Any(pile => !pile.Ballot.Scores.IsEmpty))
            highest = poll.Ballots.Piles.Max(pile => pile.Ballot.Scores.DefaultIfEmpty(0).Max());
        var scores = new long[preferring.Length];
        foreach (var (ballot, weight) in poll.Ballots.Piles)
        {
            Scoring.Scores(ballot, scores);
            foreach (var one in two)
            {
                if (scores[one] == highest) top[one] += weight;
                if (two.All(other => other == one || scores[one] > scores[other])) preferring[one] += weight;
            }

            if (two.Length == 2 && scores[two[0]] == scores[two[1]]) equal += weight;
        }

        return (preferring, top, equal);
    }
}
