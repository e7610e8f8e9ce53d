using Federation.Governance.Circles;
using Federation.Society.Scenarios;

namespace Federation.Society.Places;

/// <summary>The real planet as a federation: places, and circles inserted where a place has too
/// many.</summary>
/// <remarks>
/// <para>World, M49 regions and subregions, countries, subdivisions, cities, neighbourhoods. A
/// circle's path is the same at every scale that has it, for one <c>ChildrenMax</c>; neighbourhoods
/// are also the same for one size, which <c>Circles</c> changes. A place with one place below it
/// keeps one circle, whose chain of places goes down to the inner one. Uninhabited and tiny places
/// keep none: <see cref="Settlement"/>.</para>
/// <para>A branch expands each circle above the named one: every place below those exists (inside a
/// city: every range of neighbourhoods), and stays as the scale has it if it is not on the
/// branch.</para>
/// <para>A table holds the places (up to about 40,000 circles); the circles inside cities are
/// computed when asked for. Immutable, so any number of threads may ask.</para>
/// </remarks>
public sealed class PlanetPlan : FederationPlan
{
    private readonly Dictionary<string, PlanetCircle> _table;
    private readonly Dictionary<string, PlanetCircle>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Neighbourhoods _neighbourhoods;
    private readonly bool _looksInsideAll;

    /// <exception cref="InvalidFederationException">A setting is out of bounds or a scale
    /// unknown.</exception>
    /// <exception cref="UnknownCircleException">The branch leads to a circle that is not
    /// there.</exception>
    public PlanetPlan(PlanetData data, FederationShape.Planet shape)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(shape);
        Bounds.Check("circles", shape.Circles, 0, 2_000_000);
        Bounds.Check("childrenMax", shape.ChildrenMax, 2, 24);
        Bounds.Check("members", shape.Members, 3, 40);

        var branch = shape.Branch.IsDefault ? [] : shape.Branch;
        var depth = PlanetDepth.Of(shape.Scale, branch);
        var circles = new PlanetPlanBuilder(new PlanetAreas(data), depth, shape).Build();
        _neighbourhoods = new Neighbourhoods(
            shape.ChildrenMax, shape.Members, depth.All ? null : depth.Expanded);
        _looksInsideAll = depth.All;
        _table = new Dictionary<string, PlanetCircle>(circles.Count, StringComparer.Ordinal);
        _bySpan = _table.GetAlternateLookup<ReadOnlySpan<char>>();
        Root = circles[0].Id;
        (Circles, People) = Divide(circles, depth, shape);
        foreach (var path in branch) Find(new CircleId(path));
    }

    public override CircleId Root { get; }

    public override long Circles { get; }

    public override long People { get; }

    public override PlannedCircle? TryFind(CircleId id)
    {
        if (id.Path is null) return null;
        var path = id.Path.AsSpan();
        for (var end = path.Length; end > 0; end = path[..end].LastIndexOf('/'))
        {
            if (!_bySpan.TryGetValue(path[..end], out var found)) continue;
            var (circle, parts) = found;
            return end == path.Length ? _neighbourhoods.Crown(circle, parts)
                : parts > 1 ? _neighbourhoods.TryFind(circle, parts, id)
                : null;
        }

        return null;
    }

    /// <summary>Circles over equally many neighbourhoods are alike, where all are looked at.</summary>
    public override int Alike(CircleId id)
    {
        if (!_looksInsideAll) return 0;
        if (_table.TryGetValue(id.Path, out var found))
            return found.Neighbourhoods > 1 ? found.Neighbourhoods : 0;
        var range = id.Path.AsSpan(id.Path.LastIndexOf('/') + 2);
        var cut = range.IndexOf('-');
        return cut < 0 ? 1 : 1 + int.Parse(range[(cut + 1)..]) - int.Parse(range[..cut]);
    }

    /// <summary>The circle whose own place, or one it includes, has this code; null if none is that
    /// deep. Looks through the table, so for people's searches and not for runs.</summary>
    public PlannedCircle? TryFindPlace(string code) =>
        _table.Values.Select(circle => circle.Planned)
            .Where(circle => circle.Places.Any(place => place.Code == code))
            .MinBy(circle => (circle.Depth, circle.Id.Path.Length)) is { } found
            ? TryFind(found.Id)
            : null;

    /// <summary>Fills the table; counts circles and people, those inside cities included.</summary>
    private (long Circles, long People) Divide(
        List<PlannedCircle> circles, PlanetDepth depth, FederationShape.Planet shape)
    {
        var tree = new EvenTree(shape.ChildrenMax);
        var cities = circles.Where(circle => circle.IsLeaf)
            .Select(circle => circle.Represented).ToList();
        var size = depth.All && shape.Circles > 0
            ? NeighbourhoodSize.For(shape.Circles, circles.Count, cities, tree)
            : NeighbourhoodSize.Usual;
        var over = depth.All
            ? tree.CirclesOver(NeighbourhoodSize.NeighbourhoodsOf(cities.Max(), size))
            : [];

        var (count, leaves) = ((long)circles.Count, 0L);
        foreach (var circle in circles)
        {
            var looked = circle.IsLeaf && depth.Reaches(circle.Id, PlaceLevel.Neighbourhood);
            var parts = looked ? NeighbourhoodSize.NeighbourhoodsOf(circle.Represented, size) : 0;
            var peopled = Peopled(circle, parts, shape.Members);
            _table.Add(circle.Id.Path, new PlanetCircle(peopled, parts));
            if (!circle.IsLeaf) continue;
            var below = parts < 2 ? (Circles: 0, Leaves: 1)
                : depth.All ? (over[parts] - 1, parts)
                : _neighbourhoods.CountBelow(circle.Id, parts);
            (count, leaves) = (count + below.Circles, leaves + below.Leaves);
        }

        return (count, leaves * shape.Members);
    }

    private static PlannedCircle Peopled(PlannedCircle circle, int parts, int members) =>
        (circle.IsLeaf, parts) switch
        {
            (false, _) or (_, > 1) => circle,
            (_, 0) => circle with { People = members },
            _ => circle with
            {
                People = members,
                Places = circle.Places.Add(Neighbourhoods.NeighbourhoodPlace(circle, 0)),
                PeoplePlace = circle.Place,
            },
        };
}
