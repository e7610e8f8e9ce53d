using System.Globalization;
using System.Numerics;

namespace Federation.Governance.Counting;

/// <summary>An exact sum of ballots and equal parts of ballots.</summary>
/// <remarks>A ballot with two alternatives in its first place is half a ballot for each: thirds and sevenths
/// must add up to whole ballots again, so nothing is rounded. Nearly all tallies are whole and cost what a whole
/// number costs.</remarks>
public readonly struct Tally : IEquatable<Tally>, IComparable<Tally>
{
    private readonly long _whole;
    private readonly Fraction? _fraction;

    private Tally(long whole) => _whole = whole;

    private Tally(Fraction fraction) => _fraction = fraction;

    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole => _fraction is null;

    private BigInteger Parts => _fraction?.Parts ?? _whole;

    private BigInteger Of => _fraction?.Of ?? BigInteger.One;

    public static Tally Ratio(long parts, long of) =>
        of <= 0 ? throw new ArgumentOutOfRangeException(nameof(of))
        : parts % of == 0 ? new(parts / of)
        : Ratio((BigInteger)parts, of);

    /// <summary>In lowest terms.</summary>
    private static Tally Ratio(BigInteger parts, BigInteger of)
    {
        var common = BigInteger.GreatestCommonDivisor(parts, of);
        return Over(parts / common, of / common);
    }

    /// <summary>As given: sums of one round keep one denominator, so that comparing them costs no product.</summary>
    internal static Tally Over(BigInteger parts, BigInteger of)
    {
        if (of.IsOne) return new((long)parts);
        var whole = BigInteger.DivRem(parts, of, out var rest);
        return rest.IsZero ? new((long)whole) : new(new Fraction(parts, of));
    }

    public static Tally operator +(Tally left, Tally right) => left.IsWhole && right.IsWhole
        ? new(checked(left._whole + right._whole))
        : Ratio((left.Parts * right.Of) + (right.Parts * left.Of), left.Of * right.Of);

    public static Tally operator -(Tally left, Tally right) => left + (right * -1);

    public static Tally operator *(Tally left, long times) => left.IsWhole
        ? new(checked(left._whole * times))
        : Over(left.Parts * times, left.Of);

    public static implicit operator Tally(long whole) => new(whole);

    /// <summary>The nearest number with a fraction, for people.</summary>
    public double Number() => _fraction is { } fraction
        ? (double)BigInteger.Divide(fraction.Parts * Million, fraction.Of) / 1e6 : _whole;

    public override string ToString() => IsWhole
        ? _whole.ToString(CultureInfo.InvariantCulture)
        : Number().ToString("0.######", CultureInfo.InvariantCulture);

    public bool Equals(Tally other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Tally other && Equals(other);

    public override int GetHashCode() => Number().GetHashCode();

    public int CompareTo(Tally other)
    {
        if (IsWhole && other.IsWhole) return _whole.CompareTo(other._whole);
        return Of == other.Of ? Parts.CompareTo(other.Parts) : (Parts * other.Of).CompareTo(other.Parts * Of);
    }

    public static bool operator ==(Tally left, Tally right) => left.Equals(right);

    public static bool operator !=(Tally left, Tally right) => !left.Equals(right);

    public static bool operator <(Tally left, Tally right) => left.CompareTo(right) < 0;

    public static bool operator >(Tally left, Tally right) => left.CompareTo(right) > 0;

    public static bool operator <=(Tally left, Tally right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Tally left, Tally right) => left.CompareTo(right) >= 0;

    private static readonly BigInteger Million = 1_000_000;

    /// <summary>Not a whole number; its denominator is above 1.</summary>
    private sealed record Fraction(BigInteger Parts, BigInteger Of);
}
