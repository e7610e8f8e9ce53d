namespace Federation.Storage.Scenarios;

/// <summary>The known names nearest to one that was mistyped.</summary>
public static class Nearest
{
    private const int LettersMax = 100;

    /// <summary>Up to three names a person may have meant, nearest first; empty when none is
    /// near.</summary>
    public static IReadOnlyList<string> To(string typed, IEnumerable<string> known)
    {
        if (typed.Length is 0 or > LettersMax) return [];
        var tolerated = Math.Max(1, typed.Length / 3);
        return [.. known
            .Select(name => (Name: name, Steps: Distance(typed, name)))
            .Where(near => near.Steps <= tolerated || StartsAlike(typed, near.Name))
            .OrderBy(near => near.Steps)
            .ThenBy(near => near.Name, StringComparer.Ordinal)
            .Select(near => near.Name)
            .Take(3)];
    }

    /// <summary>"Did you mean 'a' or 'b'", or the fallback when nothing is near.</summary>
    public static string Suggest(string typed, IEnumerable<string> known, string otherwise)
    {
        var near = To(typed, known);
        return near.Count == 0
            ? otherwise
            : "Did you mean " + string.Join(" or ", near.Select(name => $"'{name}'"));
    }

    private static bool StartsAlike(string typed, string name) =>
        typed.Length >= 3 && name.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters inserted, removed, replaced, or swapped with a neighbour; case does not
    /// count.</summary>
    private static int Distance(string a, string b)
    {
        if (b.Length > LettersMax) return int.MaxValue;
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                var steps = Math.Min(
                    Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1]
                        + replaced);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    steps = Math.Min(steps, rows[i - 2, j - 2] + 1);
                rows[i, j] = steps;
            }
        }

        return rows[a.Length, b.Length];
    }

    private static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(
        y);
}
