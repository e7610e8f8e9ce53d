namespace Federation.Study.Statistics;

/// <summary>A mean over replications and the interval around it.</summary>
/// <param name="Low">The lower end; with fewer than two values both ends are not a number.</param>
/// <param name="Count">Values there were: those that were not a number do not count.</param>
public readonly record struct Interval(double Mean, double Low, double High, int Count)
{
    /// <summary>Nothing was measured.</summary>
    public static Interval None { get; } = new(double.NaN, double.NaN, double.NaN, 0);

    public double HalfWidth => (High - Low) / 2;

    public bool Contains(double value) => Low <= value && value <= High;
}
