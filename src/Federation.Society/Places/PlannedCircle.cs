using System.Collections.Immutable;
using Federation.Governance.Circles;

namespace Federation.Society.Places;

/// <summary>What the plan says of one circle before anything has happened in it.</summary>
/// <param name="Id">Its path.</param>
/// <param name="Name">Its name as people write it.</param>
/// <param name="Level">The named level, which tracing shows as a service; an inserted circle takes
/// the nearest named ancestor's.</param>
/// <param name="Depth">Links up to the root; the root has 0.</param>
/// <param name="Children">Its children in their one fixed order.</param>
/// <param name="Places">The chain of places from the outermost to this circle's own; an inserted
/// circle has its parent's chain.</param>
/// <param name="FirstPerson">The index, at its own place, of the first person who lives
/// here.</param>
/// <param name="People">How many simulated people live in this circle itself; 0 above the
/// leaves.</param>
/// <param name="Represented">How many inhabitants of the places below the circle stands
/// for.</param>
public sealed record PlannedCircle(
    CircleId Id,
    string Name,
    string Level,
    int Depth,
    ImmutableArray<CircleId> Children,
    ImmutableArray<Place> Places,
    int FirstPerson,
    int People,
    long Represented)
{
    public bool IsLeaf => Children.IsEmpty;

    /// <summary>The place whose need this circle has.</summary>
    public Place Place => Places[^1];

    /// <summary>Names of the first of the people who live here; the others have numbers.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The place that keys the people who live here, together with their index: the city
    /// of a neighbourhood, so that they are the same persons however the city is cut into circles;
    /// <see cref="Place"/> elsewhere.</summary>
    public Place PeoplePlace
    {
        get => field ?? Place;
        init;
    }
}
