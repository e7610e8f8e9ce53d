using MathNet.Numerics.Distributions;

namespace Federation.Study.Statistics;

/// <summary>Intervals and tests by Student's t over replications.</summary>
public static class Student
{
    /// <summary>The mean's interval at a confidence of 0 to 1, both excluded.</summary>
    public static Interval Of(ReadOnlySpan<double> values, double confidence = 0.95)
    {
        if (values.IsEmpty) return Interval.None;
        var mean = Sample.Mean(values);
        if (values.Length < 2) return new Interval(mean, double.NaN, double.NaN, values.Length);
        var half = Quantile(confidence, values.Length - 1) * Error(values);
        return new Interval(mean, mean - half, mean + half, values.Length);
    }

    /// <summary>The interval of the difference of two means as if nothing were paired: Welch's.</summary>
    public static Interval Unpaired(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double confidence = 0.95)
    {
        var difference = Sample.Mean(first) - Sample.Mean(second);
        if (first.Length < 2 || second.Length < 2)
            return new Interval(difference, double.NaN, double.NaN, Math.Min(first.Length, second.Length));
        var (a, b) = (Sample.Variance(first) / first.Length, Sample.Variance(second) / second.Length);
        var freedom = a + b == 0 ? first.Length + second.Length - 2
            : (a + b) * (a + b) / ((a * a / (first.Length - 1)) + (b * b / (second.Length - 1)));
        var half = Quantile(confidence, freedom) * Math.Sqrt(a + b);
        return new Interval(difference, difference - half, difference + half, Math.Min(first.Length, second.Length));
    }

    /// <summary>The two-sided probability of a mean this far from nought if nought were true, 0..1.</summary>
    public static double Probability(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return double.NaN;
        var (mean, error) = (Sample.Mean(values), Error(values));
        if (error == 0) return mean == 0 ? 1 : 0;
        return 2 * StudentT.CDF(0, 1, values.Length - 1, -Math.Abs(mean) / error);
    }

    private static double Error(ReadOnlySpan<double> values) => Sample.Deviation(values) / Math.Sqrt(values.Length);

    private static double Quantile(double confidence, double freedom) =>
        StudentT.InvCDF(0, 1, freedom, 0.5 + (confidence / 2));
}
