namespace Federation.Society.Measures;

/// <summary>How unequally something is spread over people.</summary>
public static class Inequality
{
    /// <summary>Gini's coefficient: sum (2i - n - 1) u_(i) / (n sum u), 0 to 1 - 1/n; 0 where all have
    /// nought.</summary>
    /// <param name="values">At least nought each, in any order.</param>
    public static double Gini(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        Check(sorted);
        var (n, weighted, sum) = (sorted.Length, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            weighted += ((2.0 * (i + 1)) - n - 1) * sorted[i];
            sum += sorted[i];
        }

        return sum == 0 ? 0 : weighted / (n * sum);
    }

    /// <summary>The same of groups whose people have alike, weighed by their size: 0 where all have alike or
    /// nobody anything, below 1.</summary>
    /// <remarks>1 - 2 times the area under the Lorenz curve.</remarks>
    public static double Gini(IReadOnlyCollection<(double Each, double People)> groups)
    {
        var (people, total) = (groups.Sum(group => group.People), groups.Sum(group => group.Each * group.People));
        if (people <= 0 || total <= 0) return 0;
        var (area, borne) = (0.0, 0.0);
        foreach (var group in groups.OrderBy(group => group.Each))
        {
            var more = group.Each * group.People;
            area += group.People * (borne + (more / 2));
            borne += more;
        }

        return 1 - (2 * area / (people * total));
    }

    /// <summary>Theil's T: mean of u/m ln(u/m) with m the mean, 0 to ln n; 0 where all have nought.</summary>
    public static double Theil(ReadOnlySpan<double> values)
    {
        var (sum, entropy) = (0.0, 0.0);
        foreach (var value in values)
        {
            Check([value]);
            sum += value;
            if (value > 0) entropy += value * Logarithm.Of(value);
        }

        return Theil(sum, entropy, values.Length);
    }

    /// <summary>The same from sums of values and of values times their logarithms.</summary>
    internal static double Theil(double sum, double entropy, long count) =>
        sum == 0 ? 0 : Math.Max(0, (entropy / sum) - Logarithm.Of(sum / count));

    /// <summary>Nash's product as a figure that can be compared between sizes: its n-th root, the geometric
    /// mean; 0 if anybody has nought.</summary>
    public static double Nash(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return double.NaN;
        var sum = 0.0;
        foreach (var value in values)
        {
            Check([value]);
            if (value == 0) return 0;
            sum += Logarithm.Of(value);
        }

        return Logarithm.Inverse(sum / values.Length);
    }

    private static void Check(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (!(value >= 0) || double.IsInfinity(value))
                throw new ArgumentOutOfRangeException(nameof(values), value,
                    "Shares of something are at least nought.");
    }
}
