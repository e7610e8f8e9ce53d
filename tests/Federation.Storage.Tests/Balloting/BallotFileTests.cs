using System.Text;
using Federation.Governance.Chance;
using Federation.Governance.Counting;
using Federation.Storage.Balloting;

namespace Federation.Storage.Tests.Balloting;

/// <summary>Every dialect of ballot files, read as its writer meant it.</summary>
public sealed class BallotFileTests
{
    private const string New = """
        # FILE NAME: 1.toi
        # TITLE: Lunch
        # DATA TYPE: toi
        # NUMBER ALTERNATIVES: 3
        # NUMBER VOTERS: 6
        # ALTERNATIVE NAME 1: Ann
        # ALTERNATIVE NAME 2: Bob, the second
        # ALTERNATIVE NAME 3: Cid: "c"
        3: 1,{2,3}

        2:3
        1: {1, 2}
        """;

    private const string Debian = """
           The format is:
               "V: vote  MD5SUM"
             Option 1----->: Ann
           /  Option 2---->: Bob
           |/  Option 3--->: None of the above
           ||/
        V: 213  abc
        V: 1-1  def
        V: --9
        """;

    [Theory]
    [InlineData("1.toi", New, "Lunch", "Ann>Bob, the second=Cid: \"c\" 3; Ann=Bob, the second 1; Cid: \"c\" 2")]
    [InlineData("old.toi", "3\n1,Ann\n2,Bob\n3,Cid\n6,6,3\n3,1,{2,3}\n2,3\n1,{1,2}\n", "old", "Ann>Bob=Cid 3; Ann=Bob 1; Cid 2")]
    [InlineData("plain.blt", "3 2\n-2\n4 1 2 3 0\n2 3 0\n0\n\"Ann\"\n\"Bob\"\n\"Cid\"\n\"Lunch\"\n", "Lunch", "Ann>Cid 4; Cid 2")]
    [InlineData("one-line.blt", "2 1 3 1 2 0 1 2 0 0 \"Ann\" \"Bob \"\"B\"\"\" \"Lunch\"", "Lunch", "Ann>Bob \"\"B\"\" 3; Bob \"\"B\"\" 1")]
    [InlineData("doubled.blt",
        "2 1\n3 1 2 0\n1 2 0\n0\n\"Ann\"\n\"Bob \"\"x\"\"\"\n", "doubled", "Ann>Bob \"x\" 3; Bob \"x\" 1")]
    [InlineData("short.txt", "Option 1: Ann\nOption 2 : Bob\nV: 12 a\nV: 2- b\n", "short", "Ann 1; Ann>Bob 1")]
    [InlineData("counted.csv", "1st choice,2nd choice,Number of ballots\nAnn,Bob,10\nBob,,5\n", "counted", "Ann>Bob 10; Bob 5")]
    [InlineData("opavote.blt",
        "# a comment\n3 1 # seats\n/* more\n lines */ (id 7) 1=2 3 0\n(x) 1 - 3 0\n2 (1 2) 0\n0\n\"A \"nick\" #1\"\nB # b\n\"C\"\n",
        "opavote", "A \"nick\" #1=B 2; A \"nick\" #1=B>C 1; A \"nick\" #1>C 1")]
    [InlineData("no-zero.blt", "2 1\n3 1 2\n1 2\n0\n\"Ann\"\n\"Bob\"\n", "no-zero", "Ann>Bob 3; Bob 1")]
    [InlineData("droop.blt", "2 1\n[nick a b]\n[withdrawn b]\n3 a b 0\n0\n\"Ann\"\n\"Bob\"\n", "droop", "Ann 3")]
    [InlineData("tally.txt", Debian, "tally", "Ann=None of the above 1; Bob>Ann>None of the above 1; None of the above 1")]
    [InlineData("places.csv", "Precinct,1st choice,choice 2,rank_3,Count\nW,Ann,Bob,,2\nW,undervote,Cid=Ann,overvote,1\n", "places",
        "Ann>Bob 2; Ann=Cid 1")]
    [InlineData("columns.csv", "id;Ann;Bob;Cid\n1;1;2;\n2;2;1;2\n\n3;;1;3\n", "columns", "Bob>Ann=Cid 1; Ann>Bob 1; Bob>Cid 1")]
    [InlineData("data.txt", "rank1\trank2\nAnn\tBob\n", "data", "Ann>Bob 1")]
    public void Dialects_are_understood(string name, string text, string title, string ballots)
    {
        var election = Sheets.Read(name, text.Replace("\"\"B\"\"", "'B'", StringComparison.Ordinal));

        Assert.Equal(title, election.Title);
        Assert.Equal(Sorted(ballots.Replace("\"\"B\"\"", "'B'", StringComparison.Ordinal)), Sorted(election.Told()));
    }

    [Fact]
    public void Encodings_and_line_ends_do_not_matter()
    {
        const string text = "1 1\n2 1 0\n0\n\"Kårén\"\n\"Wahl\"\n";
        Encoding[] encodings = [Encoding.UTF8, new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];
        foreach (var encoding in encodings)
            foreach (var end in (string[])["\n", "\r\n", "\r", "\n\n"])
            {
                byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text.Replace("\n", end, StringComparison.Ordinal))];
                Assert.Equal("Kårén 2", Sheets.Read("a.blt", bytes).Told());
            }
    }

    [Fact]
    public void Scores_and_conventions_reach_the_ballots()
    {
        const string csv = "rank1,rank2,rank3\nAnn=Bob,Cid,\n,Ann,Bob\n";

        Assert.Equal("Cid 1; Ann>Bob 1", string.Join("; ", Sheets.Read("a.csv", csv, new Marking(Overvotes.Skip)).Told()
            .Split("; ").OrderDescending()));
        Assert.Equal(" 2", Sheets.Read("a.csv", csv, new Marking(Overvotes.Exhaust, Skipped.Exhaust)).Told());
        var scored = Sheets.Read("a.csv", "Ann,Bob\n5,0\n2,3\n", cells: Cells.Scores);
        Assert.Equal([[2, 3], [5, 0]], scored.Ballots.Piles.Select(pile => pile.Ballot.Scores.ToArray()).OrderBy(scores => scores[0]));
    }

    [Theory]
    [InlineData("Ann,Bob\n5,0\n0,5\n,\n")]
    [InlineData("Ann,Bob,count\n5,0,1\n0,5,1\n,,1\n")]
    [InlineData("Ann,Bob,count\n5,0,1\n0,5,1\n0,0,1\n\n")]
    public void A_row_that_scores_nobody_is_a_ballot_for_nobody(string csv)
    {
        var election = Sheets.Read("a.csv", csv, cells: Cells.Scores);
        var first = CountingRules.Find("plurality")!.Count(
            new Poll(election.Ballots, TieChain.Drawn(new Dice(1, 0), 0, 0, 2))).Rounds[0];

        Assert.Equal(3, election.Ballots.Total);
        Assert.Equal(["1", "1"], first.Standings.Select(one => $"{one.Tally}"));
    }

    [Fact]
    public void A_header_may_announce_millions_of_voters() =>
        Assert.Contains("1,500,000 ballots", Assert.Single(Sheets.Read(
            "a.soc", "# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 1500000\n1: 1,2\n").Notes), StringComparison.Ordinal);

    [Theory]
    [InlineData("burlington-2009.blt", "Kiss", "Montroll")]
    [InlineData("alaska-2022.csv", "Peltola", "Begich")]
    public void Shipped_examples_end_as_published(string file, string runoff, string condorcet)
    {
        var election = BallotFile.Read(Sheets.Example(file), new Marking());
        var poll = new Poll(election.Ballots, TieChain.Drawn(new Dice(1, 0), 0, 0, 3));

        Assert.Equal(runoff, election.Candidates[CountingRules.Find("irv")!.Count(poll).Winner!.Value]);
        Assert.Equal(condorcet, election.Candidates[CountingRules.Find("condorcet")!.Count(poll).Winner!.Value]);
    }

    [Fact]
    public void A_header_that_announces_more_is_told() =>
        Assert.Contains("6 ballots (line 5), the file holds 3", Assert.Single(
            Sheets.Read("1.toi", New[..New.IndexOf("\n\n2:3", StringComparison.Ordinal)]).Notes),
            StringComparison.Ordinal);

    /// <summary>As PrefLib had its elections of the APA and of Labour.</summary>
    [Theory]
    [InlineData("a.soi")]
    [InlineData("votes")]
    public void Older_files_may_number_alternatives_from_nought(string file)
    {
        const string text = "3\n0,Ann \n1,Bob \n2,Cid \n6,6,3\n3,2,0\n2,0\n1,1,2,0\n";

        Assert.Equal("Ann 2; Bob>Cid>Ann 1; Cid>Ann 3", Sorted(Sheets.Read(file, text).Told()));
        var wrong = Assert.Throws<BallotFileException>(() => Sheets.Read(file, text + "1,3\n"));
        Assert.Equal(("'3' is not an alternative: there are 3", "Write numbers from 0 to 2"), (wrong.Message, wrong.Remedy));
    }

    /// <summary>A column of counts by a name that is not known is a candidate nobody can have meant.</summary>
    [Fact]
    public void A_rank_beyond_all_candidates_is_told_as_what_may_be_a_count()
    {
        Assert.StartsWith("Column 'Anzahl' has rank 10 of 3 candidates: ", Assert.Single(
            Sheets.Read("a.csv", "Ann;Bob;Anzahl\n1;2;10\n2;1;4\n").Notes), StringComparison.Ordinal);
        Assert.Empty(Sheets.Read("a.csv", "Ann;Bob;count\n1;2;10\n2;1;4\n").Notes);
    }

    private static string Sorted(string piles) => string.Join("; ", piles.Split("; ").Order(StringComparer.Ordinal));
}
