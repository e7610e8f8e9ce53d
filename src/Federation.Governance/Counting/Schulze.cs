using System.Numerics;
using System.Runtime.InteropServices;

namespace Federation.Governance.Counting;

/// <summary>Beat paths: who reaches each other one by a path at least as strong as any path back.</summary>
/// <param name="byMargins">A win is as strong as its margin; otherwise as the ballots on the winning side.
/// The two differ only where ballots leave two alternatives equal.</param>
/// <remarks>Schulze, Social Choice and Welfare 36 (2011) 267-303.</remarks>
public sealed class Schulze(bool byMargins) : ICountingRule
{
    public string Name => byMargins ? "schulze-margins" : "schulze-winning-votes";

    public string Counts => "others with no stronger path back";

    public Count Count(Poll poll)
    {
        var most = Greatest(poll.Pairwise);
        var worth = most <= short.MaxValue ? Holds<short>(poll.Pairwise)
            : most <= int.MaxValue ? Holds<int>(poll.Pairwise) : Holds<long>(poll.Pairwise);
        return Highest.Of(poll, one => worth[one]);
    }

    private long Win(Pairwise pairwise, int a, int b) =>
        pairwise.Margin(a, b) is > 0 and var margin ? byMargins ? margin : pairwise.Over(a, b) : 0;

    private long Greatest(Pairwise pairwise)
    {
        var most = 0L;
        for (var a = 0; a < pairwise.Alternatives; a++)
            for (var b = 0; b < pairwise.Alternatives; b++) most = Math.Max(most, Win(pairwise, a, b));
        return most;
    }

    /// <summary>For each, how many others have no stronger path to it than it has to them.</summary>
    /// <typeparam name="T">As small as every win fits in: more paths are compared at once.</typeparam>
    private long[] Holds<T>(Pairwise pairwise) where T : struct, INumber<T>
    {
        var n = pairwise.Alternatives;
        var strength = new T[n * n];
        for (var a = 0; a < n; a++)
            for (var b = 0; b < n; b++) strength[(a * n) + b] = T.CreateChecked(Win(pairwise, a, b));
        Widen(strength, n);
        var holds = new long[n];
        for (var a = 0; a < n; a++)
            for (var b = 0; b < n; b++)
                if (a != b && strength[(a * n) + b] >= strength[(b * n) + a]) holds[a]++;
        return holds;
    }

    /// <summary>The widest path between each two, by Floyd and Warshall's scheme.</summary>
    private static void Widen<T>(T[] strength, int n) where T : struct, INumber<T>
    {
        for (var by = 0; by < n; by++)
        {
            var onwards = strength.AsSpan(by * n, n);
            for (var from = 0; from < n; from++)
                if (from != by && strength[(from * n) + by] is var first && first != T.Zero)
                    Widen(strength.AsSpan(from * n, n), first, onwards);
        }
    }

    /// <summary>Paths from one: by a first part of this strength, then onwards.</summary>
    private static void Widen<T>(Span<T> paths, T first, ReadOnlySpan<T> onwards) where T : struct, INumber<T>
    {
        var all = MemoryMarshal.Cast<T, Vector<T>>(paths);
        var rest = MemoryMarshal.Cast<T, Vector<T>>(onwards);
        var part = new Vector<T>(first);
        for (var i = 0; i < all.Length; i++) all[i] = Vector.Max(all[i], Vector.Min(part, rest[i]));
        for (var to = all.Length * Vector<T>.Count; to < paths.Length; to++)
            paths[to] = T.Max(paths[to], T.Min(first, onwards[to]));
    }
}
