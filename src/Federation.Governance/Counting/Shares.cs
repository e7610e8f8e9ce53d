using System.Numerics;

namespace Federation.Governance.Counting;

/// <summary>Sums up ballots that may each be shared by several alternatives in equal parts.</summary>
/// <remarks>Everything is added before anything is read.</remarks>
internal sealed class Shares(int alternatives)
{
    /// <summary>Weights by how many share them; alone is one.</summary>
    private readonly SortedDictionary<int, Sharing> _by = [];

    private Tally[]? _sums;

    public void Add(ReadOnlySpan<int> among, long weight)
    {
        var own = By(among.Length).Own;
        foreach (var alternative in among) own[alternative] += weight;
    }

    /// <summary>Shared by all who are left but some.</summary>
    /// <param name="size">By how many that is.</param>
    public void AddToAllBut(ReadOnlySpan<int> some, int size, long weight)
    {
        var sharing = By(size);
        sharing.ToAll += weight;
        foreach (var alternative in some) sharing.Own[alternative] -= weight;
    }

    public Tally this[int alternative] => (_sums ??= Sums())[alternative];

    private Sharing By(int size)
    {
        if (!_by.TryGetValue(size, out var sharing)) _by[size] = sharing = new Sharing(alternatives);
        return sharing;
    }

    /// <summary>All over the least number that every size divides.</summary>
    private Tally[] Sums()
    {
        var of = BigInteger.One;
        foreach (var size in _by.Keys) of = of / BigInteger.GreatestCommonDivisor(of, size) * size;
        var sharings = _by.Select(one => (one.Value.Own, Part: of / one.Key)).ToArray();
        var toAll = BigInteger.Zero;
        foreach (var (size, sharing) in _by) toAll += of / size * sharing.ToAll;
        var everybody = Tally.Over(toAll, of);
        var sums = new Tally[alternatives];
        for (var one = 0; one < sums.Length; one++)
        {
            var sum = toAll;
            var isOwn = false;
            foreach (var (own, part) in sharings)
            {
                if (own[one] == 0) continue;
                sum += part * own[one];
                isOwn = true;
            }

            sums[one] = isOwn ? Tally.Over(sum, of) : everybody;
        }

        return sums;
    }

    private sealed class Sharing(int alternatives)
    {
        public readonly long[] Own = new long[alternatives];

        public long ToAll;
    }
}
