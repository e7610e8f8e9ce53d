using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Society.People;
using Federation.Society.Places;
using Federation.Society.Runs;

namespace Federation.Society.Cases;

/// <summary>A run that came to its end, as a detector reads it: whatever drove it left the same.</summary>
public sealed class FinishedRun
{
    private readonly Dictionary<CircleId, RecordedCircle> _circles;
    private readonly Dictionary<CircleId, PlannedCircle> _planned = [];
    private readonly Lazy<ILookup<ulong, PlannedCircle>> _homes;
    private readonly Lazy<Dictionary<int, Agreement>> _owned;
    private readonly Telling _telling;

    public FinishedRun(World world, Register register, IEnumerable<RecordedCircle> circles)
    {
        (World, Register) = (world, register);
        Circles = [.. circles.OrderBy(one => one.Circle.Id)];
        _circles = Circles.ToDictionary(one => one.Circle.Id);
        _telling = new Telling(world);
        _homes = new(() => Circles.Select(one => PlanOf(one.Circle.Id)).Where(planned => planned.IsLeaf)
            .ToLookup(planned => planned.PeoplePlace.Key));
        _owned = new(() => Circles.SelectMany(one => one.Circle.Agreements.Where(own => own.Owner == one.Circle.Id))
            .GroupBy(own => own.Decision).ToDictionary(same => same.Key, same => same.Last()));
    }

    public static FinishedRun Of(Reference reference, Register register) =>
        new(reference.World, register, reference.Circles.Values
            .Select(circle => new RecordedCircle(circle, [.. reference.Entries(circle)])));

    public World World { get; }
    public Register Register { get; }

    /// <summary>Every circle in which something happened, by path.</summary>
    public ImmutableArray<RecordedCircle> Circles { get; }

    /// <summary>The last simulated day anything was sealed on.</summary>
    public int LastDay => Register.Seals.IsEmpty ? 0 : Register.Seals.Max(seal => seal.Day.Mid);

    /// <summary>Null where nothing happened.</summary>
    public RecordedCircle? Find(CircleId circle) => _circles.GetValueOrDefault(circle);

    public PlannedCircle PlanOf(CircleId circle) =>
        _planned.TryGetValue(circle, out var known) ? known : _planned[circle] = World.Plan.Find(circle);

    /// <summary>The agreement of the circle that decided a matter, as it stands; null if none did.</summary>
    public Agreement? Owned(int decision) => _owned.Value.GetValueOrDefault(decision);

    /// <summary>A person by where they live: "person 3 of neighbourhood 1.2".</summary>
    public string Name(PersonId person)
    {
        var home = _homes.Value[person.Place].FirstOrDefault(leaf =>
            person.Index >= leaf.FirstPerson && person.Index < leaf.FirstPerson + leaf.People);
        return $"{Telling.Named(person.Index)}{(home is null ? "" : $" of {home.Name}")}";
    }

    /// <summary>Who spoke, as minutes say it, and where they live.</summary>
    public string Name(CircleId circle, Speaker speaker) => speaker.IsCircle ? "the circle"
        : $"{_telling.Member(PlanOf(circle), speaker)}"
            + (PlanOf(circle).IsLeaf ? "" : $", {Name(speaker.Person)}");

    /// <summary>"speed 24 km/h, quiet 6 h": a point in the dimensions a matter is about.</summary>
    public string InUnits(Governance.Spaces.Point point, ImmutableArray<int> dimensions) =>
        string.Join(", ", dimensions.Select(index => (World.Scenario.Space.Dimensions[index], point[index]))
            .Select(one => $"{one.Item1.Name} {Telling.Units(one.Item1, one.Item2)}"));
}
