namespace Federation.Study.Statistics;

/// <summary>Intervals by drawing the replications again: no distribution is assumed.</summary>
/// <remarks>Percentile intervals; Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
/// Draws are keyed, so the same values have the same interval on any machine.</remarks>
public static class Bootstrap
{
    /// <summary>Enough for the ends of a 95 % interval to move by about a hundredth of its width.</summary>
    public const int Draws = 2000;

    /// <summary>The mean's interval at a confidence of 0 to 1.</summary>
    public static Interval Of(double[] values, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0) return Interval.None;
        return Of(values.Length, at =>
        {
            var sum = 0.0;
            foreach (var i in at) sum += values[i];
            return sum / at.Length;
        }, confidence);
    }

    /// <summary>The interval of any figure of replications.</summary>
    /// <param name="count">How many replications there are.</param>
    /// <param name="figure">The figure of the replications with these numbers, each as often as it is there.</param>
    public static Interval Of(int count, Func<int[], double> figure, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var whole = figure([.. Enumerable.Range(0, count)]);
        if (count < 2) return new Interval(whole, double.NaN, double.NaN, count);
        var (drawn, figures) = (new int[count], new double[Draws]);
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var i = 0; i < count; i++)
                drawn[i] = Keyed.Below(count, Draw.Bootstrap, (ulong)draw, (ulong)i);
            figures[draw] = figure(drawn);
        }

        var known = Sample.Known(figures);
        Array.Sort(known);
        var tail = (1 - confidence) / 2;
        return new Interval(whole, Sample.Quantile(known, tail), Sample.Quantile(known, 1 - tail), count);
    }
}
