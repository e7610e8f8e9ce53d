using System.Collections.Immutable;
using Federation.Governance.Circles;

namespace Federation.Society.Places;

/// <summary>The circles of a city's neighbourhoods, by arithmetic on the path.</summary>
/// <remarks>
/// Neighbourhoods of a city are numbered from 0 and stand for equal parts of it, give or take one
/// inhabitant. "n17" is the 17th; "n1-64" is the inserted circle over the first 64. Where a range
/// is not expanded it is a leaf, and the people in it are those of its first neighbourhood.
/// </remarks>
/// <param name="expanded">Paths to look inside; null to look inside all.</param>
internal sealed class Neighbourhoods(int childrenMax, int members, HashSet<string>? expanded)
{
    private readonly EvenTree _tree = new(childrenMax);

    /// <summary>The city's own circle, with its children.</summary>
    public PlannedCircle Crown(PlannedCircle city, int neighbourhoods) =>
        neighbourhoods < 2
            ? city
            : city with { Children = ChildrenOf(city.Id, new Range(0, neighbourhoods)) };

    /// <summary>The circle at a path below a city's, or null.</summary>
    public PlannedCircle? TryFind(PlannedCircle city, int neighbourhoods, CircleId id)
    {
        var range = new Range(0, neighbourhoods);
        var depth = city.Depth;
        var at = city.Id.Path.Length;
        while (at < id.Path.Length)
        {
            if (!IsExpanded(id.Path.AsSpan(0, at), range)) return null;
            var next = id.Path.IndexOf('/', at + 1) is > 0 and var slash ? slash : id.Path.Length;
            if (ChildAt(range, id.Path.AsSpan(at + 1, next - at - 1)) is not { } child) return null;
            (range, at, depth) = (child, next, depth + 1);
        }

        return Planned(city, neighbourhoods, id, range, depth);
    }

    /// <summary>The place of one neighbourhood, e.g. "geonames:2988507#16".</summary>
    public static Place NeighbourhoodPlace(PlannedCircle city, int index) =>
        new($"{city.Place.Code}#{index}", PlaceLevel.Neighbourhood.Word());

    /// <summary>How many circles there are below a city and how many of them are leaves, counted
    /// one by one: for a plan that looks inside few.</summary>
    public (long Circles, long Leaves) CountBelow(CircleId id, int neighbourhoods) =>
        Count(id, new Range(0, neighbourhoods)) is var (circles, leaves)
            ? (circles - 1, leaves)
            : default;

    private (long Circles, long Leaves) Count(CircleId id, Range range)
    {
        if (!IsExpanded(id.Path, range)) return (1, 1);
        var (circles, leaves) = (1L, 0L);
        foreach (var child in Parts(range))
        {
            var below = Count(id.Child(child.Segment), child);
            (circles, leaves) = (circles + below.Circles, leaves + below.Leaves);
        }

        return (circles, leaves);
    }

    private PlannedCircle Planned(
        PlannedCircle city, int neighbourhoods, CircleId id, Range range, int depth)
    {
        var represented = Upto(range.First + range.Length) - Upto(range.First);
        if (range.Length == 1)
        {
            var own = NeighbourhoodPlace(city, range.First);
            return new PlannedCircle(
                id, $"{city.Name}, neighbourhood {range.First + 1}", own.Level, depth, [],
                city.Places.Add(own), range.First * members, members, represented)
            { PeoplePlace = city.Place };
        }

        var isOpen = IsExpanded(id.Path, range);
        return new PlannedCircle(
            id, $"{city.Name}, neighbourhoods {range.First + 1} to {range.First + range.Length}",
            city.Level, depth, isOpen ? ChildrenOf(id, range) : [], city.Places,
            isOpen ? 0 : range.First * members, isOpen ? 0 : members, represented);

        long Upto(int first) => city.Represented * first / neighbourhoods;
    }

    private bool IsExpanded(ReadOnlySpan<char> path, Range range) =>
        range.Length > 1
        && (expanded is null || expanded.GetAlternateLookup<ReadOnlySpan<char>>().Contains(path));

    private ImmutableArray<CircleId> ChildrenOf(CircleId id, Range range)
    {
        var children = ImmutableArray.CreateBuilder<CircleId>(_tree.Parts(range.Length));
        foreach (var child in Parts(range)) children.Add(id.Child(child.Segment));
        return children.MoveToImmutable();
    }

    private IEnumerable<Range> Parts(Range range)
    {
        var parts = _tree.Parts(range.Length);
        for (var part = 0; part < parts; part++) yield return Part(range, parts, part);
    }

    private static Range Part(Range range, int parts, int part)
    {
        var start = EvenTree.Start(range.Length, parts, part);
        var end = EvenTree.Start(range.Length, parts, part + 1);
        return new Range(range.First + start, end - start);
    }

    /// <summary>The child whose segment reads so: the number says which it must be, then it must
    /// read exactly so.</summary>
    private Range? ChildAt(Range range, ReadOnlySpan<char> segment)
    {
        if (segment.IsEmpty || segment[0] != 'n') return null;
        var first = 0;
        foreach (var digit in segment[1..])
        {
            if (!char.IsAsciiDigit(digit)) break;
            if (first > int.MaxValue / 10 - 9) return null;
            first = first * 10 + (digit - '0');
        }

        var offset = first - 1 - range.First;
        if (offset < 0 || offset >= range.Length) return null;
        var parts = _tree.Parts(range.Length);
        var part = (int)(((long)offset * parts + range.Length - 1) / range.Length);
        if (part >= parts) return null;
        var child = Part(range, parts, part);
        Span<char> written = stackalloc char[24];
        return segment.SequenceEqual(written[..child.Write(written)]) ? child : null;
    }

    private readonly record struct Range(int First, int Length)
    {
        public string Segment
        {
            get
            {
                Span<char> text = stackalloc char[24];
                return new string(text[..Write(text)]);
            }
        }

        public int Write(Span<char> text)
        {
            int length;
            if (Length == 1) MemoryExtensions.TryWrite(text, $"n{First + 1}", out length);
            else MemoryExtensions.TryWrite(text, $"n{First + 1}-{First + Length}", out length);
            return length;
        }
    }
}
