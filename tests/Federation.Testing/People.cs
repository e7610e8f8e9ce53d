using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Testing;

/// <summary>Persons and voices, written short.</summary>
public static class People
{
    public static Snapshot Person(
        int index, Point preference, double tolerance = .3, double conviction = 1, ulong place = 1,
        double skill = .5) =>
        new(new PersonId(place, index), Fixed.Round(preference), Fixed.Round(tolerance),
            Fixed.Round(conviction), Fixed.Round(skill));

    /// <summary>A resident who believes the circle needs what they would like.</summary>
    public static Voice Voice(
        int index, Point stand, double tolerance = .3, double conviction = 1, Point? belief = null) =>
        new(Role.Resident, -1, Person(index, stand, tolerance, conviction), Fixed.Round(belief ?? stand), null);

    /// <summary>A meeting in the whole space about a text, without a limit from above.</summary>
    public static Meeting Meeting(Point text, params ReadOnlySpan<Voice> present) => new(
        [.. present], Everything(text.Dimensions), Fixed.Round(text), Bounds.Unit(text.Dimensions), null, 1, true);

    public static Facets Everything(int dimensions) =>
        new([.. Enumerable.Range(0, dimensions)], Point.Filled(dimensions, .5));
}
