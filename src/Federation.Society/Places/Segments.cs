using System.Collections.Frozen;
using System.Text;

namespace Federation.Society.Places;

/// <summary>Path segments made from names: lower-case ASCII letters, digits and hyphens.</summary>
internal static class Segments
{
    // A table of our own: what the runtime folds depends on the machine's libraries.
    private static readonly FrozenDictionary<char, string> Folds = Table(
        ("a", "àáâãäåāăąảạắằậ"), ("ae", "æ"), ("c", "çćċč"), ("d", "ďđð"),
        ("e", "èéêëēėęěếềệəẹ"), ("g", "ğġģ"), ("h", "ħḩḥ"), ("i", "ìíîïĩīįıị"), ("k", "ķ"),
        ("l", "ļľł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōőơọồớộ"), ("oe", "œ"), ("r", "ŕř"),
        ("s", "śşšșṣ"), ("ss", "ß"), ("t", "ţťțŧṭ"), ("th", "þ"), ("u", "ùúûüũūůűųưụừ"),
        ("y", "ýÿ"), ("z", "źżžẕ"), ("and", "&"));

    /// <summary>A name as a segment, e.g. "Côte d'Or" as "cote-d-or"; empty if nothing of it can be
    /// written in ASCII.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            var lower = char.ToLowerInvariant(letter);
            if (char.IsAsciiLetterOrDigit(lower)) text.Append(lower);
            else if (Folds.TryGetValue(lower, out var folded)) text.Append(folded);
            else if (char.IsLetter(lower) || char.GetUnicodeCategory(lower) is
                System.Globalization.UnicodeCategory.NonSpacingMark) continue;
            else if (text.Length > 0 && text[^1] != '-') text.Append('-');
        }

        return text.ToString().TrimEnd('-');
    }

    /// <summary>Segments for siblings, in their order: the name alone, or on a clash the name and
    /// the code for each that clashes, so that none depends on the order.</summary>
    public static string[] ForSiblings(IReadOnlyList<Area> areas)
    {
        var segments = areas.Select(area => Of(area.PlainName)).ToArray();
        var clashing = segments.GroupBy(segment => segment, StringComparer.Ordinal)
            .Where(group => group.Count() > 1 || group.Key.Length == 0)
            .Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
            if (clashing.Contains(segments[i]))
                segments[i] = $"{segments[i]}-{Of(areas[i].Id)}".TrimStart('-');
        return segments;
    }

    /// <summary>A name as it is said: "Korea, Republic of" is "Korea", "Cocos (Keeling) Islands" is
    /// "Cocos Islands", "United States of America" is "United States".</summary>
    public static string BeforeQualifier(string name)
    {
        var comma = name.IndexOf(", ", StringComparison.Ordinal);
        var head = comma > 0 ? name[..comma] : name;
        if (head.StartsWith("United ", StringComparison.Ordinal)
            && head.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var of) head = head[..of];
        var open = head.IndexOf('(', StringComparison.Ordinal);
        var close = head.IndexOf(')', StringComparison.Ordinal);
        return open > 0 && close > open ? head[..open].TrimEnd() + head[(close + 1)..] : head;
    }

    private static FrozenDictionary<char, string> Table(
        params (string Plain, string Letters)[] folds) =>
        folds.SelectMany(fold => fold.Letters.Select(letter => (letter, fold.Plain)))
            .ToFrozenDictionary(pair => pair.letter, pair => pair.Plain);
}
