namespace Federation.Governance.Chance;

/// <summary>The natural logarithm by one fixed series, bit-equal on every machine.</summary>
/// <remarks>
/// x = m 2^e with m between sqrt(1/2) and sqrt(2); ln m = 2 artanh s with s = (m - 1) / (m + 1),
/// |s| below 0.1716, so that the twelfth term is below 1e-19. ln 2 is in two parts, the first with
/// enough low zero bits that its product with e is exact.
/// </remarks>
internal static class NaturalLogarithm
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Sqrt2 = 1.4142135623730951;
    private const int Terms = 12;

    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>Two to the 54th: lifts a subnormal number into the normal range.</summary>
    private const double Lift = 1UL << 54;

    public static double Of(double positive)
    {
        var lifted = positive < SmallestNormal;
        var bits = BitConverter.DoubleToInt64Bits(lifted ? positive * Lift : positive);
        var exponent = (int)(bits >> 52) - 1023 - (lifted ? 54 : 0);
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (mantissa > Sqrt2)
        {
            mantissa /= 2;
            exponent++;
        }

        return (exponent * Ln2High) + ((exponent * Ln2Low) + OfNearOne(mantissa));
    }

    private static double OfNearOne(double m)
    {
        var s = (m - 1) / (m + 1);
        var square = s * s;
        var sum = 0.0;
        for (var k = Terms; k >= 1; k--) sum = square * (sum + (1.0 / ((2 * k) + 1)));
        return 2 * (s + (s * sum));
    }
}
