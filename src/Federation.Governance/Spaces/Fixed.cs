using System.Runtime.Intrinsics;

namespace Federation.Governance.Spaces;

/// <summary>Numbers in whole multiples of 2^-40: what is stored, sent, compared or hashed.</summary>
/// <remarks>
/// About nine parts in 10^13: far below every tolerance, far above the noise of double arithmetic
/// in a different order. As a long such a number reaches just below 2^23 either way.
/// </remarks>
public static class Fixed
{
    private const double Steps = 1L << 40;

    /// <summary>From this size on, neighbouring doubles are at least one step apart.</summary>
    private const double WholeFrom = 1L << 13;

    /// <summary>The nearest multiple of 2^-40, the even one of two; never negative zero.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public static double Round(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException($"{value} is not a number to keep.", nameof(value));
        return Math.Abs(value) >= WholeFrom ? value : (Math.Round(value * Steps) / Steps) + 0.0;
    }

    /// <summary>A point with every coordinate rounded.</summary>
    public static Point Round(Point point) => point.Rounded();

    internal static Vector512<double> Round(Vector512<double> values) => Vector512.ConditionalSelect(
        Vector512.GreaterThanOrEqual(Vector512.Abs(values), Vector512.Create(WholeFrom)),
        values,
        (Vector512.Round(values * Steps) / Steps) + Vector512<double>.Zero);

    /// <summary>How many steps of 2^-40 the rounded value has.</summary>
    /// <exception cref="ArgumentException">The value is not finite, or 2^23 or more either way.</exception>
    public static long ToLong(double value)
    {
        var steps = Round(value) * Steps;
        if (Math.Abs(steps) >= long.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(value), value, "Beyond 2^23.");
        return (long)steps;
    }

    /// <summary>The value with this many steps; exact if the steps fit into 53 bits.</summary>
    public static double FromLong(long steps) => steps / Steps;
}
