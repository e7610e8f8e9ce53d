namespace Federation.Governance.Circles;

/// <summary>The stable, readable path of a circle: names from the root downwards, joined by '/'.</summary>
/// <remarks>
/// Example: <c>world/europe/western-europe/france/paris/n17</c>. Segments are lower-case ASCII
/// letters, digits and hyphens. A circle's parent is its path without the last segment; nothing
/// else about a circle can be read from its path.
/// </remarks>
public readonly record struct CircleId : IComparable<CircleId>
{
    /// <exception cref="ArgumentException">The path is empty or has an empty or illegal segment.</exception>
    public CircleId(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!IsPath(path)) throw new ArgumentException($"'{path}' is not a circle path.", nameof(path));
        Path = path;
    }

    public string Path { get; }

    /// <summary>The circle whose links this circle's links sit with; null for a root.</summary>
    public CircleId? Parent =>
        Path.LastIndexOf('/') is > 0 and var cut ? new CircleId(Path[..cut]) : null;

    /// <summary>The last segment: what tells a circle from its siblings.</summary>
    public string Segment => Path[(Path.LastIndexOf('/') + 1)..];

    public CircleId Child(string segment) => new($"{Path}/{segment}");

    /// <summary>Whether this circle is the other one or lies anywhere below it.</summary>
    public bool IsWithin(CircleId scope) =>
        Path.StartsWith(scope.Path, StringComparison.Ordinal)
        && (Path.Length == scope.Path.Length || Path[scope.Path.Length] == '/');

    public int CompareTo(CircleId other) => string.CompareOrdinal(Path, other.Path);

    public static bool operator <(CircleId left, CircleId right) => left.CompareTo(right) < 0;
    public static bool operator >(CircleId left, CircleId right) => left.CompareTo(right) > 0;
    public static bool operator <=(CircleId left, CircleId right) => left.CompareTo(right) <= 0;
    public static bool operator >=(CircleId left, CircleId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Path;

    /// <summary>Whether a text could be a circle's path.</summary>
    public static bool IsPath(string path)
    {
        var last = '/';
        foreach (var letter in path)
        {
            if (letter == '/' ? last == '/' : !IsSegmentLetter(letter)) return false;
            last = letter;
        }

        return last != '/';
    }

    private static bool IsSegmentLetter(char letter) =>
        char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
