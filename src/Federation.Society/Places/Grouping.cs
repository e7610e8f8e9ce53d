using System.Collections.Immutable;

namespace Federation.Society.Places;

/// <summary>Sibling places as their parent's children: some alone, neighbours under inserted
/// circles.</summary>
internal abstract record Grouped
{
    public sealed record Alone(Settlement Settlement, string Segment) : Grouped;

    /// <param name="Height">Inserted circles on the longest way down, this one included.</param>
    /// <param name="Chief">The member that stands for most people; the circle is named after
    /// it.</param>
    public sealed record Area(ImmutableArray<Grouped> Members, int Height, Alone Chief) : Grouped;
}

/// <summary>Too many siblings for one circle become groups of neighbours.</summary>
internal static class Grouping
{
    /// <summary>At most <paramref name="childrenMax"/> children, of almost equal numbers of places:
    /// cut again and again across the axis along which the places reach furthest.</summary>
    public static ImmutableArray<Grouped> Under(
        int childrenMax, ImmutableArray<Grouped.Alone> places)
    {
        if (places.Length <= childrenMax) return ImmutableArray<Grouped>.CastUp(places);

        var tree = new EvenTree(childrenMax);
        var parts = tree.Parts(places.Length);
        var open = places.ToArray();
        Cut(open, 0, parts);

        var children = ImmutableArray.CreateBuilder<Grouped>(parts);
        for (var part = 0; part < parts; part++)
            children.Add(Gather(childrenMax, [.. open.AsSpan(Start(part)..Start(part + 1))]));
        return children.MoveToImmutable();

        int Start(int part) => EvenTree.Start(places.Length, parts, part);

        void Cut(Grouped.Alone[] row, int first, int last)
        {
            if (last - first < 2) return;
            var (from, to) = (Start(first), Start(last));
            var axis = WidestAxis(row.AsSpan(from..to));
            row.AsSpan(from..to).Sort((a, b) => Compare(a, b, axis));
            var middle = (first + last) / 2;
            Cut(row, first, middle);
            Cut(row, middle, last);
        }
    }

    private static Grouped Gather(int childrenMax, ImmutableArray<Grouped.Alone> places)
    {
        if (places is [var only]) return only;
        var members = Under(childrenMax, places);
        var chief = places.MaxBy(place =>
            (place.Settlement.Represented, place.Settlement.Area.Code), ChiefFirst)!;
        return new Grouped.Area(members, 1 + members.Max(HeightOf), chief);
    }

    private static readonly Comparer<(long People, string Code)> ChiefFirst =
        Comparer<(long People, string Code)>.Create((a, b) =>
            a.People != b.People
                ? a.People.CompareTo(b.People)
                : string.CompareOrdinal(b.Code, a.Code));

    private static int HeightOf(Grouped grouped) => grouped is Grouped.Area area ? area.Height : 0;

    private static int WidestAxis(ReadOnlySpan<Grouped.Alone> places)
    {
        var (widest, axis) = (-1, 0);
        for (var candidate = 0; candidate < 3; candidate++)
        {
            var (least, most) = (int.MaxValue, int.MinValue);
            foreach (var place in places)
            {
                var along = place.Settlement.Area.At.Along(candidate);
                (least, most) = (Math.Min(least, along), Math.Max(most, along));
            }

            if (most - least > widest) (widest, axis) = (most - least, candidate);
        }

        return axis;
    }

    private static int Compare(Grouped.Alone a, Grouped.Alone b, int axis)
    {
        var (left, right) = (a.Settlement.Area, b.Settlement.Area);
        var order = left.At.Along(axis).CompareTo(right.At.Along(axis));
        return order != 0 ? order : string.CompareOrdinal(left.Code, right.Code);
    }
}
