namespace Federation.Governance.Counting;

/// <summary>More than half of the first choices, or else the better of the two with most, head to head.</summary>
/// <remarks>A ballot's second round is read off its order: nobody is asked again.</remarks>
public sealed class TwoRound : ICountingRule
{
    public string Name => "tworound";

    public string Counts => "first choices";

    public Count Count(Poll poll)
    {
        var continuing = new Continuing(poll);
        var settling = new Settling(poll);
        var first = continuing.First(out var exhausted);
        var opening = Plurality.Round(poll.All, first, exhausted);
        var whole = poll.Ballots.Total - exhausted;
        foreach (var one in poll.All)
            if (first[one] * 2 > whole) return new Count(one, [opening], settling.Ties);

        var two = settling.Two(poll.All, one => first[one], 1);
        foreach (var one in poll.All.Except(two)) continuing.Leave(one);
        var second = continuing.First(out exhausted);
        var winner = settling.Most(two, one => second[one], 2, [(TieLink.EarlierRound, one => first[one])]);
        return new Count(winner, [opening, Plurality.Round(two, second, exhausted)], settling.Ties);
    }
}
