using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
        coordinates.CopyTo(_coordinates);
        Dimensions = coordinates.Length;
        RequireFinite(All);
    }

    /// <summary>All eight coordinates at once; those beyond the dimensions are zero.</summary>
    private Point(int dimensions, Vector512<double> all)
    {
        Unsafe.As<Coordinates, Vector512<double>>(ref _coordinates) = all;
        Dimensions = dimensions;
        RequireFinite(all);
    }

    private Vector512<double> All =>
        Vector512.LoadUnsafe(ref Unsafe.As<Coordinates, double>(ref Unsafe.AsRef(in _coordinates)));

    /// <summary>How many coordinates there are.</summary>
    public int Dimensions { get; }

    public double this[int dimension] =>
        (uint)dimension < (uint)Dimensions
            ? _coordinates[dimension]
            : throw new ArgumentOutOfRangeException(nameof(dimension));

    public void CopyTo(Span<double> coordinates)
    {
        ReadOnlySpan<double> all = _coordinates;
        all[..Dimensions].CopyTo(coordinates);
    }

    public static Point Filled(int dimensions, double value)
    {
        Span<double> filled = stackalloc double[dimensions];
        filled.Fill(value);
        return new Point(filled);
    }

    public static Point operator +(in Point a, in Point b) => new(Alike(a, b), a.All + b.All);

    public static Point operator -(in Point a, in Point b) => new(Alike(a, b), a.All - b.All);

    public static Point operator *(in Point a, double factor) => new(a.Dimensions, a.All * factor);

    /// <summary>Every coordinate rounded to a multiple of 2^-40: see <see cref="Fixed"/>.</summary>
    internal Point Rounded() => new(Dimensions, Fixed.Round(All));

    /// <summary>This point with one coordinate replaced.</summary>
    public Point With(int dimension, double value)
    {
        Span<double> replaced = stackalloc double[DimensionsMax];
        All.CopyTo(replaced);
        replaced[dimension] = value;
        return new Point(replaced[..Dimensions]);
    }

    /// <summary>The Euclidean length of the vector from the origin.</summary>
    public double Length => Math.Sqrt(LengthSquared);

    public double LengthSquared
    {
        get
        {
            ReadOnlySpan<double> all = _coordinates;
            var sum = 0.0;
            foreach (var coordinate in all[..Dimensions]) sum += coordinate * coordinate;
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

    private static int Alike(in Point a, in Point b) => a.Dimensions == b.Dimensions
        ? a.Dimensions
        : throw new ArgumentException($"A point of {a.Dimensions} dimensions and one of {b.Dimensions}.");

    private static void RequireFinite(Vector512<double> all)
    {
        if (!Vector512.EqualsAll(all - all, Vector512<double>.Zero))
            throw new ArgumentOutOfRangeException(nameof(all), "A coordinate is not finite.");
    }

    [InlineArray(DimensionsMax)]
    private struct Coordinates
    {
        private double _first;
    }
}
