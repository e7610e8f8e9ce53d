using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Society.Scenarios;

namespace Federation.Society.Places;

/// <summary>Walks the named places from the world downwards and gives each that stays a
/// circle.</summary>
internal sealed class PlanetPlanBuilder(
    PlanetAreas areas, PlanetDepth depth, FederationShape.Planet shape)
{
    private readonly List<PlannedCircle> _circles = [];

    /// <summary>Every circle above the neighbourhoods, parents first; leaves have no people
    /// yet.</summary>
    public List<PlannedCircle> Build()
    {
        var world = new Settlement(areas.World, areas.World.Population, []);
        var root = new CircleId(Segments.Of(areas.World.PlainName));
        AddPlace(root, 0, [], world);
        return _circles;
    }

    private void AddPlace(
        CircleId id, int links, ImmutableArray<Place> outer, Settlement settlement)
    {
        var (name, level) = (settlement.Area.Name, settlement.Area.Level.Word());
        var places = outer.Add(PlaceOf(settlement.Area));
        var below = Below(id, settlement);
        while (below is [var only])
        {
            places = places.Add(PlaceOf(only.Area));
            below = Below(id, only);
        }

        var circle = new PlannedCircle(
            id, name, level, links, [], places, 0, 0, settlement.Represented);
        if (below.IsEmpty)
        {
            _circles.Add(circle);
            return;
        }

        var segments = Segments.ForSiblings([.. below.Select(each => each.Area)]);
        var siblings = below.Select((each, i) => new Grouped.Alone(each, segments[i]));
        AddCircle(circle, Grouping.Under(shape.ChildrenMax, [.. siblings]));
    }

    private ImmutableArray<Settlement> Below(CircleId id, Settlement settlement) =>
        areas.Below(settlement.Area) is [var first, ..] all && depth.Reaches(id, first.Level)
            ? settlement.SettleBelow(all)
            : [];

    private void AddCircle(PlannedCircle circle, ImmutableArray<Grouped> members)
    {
        var taken = members.OfType<Grouped.Alone>().Select(place => place.Segment)
            .ToHashSet(StringComparer.Ordinal);
        var children = members
            .Select(member => (Id: circle.Id.Child(SegmentOf(member, taken)), member))
            .OrderBy(child => child.Id).ToList();
        _circles.Add(circle with { Children = [.. children.Select(child => child.Id)] });

        foreach (var (id, member) in children)
        {
            if (member is Grouped.Alone place)
                AddPlace(id, circle.Depth + 1, circle.Places, place.Settlement);
            else if (member is Grouped.Area area)
                AddCircle(
                    circle with
                    {
                        Id = id,
                        Name = NameOf(area),
                        Depth = circle.Depth + 1,
                        Represented = PeopleOf(area),
                    },
                    area.Members);
        }
    }

    private static string SegmentOf(Grouped member, HashSet<string> taken)
    {
        if (member is Grouped.Alone place) return place.Segment;
        var area = (Grouped.Area)member;
        var segment = area.Height switch
        {
            1 => $"{area.Chief.Segment}-area",
            2 => $"{area.Chief.Segment}-wide-area",
            var height => $"{area.Chief.Segment}-wide-area-{height}",
        };
        return taken.Contains(segment)
            ? $"{segment}-{Segments.Of(area.Chief.Settlement.Area.Id)}"
            : segment;
    }

    private static string NameOf(Grouped.Area area)
    {
        var chief = Segments.BeforeQualifier(area.Chief.Settlement.Area.Name);
        return area.Height == 1 ? $"Area of {chief}" : $"Wide area of {chief}";
    }

    private static long PeopleOf(Grouped grouped) => grouped switch
    {
        Grouped.Alone place => place.Settlement.Represented,
        Grouped.Area area => area.Members.Sum(PeopleOf),
        _ => 0,
    };

    private static Place PlaceOf(Area area) => new(area.Code, area.Level.Word());
}
