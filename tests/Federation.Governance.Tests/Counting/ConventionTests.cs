using Federation.Governance.Counting;

namespace Federation.Governance.Tests.Counting;

/// <summary>Where rules leave open how a ballot is read, the option decides, and the tallies show it.</summary>
public sealed class ConventionTests
{
    [Fact]
    public void The_unranked_are_below_or_not_compared()
    {
        const string ballots = "A 5, B>A 3, C>B 4";
        var below = Written.Poll("ABC", ballots);
        var open = Written.Poll("ABC", ballots, new Convention(Unranked.NotCompared));

        Assert.Equal((5, 7), (below.Pairwise.Over(0, 1), below.Pairwise.Over(1, 0)));
        Assert.Equal((0, 3), (open.Pairwise.Over(0, 1), open.Pairwise.Over(1, 0)));
        Assert.Equal("A 13, B 12.5, C 10.5", below.Counted("borda").Rounds[0].Told("ABC"));
        Assert.Equal("A 0, B 3, C 4", open.Counted("borda").Rounds[0].Told("ABC"));
    }

    [Fact]
    public void Margins_and_winning_ballots_part_where_ballots_stop_early()
    {
        // A beats B 9:8, B beats C 5:1, C beats A 12:4. By margins A's win is the weakest, by winning sides B's.
        var poll = Written.Poll("ABC", "A>B 9, B>A 8, B>C 5, C>B 1, C>A 12, A>C 4", new Convention(Unranked.NotCompared));

        Assert.Equal('B', poll.Winner("schulze-margins", "ABC"));
        Assert.Equal('C', poll.Winner("schulze-winning-votes", "ABC"));
    }

    [Theory]
    [InlineData(Overvotes.Equal, Skipped.Pass, "A=B>D>C")]
    [InlineData(Overvotes.Exhaust, Skipped.Pass, "")]
    [InlineData(Overvotes.Skip, Skipped.Pass, "D")]
    [InlineData(Overvotes.Skip, Skipped.Exhaust, "")]
    [InlineData(Overvotes.Equal, Skipped.Exhaust, "A=B")]
    [InlineData(Overvotes.Equal, Skipped.ExhaustAtTwo, "A=B>D")]
    public void Marks_become_a_ballot_by_the_convention_asked_for(Overvotes overvotes, Skipped skipped, string read)
    {
        int[][] marks = [[1, 0], [], [3, 3], [], [], [2, 3]];

        var ballot = new Marking(overvotes, skipped).Read(marks);

        Assert.Equal(read, string.Join('>', Enumerable.Range(0, ballot.Places)
            .Select(place => string.Join('=', ballot.Place(place).ToArray().Select(one => "ABCD"[one])))));
    }

    [Fact]
    public void A_shared_first_place_is_counted_in_equal_parts_that_add_up()
    {
        var first = Written.Poll("ABCD", "A=B=C 1, A=B 1, D 1").Counted("plurality").Rounds[0];

        Assert.Equal("A 0.833333, B 0.833333, C 0.333333, D 1", first.Told("ABCD"));
        Assert.Equal((Tally)3, first.Standings.Aggregate(default(Tally), (sum, one) => sum + one.Tally));
    }

    [Fact]
    public void A_ranking_gives_scores_and_approvals_between_its_own_ends()
    {
        var poll = Written.Poll("ABCDE", "A>B>C>D>E 2, A 1");

        Assert.Equal("A 15, B 8, C 4, D 2, E 0", poll.Counted("score").Rounds[0].Told("ABCDE"));
        Assert.Equal("A 3, B 2, C 2, D 0, E 0", poll.Counted("approval").Rounds[0].Told("ABCDE"));
        var ranked = Written.Poll("ABCDE", "A>B>C>D>E 2, A 1", new Convention(Approving: Approving.Ranked));
        Assert.Equal("A 3, B 2, C 2, D 2, E 2", ranked.Counted("approval").Rounds[0].Told("ABCDE"));
    }

    [Fact]
    public void Written_scores_are_taken_as_they_are()
    {
        var poll = new Poll(Ballots.Of(3,
            [new(Ballot.Scored(5, 4, 0), 40), new(Ballot.Scored(0, 4, 5), 35), new(Ballot.Scored(0, 2, 5), 25)]), Written.Lots(3));

        Assert.Equal("A 200, B 350, C 300", poll.Counted("score").Rounds[0].Told("ABC"));
        var star = poll.Counted("star");
        Assert.Equal("B 40, C 60", star.Rounds[1].Told("ABC"));
        Assert.Equal(2, star.Winner);
    }

    [Fact]
    public void Approvals_are_scores_of_one_and_nought()
    {
        var poll = new Poll(Ballots.Of(3, [new(Ballot.Scored(1, 1, 0), 3), new(Ballot.Scored(0, 0, 1), 4), new(Ballot.Scored(0, 1, 0), 2)]),
            Written.Lots(3));

        Assert.Equal("A 3, B 5, C 4", poll.Counted("approval").Rounds[0].Told("ABC"));
    }
}
