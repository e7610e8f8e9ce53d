using System.Globalization;
using System.Text;

namespace Federation.Cli.Terminals;

/// <summary>Names and texts that came from outside, made harmless for a terminal.</summary>
/// <remarks>A file's text could move the cursor, colour what follows, turn the direction of reading, or begin a line of
/// its own that looks like one of ours: such characters are written as what they are, U+001B as \u001b and a line feed
/// as \u000a. Line ends are written by whoever writes lines.</remarks>
internal static class Plain
{
    /// <summary>In one line.</summary>
    public static string Text(string text)
    {
        if (!text.Any(IsHarmful)) return text;
        var plain = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (IsHarmful(letter)) plain.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else plain.Append(letter);
        }

        return plain.ToString();
    }

    /// <summary>In as many lines as it has.</summary>
    public static string Lines(string text) =>
        string.Join(Environment.NewLine, text.ReplaceLineEndings("\n").Split('\n').Select(Text));

    private static bool IsHarmful(char letter) => char.IsControl(letter) || char.GetUnicodeCategory(letter)
        is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
