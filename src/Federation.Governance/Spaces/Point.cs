using System.Runtime.CompilerServices;

namespace Federation.Governance.Spaces;

/// <summary>A position in the issue space: one coordinate per dimension.</summary>
/// <remarks>
/// Texts of proposals, needs, beliefs and preferences are points of [0,1]^d, d in 1..8; differences
/// of points leave that cube. A value type with its coordinates inside, so that a deliberation
/// allocates nothing. Source of the space: docs/guide/model.md, "Issue space".
/// </remarks>
public readonly struct Point : IEquatable<Point>
{
    public const int DimensionsMax = 8;

    private readonly Coordinates _coordinates;

    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 8 coordinates, or one that is not finite.</exception>
    public Point(params ReadOnlySpan<double> coordinates)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(coordinates.Length, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(coordinates.Length, DimensionsMax);
        for (var i = 0; i < coordinates.Length; i++)
        {
            if (!double.IsFinite(coordinates[i]))
                throw new ArgumentOutOfRangeException(nameof(coordinates), "A coordinate is not finite.");
            _coordinates[i] = coordinates[i];
        }

        Dimensions = coordinates.Length;
    }

    /// <summary>How many coordinates there are.</summary>
    public int Dimensions { get; }

    public double this[int dimension] =>
        (uint)dimension < (uint)Dimensions
            ? _coordinates[dimension]
            : throw new ArgumentOutOfRangeException(nameof(dimension));

    public static Point Filled(int dimensions, double value)
    {
        Span<double> filled = stackalloc double[dimensions];
        filled.Fill(value);
        return new Point(filled);
    }

    public static Point operator +(Point a, Point b)
    {
        Span<double> sum = stackalloc double[a.Dimensions];
        for (var i = 0; i < sum.Length; i++) sum[i] = a[i] + b[i];
        return new Point(sum);
    }

    public static Point operator -(Point a, Point b)
    {
        Span<double> difference = stackalloc double[a.Dimensions];
        for (var i = 0; i < difference.Length; i++) difference[i] = a[i] - b[i];
        return new Point(difference);
    }

    public static Point operator *(Point a, double factor)
    {
        Span<double> scaled = stackalloc double[a.Dimensions];
        for (var i = 0; i < scaled.Length; i++) scaled[i] = a[i] * factor;
        return new Point(scaled);
    }

    /// <summary>This point with one coordinate replaced.</summary>
    public Point With(int dimension, double value)
    {
        Span<double> replaced = stackalloc double[Dimensions];
        for (var i = 0; i < replaced.Length; i++) replaced[i] = i == dimension ? value : this[i];
        return new Point(replaced);
    }

    /// <summary>The Euclidean length of the vector from the origin.</summary>
    public double Length => Math.Sqrt(LengthSquared);

    public double LengthSquared
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < Dimensions; i++) sum += this[i] * this[i];
            return sum;
        }
    }

    public double DistanceTo(Point other) => (this - other).Length;

    public bool Equals(Point other)
    {
        if (Dimensions != other.Dimensions) return false;
        for (var i = 0; i < Dimensions; i++)
            if (!this[i].Equals(other[i])) return false;
        return true;
    }

    public override bool Equals(object? obj) => obj is Point other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        for (var i = 0; i < Dimensions; i++) hash.Add(this[i]);
        return hash.ToHashCode();
    }

    public static bool operator ==(Point left, Point right) => left.Equals(right);
    public static bool operator !=(Point left, Point right) => !left.Equals(right);

    public override string ToString()
    {
        var texts = new string[Dimensions];
        for (var i = 0; i < Dimensions; i++) texts[i] = this[i].ToString("0.####");
        return $"({string.Join(", ", texts)})";
    }

    [InlineArray(DimensionsMax)]
    private struct Coordinates
    {
        private double _first;
    }
}
