namespace Federation.Governance.Members;

/// <summary>One simulated person: a place and a number there, never a circle.</summary>
/// <param name="Place">The key of the place (<see cref="Chance.Keys.Of"/> of its code).</param>
/// <param name="Index">The person's number at the place, from 0.</param>
/// <remarks>Keyed by place so that different structures of circles seat the same people.</remarks>
public readonly record struct PersonId(ulong Place, int Index) : IComparable<PersonId>
{
    public int CompareTo(PersonId other) =>
        Place != other.Place ? Place.CompareTo(other.Place) : Index.CompareTo(other.Index);

    public static bool operator <(PersonId left, PersonId right) => left.CompareTo(right) < 0;
    public static bool operator >(PersonId left, PersonId right) => left.CompareTo(right) > 0;
    public static bool operator <=(PersonId left, PersonId right) => left.CompareTo(right) <= 0;
    public static bool operator >=(PersonId left, PersonId right) => left.CompareTo(right) >= 0;
}
