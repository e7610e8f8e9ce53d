using System.Collections.Immutable;
using System.Numerics;

namespace Federation.Society.Measures;

/// <summary>Influence of members whose ballots weigh differently, by counting coalitions.</summary>
/// <remarks>By dynamic programming over weights: Bilbao, Fernández, Jiménez Losada and López, "Generating
/// functions for computing power indices efficiently", Top 8 (2000) 191-213.</remarks>
public static class Power
{
    /// <summary>Above this the tables would not fit.</summary>
    public const int WeightsMost = 100_000;

    public const int MembersMost = 200;

    /// <summary>Absolute Banzhaf index: the share of the coalitions of the others that a member turns from
    /// losing to winning, 0..1.</summary>
    /// <param name="quota">The least weight that wins, 1 to all weights together.</param>
    public static ImmutableArray<double> Banzhaf(ReadOnlySpan<int> weights, int quota)
    {
        var total = Check(weights, quota);
        var counts = new BigInteger[total + 1];
        counts[0] = 1;
        foreach (var weight in weights)
            for (var sum = total; sum >= weight && weight > 0; sum--) counts[sum] += counts[sum - weight];
        var empty = weights.Count(0);
        var powers = ImmutableArray.CreateBuilder<double>(weights.Length);
        foreach (var weight in weights)
        {
            var swings = BigInteger.Zero;
            var others = Without(counts, weight);
            for (var sum = Math.Max(0, quota - weight); sum < quota && sum <= total; sum++) swings += others[sum];
            powers.Add(weight == 0 ? 0 : Share(swings, BigInteger.One << (weights.Length - 1 - empty)));
        }

        return powers.MoveToImmutable();
    }

    /// <summary>Shapley-Shubik index: the share of all orders of joining in which a member is the one who
    /// makes the coalition win; together 1.</summary>
    public static ImmutableArray<double> ShapleyShubik(ReadOnlySpan<int> weights, int quota)
    {
        var total = Check(weights, quota);
        var n = weights.Length;
        var factorials = new BigInteger[n + 1];
        factorials[0] = 1;
        for (var i = 1; i <= n; i++) factorials[i] = factorials[i - 1] * i;
        var powers = ImmutableArray.CreateBuilder<double>(n);
        var known = new Dictionary<int, double>();
        for (var member = 0; member < n; member++)
        {
            if (known.TryGetValue(weights[member], out var alike))
            {
                powers.Add(alike);
                continue;
            }

            var counts = BySize(weights, member, total);
            var orders = BigInteger.Zero;
            for (var size = 0; size < n; size++)
            {
                var swings = BigInteger.Zero;
                for (var sum = Math.Max(0, quota - weights[member]); sum < quota && sum <= total; sum++)
                    swings += counts[size, sum];
                orders += swings * factorials[size] * factorials[n - size - 1];
            }

            powers.Add(known[weights[member]] = Share(orders, factorials[n]));
        }

        return powers.MoveToImmutable();
    }

    /// <summary>Coalitions of all but one by their weight: that member's part taken out again.</summary>
    private static BigInteger[] Without(BigInteger[] counts, int weight)
    {
        var others = (BigInteger[])counts.Clone();
        if (weight > 0)
            for (var sum = weight; sum < others.Length; sum++) others[sum] -= others[sum - weight];
        return others;
    }

    private static BigInteger[,] BySize(ReadOnlySpan<int> weights, int without, int total)
    {
        var counts = new BigInteger[weights.Length, total + 1];
        counts[0, 0] = 1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (i == without) continue;
            for (var size = weights.Length - 2; size >= 0; size--)
                for (var sum = total - weights[i]; sum >= 0; sum--)
                    if (!counts[size, sum].IsZero) counts[size + 1, sum + weights[i]] += counts[size, sum];
        }

        return counts;
    }

    private static double Share(BigInteger part, BigInteger whole) =>
        (double)(part * (BigInteger.One << 60) / whole) / (1UL << 60);

    private static int Check(ReadOnlySpan<int> weights, int quota)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weights.Length, MembersMost, nameof(weights));
        var total = 0L;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
            total += weight;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(total, WeightsMost, nameof(weights));
        ArgumentOutOfRangeException.ThrowIfLessThan(quota, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quota, total);
        return (int)total;
    }
}
