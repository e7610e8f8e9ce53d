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
        var strength = Paths(poll.Pairwise);
        var n = poll.All.Length;
        var holds = poll.All.Select(one =>
            (long)poll.All.Count(other => other != one && strength[(one * n) + other] >= strength[(other * n) + one]));
        long[] worth = [.. holds];
        return Highest.Of(poll, one => worth[one]);
    }

    /// <summary>The widest path between each two, by Floyd and Warshall's scheme.</summary>
    private long[] Paths(Pairwise pairwise)
    {
        var n = pairwise.Alternatives;
        var strength = new long[n * n];
        for (var a = 0; a < n; a++)
            for (var b = 0; b < n; b++)
                if (pairwise.Margin(a, b) > 0)
                    strength[(a * n) + b] = byMargins ? pairwise.Margin(a, b) : pairwise.Over(a, b);

        for (var by = 0; by < n; by++)
            for (var from = 0; from < n; from++)
            {
                var first = strength[(from * n) + by];
                if (first == 0 || from == by) continue;
                for (var to = 0; to < n; to++)
                {
                    var whole = Math.Min(first, strength[(by * n) + to]);
                    if (to != from && whole > strength[(from * n) + to]) strength[(from * n) + to] = whole;
                }
            }

        return strength;
    }
}
