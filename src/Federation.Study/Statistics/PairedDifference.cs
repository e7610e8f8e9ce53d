namespace Federation.Study.Statistics;

/// <summary>What a comparison of two settings over the same replications says.</summary>
public enum Verdict
{
    /// <summary>The interval is too wide to tell.</summary>
    Open,

    /// <summary>The first is lower, by more than chance explains after Holm's correction.</summary>
    Lower,

    /// <summary>The first is higher.</summary>
    Higher,

    /// <summary>They differ by less than the smallest effect of interest.</summary>
    Equivalent,
}

/// <summary>One measure under two settings, replication by replication on the same draws.</summary>
/// <param name="Difference">First less second, with Student's 95 % interval.</param>
/// <param name="Drawn">The same by bootstrap.</param>
/// <param name="Apart">The same as if the two had nothing in common: what pairing saves.</param>
/// <param name="Correlation">Achieved by the common draws; not a number where one side is constant.</param>
/// <param name="Effect">The difference in standard deviations of the measure, pooled over both, with
/// Hedges' correction for few replications.</param>
/// <param name="Ratio">Mean of the first over mean of the second: of hours, the cost of consensus.</param>
/// <param name="Probability">Of so large a mean difference by chance, before Holm's correction; for
/// the correction only, not for reports.</param>
/// <param name="Narrow">The 90 % interval, for equivalence.</param>
public sealed record PairedDifference(
    Interval Difference, Interval Drawn, Interval Apart, double Correlation, double Effect,
    double Ratio, double Probability, Interval Narrow)
{
    /// <summary>Pairs in which one side is not a number are left out.</summary>
    public static PairedDifference Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count)
            throw new ArgumentException("Every replication has both sides.", nameof(second));
        var known = Enumerable.Range(0, first.Count)
            .Where(i => double.IsFinite(first[i]) && double.IsFinite(second[i])).ToArray();
        double[] a = [.. known.Select(i => first[i])], b = [.. known.Select(i => second[i])];
        double[] apart = [.. known.Select(i => first[i] - second[i])];
        return new PairedDifference(
            Student.Of(apart), Bootstrap.Of(apart), Student.Unpaired(a, b), Sample.Correlation(a, b),
            Standardised(a, b), Sample.Mean(a) / Sample.Mean(b), Student.Probability(apart), Student.Of(apart, 0.9));
    }

    /// <param name="adjusted">The probability after Holm's correction.</param>
    /// <param name="smallest">The smallest effect of interest, named beforehand; 0 for none.</param>
    /// <remarks>Equivalence by two one-sided tests at 5 % each: Schuirmann, Journal of Pharmacokinetics
    /// and Biopharmaceutics 15 (1987) 657-680. It comes first: a difference may be real and of no
    /// interest.</remarks>
    public Verdict Verdict(double adjusted, double smallest)
    {
        if (smallest > 0 && Narrow.Low > -smallest && Narrow.High < smallest) return Statistics.Verdict.Equivalent;
        if (!(adjusted < 0.05)) return Statistics.Verdict.Open;
        return Difference.Mean < 0 ? Statistics.Verdict.Lower : Statistics.Verdict.Higher;
    }

    /// <summary>Hedges and Olkin, Statistical Methods for Meta-Analysis, 1985: g with the usual
    /// approximation of its correction.</summary>
    private static double Standardised(double[] a, double[] b)
    {
        if (a.Length < 2) return double.NaN;
        var pooled = Math.Sqrt((Sample.Variance(a) + Sample.Variance(b)) / 2);
        var difference = Sample.Mean(a) - Sample.Mean(b);
        if (pooled == 0) return difference == 0 ? 0 : double.NaN;
        return difference / pooled * (1 - (3 / ((4.0 * ((2 * a.Length) - 2)) - 1)));
    }
}
