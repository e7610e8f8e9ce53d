using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Governance.Circles;

/// <summary>Who holds a role of a circle, and since which simulated day.</summary>
/// <param name="SinceDay">The day of the election; a term and a mandate are counted from it.</param>
public readonly record struct Seat(Role Role, PersonId Person, int SinceDay)
{
    public void Write(CanonicalWriter writer)
    {
        writer.Byte((byte)Role);
        writer.Person(Person);
        writer.Int(SinceDay);
    }

    public static Seat Read(ref CanonicalReader reader) =>
        new(reader.Choice(Role.Secretary), reader.Person(), reader.Int());
}

/// <summary>Taking and leaving seats; a role's holders keep the order in which they were chosen.</summary>
internal static class Seating
{
    public static PersonId? Holder(this ImmutableArray<Seat> seats, Role role)
    {
        foreach (ref readonly var seat in seats.AsSpan())
            if (seat.Role == role) return seat.Person;
        return null;
    }

    public static bool Holds(this ImmutableArray<Seat> seats, Role role, PersonId person)
    {
        foreach (ref readonly var seat in seats.AsSpan())
            if (seat.Role == role && seat.Person == person) return true;
        return false;
    }

    /// <summary>Whether a person holds any role.</summary>
    public static bool Any(this ImmutableArray<Seat> seats, PersonId person)
    {
        foreach (ref readonly var seat in seats.AsSpan())
            if (seat.Person == person) return true;
        return false;
    }

    public static Circle Seated(this Circle circle, Role role, PersonId person, int day) =>
        circle with { Seats = circle.Seats.Add(new Seat(role, person, day)) };

    public static Circle Vacated(this Circle circle, Role role, PersonId person) =>
        circle with { Seats = circle.Seats.RemoveAll(seat => seat.Role == role && seat.Person == person) };
}
