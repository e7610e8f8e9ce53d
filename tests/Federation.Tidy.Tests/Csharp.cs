using System.Text.RegularExpressions;

namespace Federation.Tidy.Tests;

/// <summary>C# read roughly: enough to tell code from comments and texts.</summary>
internal static partial class Csharp
{
    /// <summary>The code with comments and string literals blanked.</summary>
    public static string CodeOf(string text) => Prose().Replace(text, " ");

    /// <summary>Every name that occurs in the code.</summary>
    public static IEnumerable<string> Names(string text) =>
        Name().Matches(CodeOf(text)).Select(match => match.Value).Distinct();

    /// <summary>Names of the types a file declares.</summary>
    public static IEnumerable<string> Types(string text) =>
        Declaration().Matches(CodeOf(text)).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(
        "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])'"
        + "|//[^\\n]*|/\\*[\\s\\S]*?\\*/")]
    private static partial Regex Prose();

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?)\s+(?<name>[A-Z]\w*)")]
    private static partial Regex Declaration();
}
