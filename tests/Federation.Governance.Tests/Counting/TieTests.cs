using Federation.Governance.Chance;
using Federation.Governance.Counting;

namespace Federation.Governance.Tests.Counting;

/// <summary>One chain of ties for all rules, and every tie is told.</summary>
public sealed class TieTests
{
    [Fact]
    public void Runoff_looks_back_at_earlier_rounds()
    {
        // Round 1: A 6, B 5, C 4, D 2: D goes, one ballot to B and one to C.
        var poll = Written.Poll("ABCD", "A 6, B>A 4, B>C 1, C 4, D>C 1, D>B 1");
        var count = poll.Counted("irv");

        // Round 2: A 6, B 6, C 5: C goes, its ballots are exhausted. Round 3: A 6, B 6: A was ahead in round 1.
        Assert.Equal("A 6, B 6", count.Rounds[^1].Told("ABCD"));
        Assert.Equal(0, count.Winner);
        var tie = Assert.Single(count.Ties);
        Assert.Equal((3, TiedFor.Winning, TieLink.EarlierRound, 0), (tie.Round, tie.For, tie.By, tie.Chosen));
        Assert.Equal([0, 1], tie.Among.AsEnumerable());
    }

    [Fact]
    public void Others_are_compared_head_to_head()
    {
        var count = Written.Poll("ABC", "A 3, B>A 3, C>B 1").Counted("plurality");

        var tie = Assert.Single(count.Ties);
        Assert.Equal((TieLink.HeadToHead, 1, 1), (tie.By, tie.Chosen, count.Winner));
    }

    [Fact]
    public void Then_the_nearest_to_what_holds_wins()
    {
        var even = Ballots.Of(2, [new(Ballot.Strict(0, 1), 4), new(Ballot.Strict(1, 0), 4)]);
        foreach (var rule in CountingRules.All.Where(rule => rule.Name != "condorcet"))
        {
            var count = rule.Count(new Poll(even, Written.Lots(2) with { Distances = [.3, .2] }));

            Assert.Equal((1, TieLink.NearestToStatusQuo), (count.Winner, count.Ties[^1].By));
        }
    }

    [Fact]
    public void The_lot_falls_on_everybody_alike_and_is_told()
    {
        var even = Ballots.Of(3, [new(Ballot.Strict(0), 1), new(Ballot.Strict(1), 1), new(Ballot.Strict(2), 1)]);
        var wins = new int[3];
        for (ulong seed = 0; seed < 600; seed++)
        {
            var count = new Plurality().Count(new Poll(even, TieChain.Drawn(new Dice(seed, 0), 7, 9, 3)));
            Assert.Equal(TieLink.Lot, Assert.Single(count.Ties).By);
            wins[count.Winner!.Value]++;
        }

        Assert.All(wins, won => Assert.InRange(won, 154, 246));
    }

    [Fact]
    public void Star_settles_its_final_by_scores_then_by_top_scores()
    {
        var byScore = new Poll(Ballots.Of(2, [new(Ballot.Scored(5, 0), 1), new(Ballot.Scored(1, 2), 1)]), Written.Lots(2));
        var byTop = new Poll(Ballots.Of(2, [new(Ballot.Scored(5, 3), 1), new(Ballot.Scored(2, 4), 1)]), Written.Lots(2));

        Assert.Equal(TieLink.Score, Assert.Single(byScore.Counted("star").Ties).By);
        Assert.Equal((0, TieLink.TopScores), (byTop.Counted("star").Winner, byTop.Counted("star").Ties[^1].By));
    }

    [Fact]
    public void Nobody_wins_a_cycle_by_Condorcet()
    {
        var cycle = Written.Poll("ABC", "A>B>C 1, B>C>A 1, C>A>B 1");

        Assert.Null(cycle.Counted("condorcet").Winner);
        Assert.Equal(TieLink.Lot, cycle.Counted("minimax").Ties[^1].By);
    }
}
