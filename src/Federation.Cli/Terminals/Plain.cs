using System.Globalization;
using System.Text;

namespace Federation.Cli.Terminals;

/// <summary>Names and texts that came from outside, made harmless for a terminal.</summary>
/// <remarks>A file's text could move the cursor, colour what follows, or turn the direction of reading: such
/// characters are written as what they are, U+001B as \u001b. Line feeds are ours and stay.</remarks>
internal static class Plain
{
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

    private static bool IsHarmful(char letter) => letter is not ('\n' or '\r' or '\t')
        && (char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format);
}
