using Federation.Study.Statistics;

namespace Federation.Study.Designs;

/// <summary>What one factor does to a figure.</summary>
/// <param name="Kind">"mean", "absolute" and "spread" of Morris's elementary effects; "first" and "total" for
/// Sobol's indices.</param>
/// <param name="Low">Of the bootstrap's 95 % interval.</param>
public sealed record Effect(int Factor, string Kind, double Value, double Low, double High)
{
    /// <summary>The same with its interval cut to what is possible at all.</summary>
    internal Effect Within(double least, double most) =>
        this with { Low = Math.Clamp(Low, least, most), High = Math.Clamp(High, least, most) };

    /// <param name="count">Trajectories or rows; the bootstrap draws these again.</param>
    internal static Effect Of(int factor, string kind, int count, Func<int[], double> figure)
    {
        var interval = Bootstrap.Of(count, figure);
        return new Effect(factor, kind, interval.Mean, interval.Low, interval.High);
    }
}
