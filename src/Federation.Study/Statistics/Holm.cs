namespace Federation.Study.Statistics;

/// <summary>Several comparisons at once: Holm's step-down correction.</summary>
/// <remarks>Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
/// Statistics 6 (1979) 65-70.</remarks>
public static class Holm
{
    /// <summary>Adjusted probabilities in the order given, 0..1; what is not a number stays so and does
    /// not count as a comparison.</summary>
    public static double[] Adjust(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var adjusted = probabilities.ToArray();
        var order = Enumerable.Range(0, adjusted.Length).Where(i => !double.IsNaN(adjusted[i]))
            .OrderBy(i => probabilities[i]).ThenBy(i => i).ToArray();
        var largest = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - rank) * probabilities[order[rank]]));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }
}
