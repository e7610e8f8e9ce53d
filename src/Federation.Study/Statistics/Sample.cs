namespace Federation.Study.Statistics;

/// <summary>Mean and spread of values, summed in the order they stand.</summary>
public static class Sample
{
    /// <summary>Without those that are not a number: replications in which a measure had no meaning.</summary>
    public static double[] Known(IEnumerable<double> values) => [.. values.Where(double.IsFinite)];

    public static double Mean(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return double.NaN;
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    /// <summary>The unbiased variance, over n - 1; not a number below two values.</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return double.NaN;
        var (mean, sum) = (Mean(values), 0.0);
        foreach (var value in values) sum += (value - mean) * (value - mean);
        return sum / (values.Length - 1);
    }

    public static double Deviation(ReadOnlySpan<double> values) => Math.Sqrt(Variance(values));

    /// <summary>Pearson's correlation; not a number where one side does not vary.</summary>
    public static double Correlation(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException("Pairs have two sides of one length.", nameof(second));
        if (first.Length < 2) return double.NaN;
        var (a, b) = (Mean(first), Mean(second));
        var (both, one, other) = (0.0, 0.0, 0.0);
        for (var i = 0; i < first.Length; i++)
        {
            both += (first[i] - a) * (second[i] - b);
            one += (first[i] - a) * (first[i] - a);
            other += (second[i] - b) * (second[i] - b);
        }

        return one == 0 || other == 0 ? double.NaN : both / Math.Sqrt(one * other);
    }

    /// <summary>The value below which a share of sorted values lies, between neighbours in proportion:
    /// definition 7 of Hyndman and Fan, "Sample quantiles in statistical packages", 1996.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty) return double.NaN;
        var at = share * (sorted.Length - 1);
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (at - below));
    }
}
