namespace Federation.Governance.Counting;

/// <summary>Sums up ballots that may each be shared by several alternatives in equal parts.</summary>
internal sealed class Shares(int alternatives)
{
    private readonly long[] _whole = new long[alternatives];

    /// <summary>Weights by how many shared them.</summary>
    private readonly SortedDictionary<int, long[]> _shared = [];

    public void Add(ReadOnlySpan<int> among, long weight)
    {
        var to = _whole;
        if (among.Length > 1 && !_shared.TryGetValue(among.Length, out to!))
            _shared[among.Length] = to = new long[alternatives];
        foreach (var alternative in among) to[alternative] += weight;
    }

    public Tally this[int alternative]
    {
        get
        {
            Tally sum = _whole[alternative];
            foreach (var (size, weights) in _shared)
                if (weights[alternative] > 0) sum += Tally.Ratio(weights[alternative], size);
            return sum;
        }
    }
}
