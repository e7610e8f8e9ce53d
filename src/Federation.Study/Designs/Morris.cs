using Federation.Study.Statistics;

namespace Federation.Study.Designs;

/// <summary>Screening: which of many factors matter at all, for r (k + 1) runs.</summary>
/// <remarks>
/// Morris, Technometrics 33 (1991) 161-174; mean of absolute effects by Campolongo, Cariboni and Saltelli,
/// Environmental Modelling &amp; Software 22 (2007) 1509-1518. Each trajectory starts at a point of a grid of
/// four levels and moves one factor after another by two thirds of its range.
/// </remarks>
public static class Morris
{
    private const int Levels = 4;
    private const double Step = Levels / (2.0 * (Levels - 1));

    /// <summary>Trajectory after trajectory, each of one point more than there are factors.</summary>
    public static double[][] Points(int factors, int trajectories, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 1);
        var points = new List<double[]>();
        for (var t = 0; t < trajectories; t++)
        {
            var at = new double[factors];
            for (var k = 0; k < factors; k++)
                at[k] = Keyed.Below(Levels, Draw.Morris, (ulong)t, (ulong)k, seed) / (Levels - 1.0);
            points.Add([.. at]);
            foreach (var k in Order(factors, t, seed))
            {
                at[k] += at[k] + Step <= 1 + 1e-12 ? Step : -Step;
                points.Add([.. at]);
            }
        }

        return [.. points];
    }

    /// <param name="figures">Of the points, in their order; trajectories with one that is not a number are
    /// left out.</param>
    public static IReadOnlyList<Effect> Effects(int factors, IReadOnlyList<double> figures, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Count == 0 || figures.Count % (factors + 1) != 0)
            throw new ArgumentException("Every trajectory has a point more than there are factors.", nameof(figures));
        var known = new List<double[]>();
        for (var t = 0; t < figures.Count / (factors + 1); t++)
        {
            var effects = new double[factors];
            if (Along(factors, t, seed, figures, effects)) known.Add(effects);
        }

        if (known.Count == 0) return [];
        return
        [
            .. Enumerable.Range(0, factors).SelectMany(k => new[]
            {
                Effect.Of(k, "mean", known.Count, at => at.Average(t => known[t][k])),
                Effect.Of(k, "absolute", known.Count, at => at.Average(t => Math.Abs(known[t][k]))),
                Effect.Of(k, "spread", known.Count, at => Sample.Deviation([.. at.Select(t => known[t][k])])),
            }),
        ];
    }

    /// <summary>The elementary effects along one trajectory.</summary>
    /// <returns>False where a figure is not a number.</returns>
    private static bool Along(int factors, int t, ulong seed, IReadOnlyList<double> figures, double[] effects)
    {
        var first = t * (factors + 1);
        var order = Order(factors, t, seed);
        for (var step = 0; step < factors; step++)
        {
            var k = order[step];
            var start = Keyed.Below(Levels, Draw.Morris, (ulong)t, (ulong)k, seed) / (Levels - 1.0);
            var moved = start + Step <= 1 + 1e-12 ? Step : -Step;
            effects[k] = (figures[first + step + 1] - figures[first + step]) / moved;
        }

        return effects.All(double.IsFinite);
    }

    private static int[] Order(int factors, int t, ulong seed) =>
        Keyed.Shuffled(factors, Draw.Morris, (ulong)t + (1UL << 32), seed);
}
