namespace Federation.Society.Measures;

/// <summary>Natural logarithm and its inverse by the four operations alone, so that they are the same on
/// any machine; right to about 1e-15 of the value.</summary>
internal static class Logarithm
{
    private const double Ln2 = 0.693147180559945309417;
    private const double RootHalf = 0.70710678118654752440;
    private const int Terms = 14;

    /// <param name="value">Above 0 and finite.</param>
    public static double Of(double value)
    {
        if (!(value > 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only numbers above 0 have a logarithm.");
        var twos = Math.ILogB(value) + 1;
        var part = Math.ScaleB(value, -twos);
        if (part < RootHalf) (part, twos) = (part * 2, twos - 1);

        // ln m = 2 (s + s^3/3 + s^5/5 ...) with s = (m - 1) / (m + 1), at most 0.172 here.
        var s = (part - 1) / (part + 1);
        var (square, power, sum) = (s * s, s, 0.0);
        for (var k = 0; k < Terms; k++, power *= square) sum += power / ((2 * k) + 1);
        return (twos * Ln2) + (2 * sum);
    }

    public static double Inverse(double logarithm)
    {
        var twos = (int)Math.Round(logarithm / Ln2);
        var rest = logarithm - (twos * Ln2);
        var (term, sum) = (1.0, 1.0);
        for (var k = 1; k < 20; k++) sum += term *= rest / k;
        return Math.ScaleB(sum, twos);
    }
}
