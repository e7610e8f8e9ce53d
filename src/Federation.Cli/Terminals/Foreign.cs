using System.Text.RegularExpressions;

namespace Federation.Cli.Terminals;

/// <summary>Foreign text in our sentences, cut to what a reader needs to find it again.</summary>
internal static partial class Foreign
{
    /// <summary>Letters of a quotation.</summary>
    private const int QuotedMost = 120;

    /// <summary>Letters of a message: its lists are long, a whole file is longer.</summary>
    private const int AllMost = 4_000;

    /// <summary>What stands between quotation marks is cut, and the whole where that is not enough.</summary>
    public static string Cut(string sentence)
    {
        if (sentence.Length <= QuotedMost) return sentence;
        var cut = Quoted().Replace(sentence, match => $"{Begin(match.Value, QuotedMost)}...{match.Value[0]}");
        return cut.Length <= AllMost ? cut : $"{Begin(cut, AllMost)}...";
    }

    /// <summary>No letter is cut in two.</summary>
    private static string Begin(string text, int most) =>
        text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>An apostrophe within a word is no mark.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<mark>['""])(?:(?!\k<mark>(?![\p{L}\p{N}])).){120,}\k<mark>",
        RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
