using Federation.Cli.Terminals;

namespace Federation.Cli.Tests;

public sealed class ForeignTests
{
    [Fact]
    public void What_somebody_wrote_is_quoted_only_so_far()
    {
        var whole = new string('x', 3_000);

        Assert.Equal($"'{whole[..119]}...' is not a rank", Foreign.Cut($"'{whole}' is not a rank"));
        Assert.Equal($"the run's '{whole[..119]}...' and a 'b'", Foreign.Cut($"the run's '{whole}' and a 'b'"));
        Assert.True(Foreign.Cut(whole + whole).Length < 4_100);
        Assert.True(new CommandFailure("code", $"There is no '{whole}'", $"Not \"{whole}\"").Message.Length < 200);
    }

    [Fact]
    public void Our_own_sentences_stay_whole()
    {
        var list = $"The run's rule is not the store's: write one of {string.Join(", ", Enumerable.Range(0, 200))}, the circle's.";

        Assert.Equal(list, Foreign.Cut(list));
        Assert.Equal("a 'b' c", Foreign.Cut("a 'b' c"));
    }

    [Fact]
    public void No_letter_is_cut_in_two()
    {
        var cut = Foreign.Cut($"'x{string.Concat(Enumerable.Repeat("\U0001F333", 200))}' is no name");

        Assert.DoesNotContain(cut, letter => char.IsHighSurrogate(letter)
            && !char.IsLowSurrogate(cut[cut.IndexOf(letter, StringComparison.Ordinal) + 1]));
        Assert.Equal(0, cut.Count(char.IsSurrogate) % 2);
    }
}
