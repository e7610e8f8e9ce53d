namespace Federation.Study.Designs;

/// <summary>How much of a figure's variance each factor explains, alone and in all, for N (k + 2) runs.</summary>
/// <remarks>
/// Sobol', Mathematics and Computers in Simulation 55 (2001) 271-280; estimators of Saltelli et al., Computer
/// Physics Communications 181 (2010) 259-270, for the first order, and of Jansen, Computer Physics
/// Communications 117 (1999) 35-43, for the total.
/// </remarks>
public static class SobolIndices
{
    /// <summary>With fewer rows intervals are too wide to tell factors apart.</summary>
    public const int RowsLeast = 512;

    /// <summary>More factors need more Sobol' dimensions than there are.</summary>
    public static int FactorsMost => SobolPoints.DimensionsMost / 2;

    /// <summary>Row after row: a point of A, one of B, then A's with each coordinate in turn taken from B.</summary>
    /// <param name="rows">N; a power of two is best, and 512 is a good beginning.</param>
    public static double[][] Points(int factors, int rows, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factors, FactorsMost);
        return
        [
            .. SobolPoints.Of(2 * factors, rows, seed).SelectMany(row =>
            {
                var (a, b) = (row[..factors], row[factors..]);
                return Enumerable.Range(0, factors).Select(k => (double[])[.. a[..k], b[k], .. a[(k + 1)..]])
                    .Prepend(b).Prepend(a);
            }),
        ];
    }

    /// <param name="figures">Of the points, in their order; rows with one that is not a number are left out.</param>
    /// <returns>None where the figure does not vary. Intervals lie in 0..1, as indices do; an estimate from few rows
    /// may fall outside.</returns>
    public static IReadOnlyList<Effect> Effects(int factors, IReadOnlyList<double> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var width = factors + 2;
        if (figures.Count == 0 || figures.Count % width != 0)
            throw new ArgumentException("Every row has two points more than there are factors.", nameof(figures));
        var rows = Enumerable.Range(0, figures.Count / width)
            .Select(row => figures.Skip(row * width).Take(width).ToArray())
            .Where(row => row.All(double.IsFinite)).ToArray();
        Centre(rows);
        if (rows.Length < 2 || Variance(rows, [.. Enumerable.Range(0, rows.Length)]) == 0) return [];
        return
        [
            .. Enumerable.Range(0, factors).SelectMany(k => new[]
            {
                Effect.Of(k, "first", rows.Length, at =>
                    at.Average(i => rows[i][1] * (rows[i][k + 2] - rows[i][0])) / Variance(rows, at)).Within(0, 1),
                Effect.Of(k, "total", rows.Length, at =>
                    at.Average(i => Square(rows[i][0] - rows[i][k + 2])) / (2 * Variance(rows, at))).Within(0, 1),
            }),
        ];
    }

    /// <summary>Takes the mean over A and B off every figure: the first order's product of two figures would carry
    /// it, and its error grow with its square (Sobol' 2001, section 5).</summary>
    private static void Centre(double[][] rows)
    {
        var mean = rows.Length == 0 ? 0 : rows.Average(row => (row[0] + row[1]) / 2);
        foreach (var row in rows)
            for (var i = 0; i < row.Length; i++) row[i] -= mean;
    }

    private static double Variance(double[][] rows, int[] at)
    {
        var mean = at.Average(i => (rows[i][0] + rows[i][1]) / 2);
        return at.Average(i => (Square(rows[i][0] - mean) + Square(rows[i][1] - mean)) / 2);
    }

    private static double Square(double value) => value * value;
}
