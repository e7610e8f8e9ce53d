
namespace Federation.Governance.Tests.Counting;

/// <summary>V15 to V17, V23 and Schulze's example: real and textbook elections.</summary>
public sealed class KnownElectionTests
{
    private const string Burlington =
        "M>K>W 1332, M>W>K 767, M 455, K>M>W 2043, K>W>M 371, K 568, W>M>K 1513, W>K>M 495, W 1289";

    private const string Alaska =
        "P>B>S 47404, P 23736, S 21260, B>S>P 27054, B 11280, B>P>S 15463, P>S>B 4648, S>B>P 34052, S>P>B 3654";

    private const string Tennessee = "M>N>C>K 42, N>C>K>M 26, C>K>N>M 15, K>C>N>M 17";

    private const string SchulzeExample =
        "A>C>B>E>D 5, A>D>E>C>B 5, B>E>D>A>C 8, C>A>B>E>D 3, C>A>E>B>D 7, C>B>A>D>E 2, D>C>E>B>A 7, E>B>A>D>C 8";

    [Theory]
    [InlineData(Burlington, "MKW", "plurality", 'W')]
    [InlineData(Burlington, "MKW", "irv", 'K')]
    [InlineData(Burlington, "MKW", "tworound", 'K')]
    [InlineData(Burlington, "MKW", "borda", 'M')]
    [InlineData(Burlington, "MKW", "condorcet", 'M')]
    [InlineData(Burlington, "MKW", "minimax", 'M')]
    [InlineData(Burlington, "MKW", "schulze-margins", 'M')]
    [InlineData(Burlington, "MKW", "schulze-winning-votes", 'M')]
    [InlineData(Burlington, "MKW", "copeland", 'M')]
    [InlineData(Alaska, "BSP", "plurality", 'P')]
    [InlineData(Alaska, "BSP", "irv", 'P')]
    [InlineData(Alaska, "BSP", "borda", 'B')]
    [InlineData(Alaska, "BSP", "condorcet", 'B')]
    [InlineData(Tennessee, "MNCK", "plurality", 'M')]
    [InlineData(Tennessee, "MNCK", "irv", 'K')]
    [InlineData(Tennessee, "MNCK", "tworound", 'N')]
    [InlineData(Tennessee, "MNCK", "coombs", 'N')]
    [InlineData(Tennessee, "MNCK", "condorcet", 'N')]
    [InlineData(Tennessee, "MNCK", "borda", 'N')]
    [InlineData(SchulzeExample, "ABCDE", "schulze-margins", 'E')]
    [InlineData(SchulzeExample, "ABCDE", "schulze-winning-votes", 'E')]
    public void Elections_end_as_published(string ballots, string names, string rule, char winner) =>
        Assert.Equal(winner, Written.Poll(names, ballots).Winner(rule, names));

    [Fact]
    public void Burlington_has_its_published_tallies()
    {
        var poll = Written.Poll("MKW", Burlington);
        var runoff = poll.Counted("irv");

        Assert.Equal("M 2554, K 2982, W 3297", poll.Counted("plurality").Rounds[0].Told("MKW"));
        Assert.Equal("M 2554, K 2982, W 3297", runoff.Rounds[0].Told("MKW"));
        Assert.Equal("K 4314, W 4064", runoff.Rounds[1].Told("MKW"));
        Assert.Equal((0, 2, 455), (runoff.Rounds[0].Eliminated, runoff.Rounds.Length, runoff.Rounds[1].Exhausted));
        Assert.Equal((4067, 3477), (poll.Pairwise.Over(0, 1), poll.Pairwise.Over(1, 0)));
        Assert.Equal((4597, 3668), (poll.Pairwise.Over(0, 2), poll.Pairwise.Over(2, 0)));
    }

    [Fact]
    public void Alaska_has_its_published_tallies()
    {
        var poll = Written.Poll("BSP", Alaska);

        Assert.Equal("B 53797, S 58966, P 75788", poll.Counted("irv").Rounds[0].Told("BSP"));
        Assert.Equal("S 86020, P 91251", poll.Counted("irv").Rounds[1].Told("BSP"));
        Assert.Equal((87849, 79442), (poll.Pairwise.Over(0, 2), poll.Pairwise.Over(2, 0)));
        Assert.Equal((101201, 63614), (poll.Pairwise.Over(0, 1), poll.Pairwise.Over(1, 0)));
        Assert.True(poll.Pairwise.Margin(1, 0) < 0 && poll.Pairwise.Margin(1, 2) < 0, "Palin loses to both");
    }

    /// <summary>V17: people who stay at home get what they would have wanted.</summary>
    [Theory]
    [InlineData(5170, 'B')]
    [InlineData(5169, 'P')]
    public void Fewer_ballots_for_Palin_elect_whom_they_put_second(int fewer, char winner) => Assert.Equal(
        winner, Written.Poll("BSP", Alaska.Replace("34052", $"{34052 - fewer}")).Winner("irv", "BSP"));

    [Fact]
    public void Tennessee_has_its_published_tallies()
    {
        var poll = Written.Poll("MNCK", Tennessee);

        Assert.Equal("M 42, K 58", poll.Counted("irv").Rounds[^1].Told("MNCK"));
        Assert.Equal("M 126, N 194, C 173, K 107", poll.Counted("borda").Rounds[0].Told("MNCK"));
        Assert.Equal("M 58, N 0, C 0, K 42", string.Join(", ", poll.Counted("coombs").Rounds[0].Standings
            .Select(one => $"{"MNCK"[one.Alternative]} {one.Last}")));
    }
}
