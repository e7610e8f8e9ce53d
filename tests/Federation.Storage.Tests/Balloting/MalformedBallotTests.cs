using System.Text;
using Federation.Storage.Balloting;

namespace Federation.Storage.Tests.Balloting;

/// <summary>Files that cannot be read: the line, the reason and a remedy, never a guess.</summary>
public sealed class MalformedBallotTests
{
    private const string Toi = "# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n";

    [Theory]
    [InlineData("a.soi", Toi + "3: 1,3\n", 4, "'3' is not an alternative: there are 2")]
    [InlineData("a.soi", Toi + "3: 1,1\n", 4, "alternative 1 stands twice")]
    [InlineData("a.soi", Toi + "3: {1,2}\n", 4, "share a place")]
    [InlineData("a.soc", Toi + "3: 1\n", 4, "1 of 2 alternatives are ranked")]
    [InlineData("a.toc", Toi + "3: 1,{2\n", 4, "'}' is missing")]
    [InlineData("a.toc", Toi + "3: 1,2}\n", 4, "a '}' too many")]
    [InlineData("a.toi", Toi + "3; 1,2\n", 4, "expected a count, a colon and an order")]
    [InlineData("a.toi", Toi + "x: 1,2\n", 4, "'x' is not a number of ballots")]
    [InlineData("a.toi", Toi + "-1: 1,2\n", 4, "'-1' is not a number of ballots")]
    [InlineData("a.toi", Toi + "9000000000000000000: 1\n", 4, "more than 100,000,000,000 ballots")]
    [InlineData("a.toi", Toi + "90000000000: 1\n90000000000: 2\n", 5, "more than 100,000,000,000 ballots")]
    [InlineData("a.blt", "3 1\n3 1\n2 3 0\n0\n", 3, "ends with a 0, and one before it does not")]
    [InlineData("a.csv", "A>B,10\nB,5\n", 1, "the first place is '10'")]
    [InlineData("a.toi", Toi, 3, "there are no ballots")]
    [InlineData("a.toi", "# NUMBER ALTERNATIVES: many\n", 1, "'many', not a whole number")]
    [InlineData("a.soi", "3\n1,A\n3,B\n", 3, "expected '2,' and the name")]
    [InlineData("a.soi", "2\n1,A\n", 2, "the file ends after 1 names")]
    [InlineData("a.soi", "1\n1,A\n5\n", 3, "expected three numbers")]
    [InlineData("a.blt", "", 0, "it is empty")]
    [InlineData("a.blt", "x 1\n", 1, "expected the number of candidates, and found 'x'")]
    [InlineData("a.blt", "2 1\n3 1 2 0\n", 2, "the file ends before the ballots do")]
    [InlineData("a.blt", "2 1\n3 1 3 0\n0\n", 2, "'3' is not a candidate: there are 2")]
    [InlineData("a.blt", "2 1\n3 1 1 0\n0\n", 2, "stands twice on one ballot")]
    [InlineData("a.blt", "2 1\n3 1 0\n2 1 2\n0\n", 3, "has no 0 at its end")]
    [InlineData("a.blt", "2 1\n1.5 1 0\n0\n", 2, "found '1.5'")]
    [InlineData("a.blt", "2 1\n-3\n1 1 0\n0\n", 2, "'3' is not a candidate")]
    [InlineData("a.blt", "2 1\n-1\n-1\n1 1 0\n0\n", 3, "withdrew twice")]
    [InlineData("a.blt", "2 1\n[nik a b]\n", 2, "there is no option [nik a b]")]
    [InlineData("a.blt", "2 1\n1 1 0\n0\n\"A\"\n", 4, "there are 1 names for 2 candidates")]
    [InlineData("a.blt", "2 1\n0\n\"A\"\n\"B\"\n", 4, "there are no ballots")]
    [InlineData("a.txt", "Option 1->: A\nV: 12\n", 2, "'12' has 2 marks, but there are 1 options")]
    [InlineData("a.txt", "Option 1->: A\nV: ?\n", 2, "'?' is not a mark")]
    [InlineData("a.txt", "Option 2->: A\nV: 1\n", 1, "option 2 comes after option 0")]
    [InlineData("a.txt", "Option 1->: A\nV:\n", 2, "there are no marks")]
    [InlineData("a.csv", "", 0, "it is empty")]
    [InlineData("a.csv", "id,precinct\n1,2\n", 1, "no column is a place or a candidate")]
    [InlineData("a.csv", "A,A\n1,2\n", 1, "two columns are named 'A'")]
    [InlineData("a.csv", "A,B\n1,first\n", 2, "'first' is not a rank")]
    [InlineData("a.csv", "A,B\n1,2\n0,1\n", 3, "'0' is not a rank")]
    [InlineData("a.csv", "A,B,count\n1,2,x\n", 2, "'x' in column 'count' is not a count")]
    [InlineData("a.csv", "A,B\n1\n", 2, "the row has 1 cells, the header 2")]
    [InlineData("a.csv", "A,B\n\"1,2\n", 2, "quotation marks do not pair")]
    [InlineData("a.csv", "A,B\n", 1, "there are no ballots")]
    [InlineData("a.csv", "A,B,count\n1,2,0\n", 2, "there are no ballots")]
    [InlineData("a.csv", "hello\n", 1, "there is one column, 'hello'")]
    [InlineData("a.csv", "Apple\n1\n1\n", 1, "there is one column, 'Apple'")]
    [InlineData("a.dat", "hello\n", 1, "no file of ballots that is known here")]
    public void The_line_and_the_reason_are_told(string name, string text, int line, string reason)
    {
        var wrong = Assert.Throws<BallotFileException>(() => Sheets.Read(name, text));

        Assert.Contains(reason, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(line, wrong.Line);
        Assert.EndsWith(line > 0 ? $"{name}:{line}" : name, wrong.Where, StringComparison.Ordinal);
        Assert.NotEmpty(wrong.Remedy);
    }

    [Fact]
    public void Who_gives_scores_for_ranks_is_told_how_to_say_so()
    {
        Assert.Contains("--cells scores", Assert.Throws<BallotFileException>(
            () => Sheets.Read("a.csv", "A,B\n0,5\n")).Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("--cells", Assert.Throws<BallotFileException>(
            () => Sheets.Read("a.csv", "A,B\n-1,5\n", cells: Cells.Scores)).Remedy, StringComparison.Ordinal);
    }

    /// <summary>Nothing in the file tells a title from a name: who reads the result is warned.</summary>
    [Fact]
    public void A_title_that_may_be_a_name_is_told()
    {
        Assert.Contains(Sheets.Read("a.blt", "2 1\n1 1 0\n0\n\"A\"\n\"Title\"\n").Notes,
            note => note.Contains("'Title' is the title", StringComparison.Ordinal));
        Assert.Empty(Sheets.Read("a.blt", "2 1\n1 1 0\n0\n\"A\"\n\"B\"\n\"Title\"\n").Notes);
    }

    [Fact]
    public void What_is_no_text_or_no_file_is_told()
    {
        Assert.Contains("not text", Assert.Throws<BallotFileException>(
            () => Sheets.Read("a.blt", Encoding.UTF8.GetBytes("2 1\n\0\0"))).Message, StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<BallotFileException>(
            () => BallotFile.Read("/nowhere/a.blt", new())).Message, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<BallotFileException>(
            () => BallotFile.Read(Path.GetTempPath(), new(), format: BallotFormat.Csv)).Message, StringComparison.Ordinal);
    }
}
