using Federation.Governance.Circles;

namespace Federation.Grains.Circles;

/// <summary>The key of a circle grain: its run and its path.</summary>
internal static class CircleKey
{
    public static string Of(string run, CircleId circle) => $"{run}/{circle.Path}";

    public static (string Run, CircleId Circle) Parse(string key)
    {
        var cut = key.IndexOf('/', StringComparison.Ordinal);
        return (key[..cut], new CircleId(key[(cut + 1)..]));
    }
}
