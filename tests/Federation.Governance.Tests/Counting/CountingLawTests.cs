using CsCheck;
using Federation.Governance.Counting;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Tests.Counting;

/// <summary>What must hold for any ballots.</summary>
public sealed class CountingLawTests
{
    private static readonly string[] ElectsCondorcetWinners =
        ["minimax", "schulze-margins", "schulze-winning-votes", "copeland"];

    private static readonly Gen<Ballot> Weak = Gen.Int[0, 4].Array[4].Select(ranks => Ballot.Weak(
        Enumerable.Range(1, 4).Select(rank => Enumerable.Range(0, 4).Where(one => ranks[one] == rank))));

    private static readonly Gen<Ballot> Any = Gen.OneOf(Weak, Gen.Int[0, 5].Array[4].Select(scores => Ballot.Scored(scores)));

    private static readonly Gen<Ballots> Boxes = Box(Any);

    [Fact]
    public void A_Condorcet_winner_wins_wherever_only_pairs_count() => Boxes.Sample(ballots =>
    {
        var poll = new Poll(ballots, Written.Lots(4));
        if (poll.Pairwise.Winner() is { } winner)
            Assert.All(ElectsCondorcetWinners, rule => Assert.Equal(winner, poll.Counted(rule).Winner));
    });

    [Fact]
    public void More_than_half_of_first_choices_win_by_every_majority_rule() => Boxes.Sample(ballots =>
    {
        var poll = new Poll(ballots, Written.Lots(4));
        var first = poll.Counted("plurality").Rounds[0];
        foreach (var one in first.Standings.Where(one => one.Tally * 2 > ballots.Total))
            Assert.All((string[])["plurality", "tworound", "irv", "coombs"], rule => Assert.Equal(one.Alternative, poll.Counted(rule).Winner));
    });

    [Fact]
    public void Piles_counted_apart_and_put_together_are_the_whole() => Gen.Select(Boxes, Boxes).Sample((some, more) =>
    {
        var piles = some.Piles.SelectMany(pile => Enumerable.Repeat(new Pile(pile.Ballot, 1), (int)pile.Weight)).Reverse();
        var whole = Ballots.Of(4, piles.Concat(more.Piles));

        Assert.Equal(some.With(more).Piles.AsEnumerable(), whole.Piles);
        Assert.Equal(some.Total + more.Total, whole.Total);
    });

    [Fact]
    public void Ballots_come_back_from_their_encoding() => Boxes.Sample(ballots =>
    {
        var writer = new CanonicalWriter();
        ballots.Write(writer);
        var reader = new CanonicalReader(writer.Written);

        var back = Ballots.Read(ref reader);

        reader.End();
        Assert.Equal((ballots.Alternatives, ballots.Total), (back.Alternatives, back.Total));
        Assert.Equal(ballots.Piles.AsEnumerable(), back.Piles);
    });

    [Fact]
    public void Every_round_accounts_for_every_ballot() => Box(Weak).Sample(ballots =>
    {
        foreach (var rule in (string[])["plurality", "tworound", "irv", "coombs"])
            foreach (var round in new Poll(ballots, Written.Lots(4)).Counted(rule).Rounds)
                Assert.Equal((Tally)ballots.Total, round.Standings.Aggregate((Tally)round.Exhausted, (sum, one) => sum + one.Tally));
    });

    [Fact]
    public void The_names_of_alternatives_do_not_matter() => Box(Weak).Sample(ballots =>
    {
        var turned = Ballots.Of(4, ballots.Piles.Select(pile => new Pile(Ballot.Weak(
            Enumerable.Range(0, pile.Ballot.Places).Select(place => pile.Ballot.Place(place).ToArray().Select(one => 3 - one))), pile.Weight)));
        var lots = Written.Lots(4);
        TieChain mirrored = lots with { Lots = [.. lots.Lots.Reverse()] };
        foreach (var rule in CountingRules.All)
            Assert.Equal(3 - rule.Count(new Poll(ballots, lots)).Winner, rule.Count(new Poll(turned, mirrored)).Winner);
    });

    private static Gen<Ballots> Box(Gen<Ballot> ballots) => Gen.Select(ballots, Gen.Int[1, 9]).Array[1, 12]
        .Select(piles => Ballots.Of(4, piles.Select(pile => new Pile(pile.Item1, pile.Item2))));
}
