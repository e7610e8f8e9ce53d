using Federation.Governance.Counting;

namespace Federation.Governance.Tests.Counting;

/// <summary>Long ballots are counted many numbers at a time and round after round: held here to the plain way.</summary>
public sealed class ManyCandidatesTests
{
    private const int Candidates = 45;

    [Theory]
    [InlineData(1, Unranked.Below)]
    [InlineData(1, Unranked.NotCompared)]
    [InlineData(100_000, Unranked.Below)]
    [InlineData(1_000_000_000, Unranked.NotCompared)]
    public void Pairs_and_beat_paths_are_those_of_the_plain_way(long times, Unranked unranked)
    {
        var poll = Poll(times, unranked);
        var over = new long[Candidates, Candidates];
        foreach (var (ballot, weight) in poll.Ballots.Piles)
            for (var a = 0; a < Candidates; a++)
                for (var b = 0; b < Candidates; b++)
                    if (Place(ballot, a) is { } better && (Place(ballot, b) is { } worse ? better < worse : unranked == Unranked.Below))
                        over[a, b] += weight;

        for (var a = 0; a < Candidates; a++)
            for (var b = 0; b < Candidates; b++) Assert.Equal(over[a, b], poll.Pairwise.Over(a, b));
        foreach (var (rule, byMargins) in new[] { ("schulze-margins", true), ("schulze-winning-votes", false) })
            Assert.Equal(Holds(over, byMargins), poll.Counted(rule).Rounds[0].Standings.Select(one => one.Tally));
    }

    [Theory]
    [InlineData("irv", Unranked.Below)]
    [InlineData("coombs", Unranked.Below)]
    [InlineData("coombs", Unranked.NotCompared)]
    public void Every_round_is_what_a_new_count_of_those_left_gives(string rule, Unranked unranked)
    {
        var poll = Poll(1, unranked);
        foreach (var round in poll.Counted(rule).Rounds)
        {
            int[] left = [.. round.Standings.Select(one => one.Alternative)];
            foreach (var standing in round.Standings)
            {
                Assert.Equal(Sum(poll, ballot => Share(Firsts(ballot, left), standing.Alternative)), standing.Tally);
                if (standing.Last is { } last)
                    Assert.Equal(Sum(poll, ballot => Share(Lasts(ballot, left, unranked), standing.Alternative)), last);
            }

            if (round.Eliminated is { } gone && rule == "irv")
                Assert.Equal(round.Standings.Min(one => one.Tally), round.Standings.Single(one => one.Alternative == gone).Tally);
            else if (round.Eliminated is { } last)
                Assert.Equal(round.Standings.Max(one => one.Last!.Value), round.Standings.Single(one => one.Alternative == last).Last);
        }
    }

    [Fact]
    public void A_tie_in_a_runoff_looks_at_earlier_rounds_the_latest_first()
    {
        // C goes, then D; A and B have 5 each then. Before D went A had 4 and B 5; before C went A had 4 and B 3.
        var count = Written.Poll("ABCD", "A 4, B 3, C>B 2, D>A 1, D 2").Counted("irv");

        Assert.Equal(1, count.Winner);
        Assert.Equal(TieLink.EarlierRound, count.Ties[^1].By);
    }

    private static Poll Poll(long times, Unranked unranked)
    {
        var random = new Random(5);
        var piles = Enumerable.Range(0, 40).Select(one =>
        {
            int[] order = [.. Enumerable.Range(0, Candidates)];
            random.Shuffle(order);
            var ranked = one % 4 == 0 ? Candidates : random.Next(1, Candidates);
            var together = one % 3 == 0 ? 3 : 1;
            return new Pile(Ballot.Weak(order[..ranked].Chunk(together)), times * random.Next(1, 3));
        });
        return new Poll(Ballots.Of(Candidates, piles), Written.Lots(Candidates), new Convention(unranked));
    }

    private static int? Place(Ballot ballot, int one)
    {
        for (var place = 0; place < ballot.Places; place++)
            if (ballot.Place(place).Contains(one)) return place;
        return null;
    }

    private static int[] Firsts(Ballot ballot, int[] left) => Enumerable.Range(0, ballot.Places)
        .Select(place => ballot.Place(place).ToArray().Intersect(left).ToArray()).FirstOrDefault(place => place.Length > 0, []);

    private static int[] Lasts(Ballot ballot, int[] left, Unranked unranked)
    {
        int[][] places = [.. Enumerable.Range(0, ballot.Places)
            .Select(place => ballot.Place(place).ToArray().Intersect(left).ToArray()).Where(place => place.Length > 0)];
        if (places.Length == 0) return [];
        int[] others = [.. left.Except(places.SelectMany(place => place))];
        if (others.Length > 0 && unranked == Unranked.Below) return others;
        return places.Length > 1 || places[0].Length > 1 ? places[^1] : [];
    }

    private static Tally Share(int[] among, int one) => among.Contains(one) ? Tally.Ratio(1, among.Length) : 0;

    private static Tally Sum(Poll poll, Func<Ballot, Tally> share) =>
        poll.Ballots.Piles.Aggregate(default(Tally), (sum, pile) => sum + (share(pile.Ballot) * pile.Weight));

    private static IEnumerable<Tally> Holds(long[,] over, bool byMargins)
    {
        var strength = new long[Candidates, Candidates];
        for (var a = 0; a < Candidates; a++)
            for (var b = 0; b < Candidates; b++)
                if (over[a, b] > over[b, a]) strength[a, b] = byMargins ? over[a, b] - over[b, a] : over[a, b];
        for (var by = 0; by < Candidates; by++)
            for (var a = 0; a < Candidates; a++)
                for (var b = 0; b < Candidates; b++)
                    strength[a, b] = Math.Max(strength[a, b], Math.Min(strength[a, by], strength[by, b]));
        return Enumerable.Range(0, Candidates)
            .Select(a => (Tally)Enumerable.Range(0, Candidates).Count(b => b != a && strength[a, b] >= strength[b, a]));
    }
}
