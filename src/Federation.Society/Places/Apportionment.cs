namespace Federation.Society.Places;

/// <summary>A whole number shared out in proportion to weights, nothing lost.</summary>
internal static class Apportionment
{
    /// <summary>Shares that sum exactly to the total, by largest remainder (Hamilton); of equal
    /// remainders the earlier one is served. All 0 when no weight is positive.</summary>
    /// <param name="total">0 or more.</param>
    /// <param name="weights">0 or more each.</param>
    public static long[] Of(long total, IReadOnlyList<long> weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights) sum += weight;
        var shares = new long[weights.Count];
        if (sum == 0) return shares;

        var remainders = new (Int128 Remainder, int Index)[weights.Count];
        var left = total;
        for (var i = 0; i < shares.Length; i++)
        {
            var (whole, remainder) = Int128.DivRem((Int128)total * weights[i], sum);
            shares[i] = (long)whole;
            remainders[i] = (-remainder, i);
            left -= shares[i];
        }

        if (left == 0) return shares;
        Array.Sort(remainders);
        for (var i = 0; i < left; i++) shares[remainders[i].Index]++;
        return shares;
    }
}
