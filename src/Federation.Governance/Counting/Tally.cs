using System.Globalization;
using System.Numerics;

namespace Federation.Governance.Counting;

/// <summary>An exact sum of ballots and equal parts of ballots.</summary>
/// <remarks>A ballot with two alternatives in its first place is half a ballot for each: thirds and sevenths
/// must add up to whole ballots again, so nothing is rounded.</remarks>
public readonly struct Tally : IEquatable<Tally>, IComparable<Tally>
{
    private readonly BigInteger _parts;
    private readonly BigInteger _lessOne;

    private Tally(BigInteger parts, BigInteger of)
    {
        var common = BigInteger.GreatestCommonDivisor(parts, of);
        (_parts, _lessOne) = (parts / common, (of / common) - 1);
    }

    /// <summary>How many parts a whole ballot has here.</summary>
    private BigInteger Of => _lessOne + 1;

    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole => _lessOne.IsZero;

    public static Tally Ratio(long parts, long of) =>
        of > 0 ? new(parts, of) : throw new ArgumentOutOfRangeException(nameof(of));

    public static Tally operator +(Tally left, Tally right) =>
        new((left._parts * right.Of) + (right._parts * left.Of), left.Of * right.Of);

    public static Tally operator -(Tally left, Tally right) =>
        new((left._parts * right.Of) - (right._parts * left.Of), left.Of * right.Of);

    public static Tally operator *(Tally left, long times) => new(left._parts * times, left.Of);

    public static implicit operator Tally(long whole) => new(whole, 1);

    /// <summary>The nearest number with a fraction, for people.</summary>
    public double Number() => IsWhole ? (double)_parts
        : (double)BigInteger.Divide(_parts * Million, Of) / 1e6;

    public override string ToString() => IsWhole
        ? _parts.ToString(CultureInfo.InvariantCulture)
        : Number().ToString("0.######", CultureInfo.InvariantCulture);

    public bool Equals(Tally other) => _parts == other._parts && _lessOne == other._lessOne;

    public override bool Equals(object? obj) => obj is Tally other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_parts, _lessOne);

    public int CompareTo(Tally other) => (_parts * other.Of).CompareTo(other._parts * Of);

    public static bool operator ==(Tally left, Tally right) => left.Equals(right);

    public static bool operator !=(Tally left, Tally right) => !left.Equals(right);

    public static bool operator <(Tally left, Tally right) => left.CompareTo(right) < 0;

    public static bool operator >(Tally left, Tally right) => left.CompareTo(right) > 0;

    public static bool operator <=(Tally left, Tally right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Tally left, Tally right) => left.CompareTo(right) >= 0;

    private static readonly BigInteger Million = 1_000_000;
}
