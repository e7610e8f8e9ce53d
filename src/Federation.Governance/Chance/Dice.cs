using Federation.Governance.Spaces;

namespace Federation.Governance.Chance;

/// <summary>All the chance of one replication of one run, as a function of what is decided.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="Replication">Which replication of the run, from 0.</param>
/// <remarks>
/// The counter is (circle, decision, round &lt;&lt; 32 | member, purpose &lt;&lt; 32 | draw); the key is
/// (seed, replication). Every method is a pure function of its arguments: asking twice gives the
/// same answer, and asking for one thing never changes another.
/// </remarks>
public readonly record struct Dice(ulong Seed, ulong Replication)
{
    /// <summary>How many order statistics <see cref="Beta"/> may draw.</summary>
    public const int BetaSumMax = 128;

    private const double Ulp = 1.0 / (1UL << 53);

    /// <summary>The four raw words of a draw.</summary>
    public Block Words(
        ulong circle, ulong decision, uint round, uint member, Purpose purpose, uint draw = 0) =>
        Philox4x64.Draw(
            Seed, Replication,
            circle, decision, ((ulong)round << 32) | member, ((ulong)purpose << 32) | draw);

    /// <summary>A number in [0, 1), a multiple of 2^-53.</summary>
    public double Uniform(
        ulong circle, ulong decision, uint round, uint member, Purpose purpose, uint draw = 0) =>
        Unit(Words(circle, decision, round, member, purpose, draw).A);

    /// <summary>A standard normal number: mean 0, variance 1, never beyond 8.4 either way.</summary>
    public double Normal(
        ulong circle, ulong decision, uint round, uint member, Purpose purpose, uint draw = 0) =>
        Bell(Words(circle, decision, round, member, purpose, draw).A);

    /// <summary>A displacement with independent normal coordinates of mean 0, rounded to 2^-40.</summary>
    /// <param name="dimensions">How many coordinates, 1 to 8. From 5 on it takes two draws.</param>
    /// <param name="sd">The standard deviation of every coordinate.</param>
    public Point NormalPoint(
        ulong circle, ulong decision, uint round, uint member, Purpose purpose,
        int dimensions, double sd, uint draw = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, Point.DimensionsMax);
        Span<double> coordinates = stackalloc double[dimensions];
        var words = default(Block);
        for (var i = 0; i < dimensions; i++)
        {
            if (i % Block.Words == 0)
                words = Words(circle, decision, round, member, purpose, draw + (uint)(i / Block.Words));
            coordinates[i] = Fixed.Round(sd * Bell(words[i % Block.Words]));
        }

        return new Point(coordinates);
    }

    /// <summary>A whole number from 0 to <paramref name="n"/> - 1.</summary>
    /// <remarks>The high half of word times n: the bias is below n / 2^64.</remarks>
    public int Below(
        int n,
        ulong circle, ulong decision, uint round, uint member, Purpose purpose, uint draw = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var word = Words(circle, decision, round, member, purpose, draw).A;
        return (int)Math.BigMul(word, (ulong)n, out _);
    }

    /// <summary>A number in [0, 1) of the Beta distribution: mean a / (a + b).</summary>
    /// <remarks>
    /// Whole parameters only: the a-th smallest of a + b - 1 uniform numbers has that distribution,
    /// and needs no transcendental function. Uses a quarter as many draws as uniforms, rounded up.
    /// </remarks>
    public double Beta(
        int a, int b,
        ulong circle, ulong decision, uint round, uint member, Purpose purpose, uint draw = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(a, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(b, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(a, BetaSumMax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(b, BetaSumMax - a);
        Span<double> uniforms = stackalloc double[a + b - 1];
        var words = default(Block);
        for (var i = 0; i < uniforms.Length; i++)
        {
            if (i % Block.Words == 0)
                words = Words(circle, decision, round, member, purpose, draw + (uint)(i / Block.Words));
            uniforms[i] = Unit(words[i % Block.Words]);
        }

        uniforms.Sort();
        return uniforms[a - 1];
    }

    /// <summary>A raw word as a number in [0, 1), a multiple of 2^-53.</summary>
    public static double Unit(ulong word) => (word >> 11) * Ulp;

    /// <summary>Zero, which has no quantile, counts as the middle of the first step.</summary>
    private static double Bell(ulong word) => NormalQuantile.Of(Math.Max(Unit(word), Ulp / 2));
}
