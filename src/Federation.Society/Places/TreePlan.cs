using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Society.Scenarios;

namespace Federation.Society.Places;

/// <summary>A regular tree of made-up places: all that is known of a circle is in its
/// path.</summary>
/// <remarks>
/// Paths read "world/c3/c1": the first child of the third child. Every circle is a place of its
/// own, named by its path, and stands for the simulated people in it and no more. Nothing is
/// stored, so a million circles cost what one costs.
/// </remarks>
public sealed class TreePlan : FederationPlan
{
    private readonly FederationShape.Tree _shape;
    private readonly long[] _leavesBelow;

    /// <exception cref="InvalidFederationException">Not one level name more than there are
    /// fan-outs, a level without a name, or a number out of bounds.</exception>
    public TreePlan(FederationShape.Tree shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        _shape = shape;
        Bounds.Check("members", shape.Members, 3, 40);
        Bounds.Check("fanOuts.length", shape.FanOuts.Length, 0, DepthMax);
        if (shape.Levels.Length != shape.FanOuts.Length + 1)
            throw new InvalidFederationException(
                $"federation.levels has {shape.Levels.Length} names for "
                + $"{shape.FanOuts.Length} fan-outs; "
                + $"{shape.FanOuts.Length + 1} are needed, the root's first.");
        foreach (var fanOut in shape.FanOuts) Bounds.Check("fanOuts", fanOut, 1, 1000);
        foreach (var level in shape.Levels)
            if (Segments.Of(level).Length == 0)
                throw new InvalidFederationException($"federation.levels: '{level}' is no name.");

        Root = new CircleId(Segments.Of(shape.Levels[0]));
        (_leavesBelow, Circles) = Count(shape);
        People = _leavesBelow[0] * shape.Members;
    }

    /// <summary>Links from the root to the deepest leaf at most.</summary>
    public const int DepthMax = 12;

    /// <summary>Circles at most: more than any machine here would run.</summary>
    public const long CirclesMax = 100_000_000;

    public override CircleId Root { get; }

    public override long Circles { get; }

    public override long People { get; }

    public override PlannedCircle? TryFind(CircleId id)
    {
        var path = id.Path.AsSpan();
        if (!path.StartsWith(Root.Path, StringComparison.Ordinal)) return null;

        var places = ImmutableArray.CreateBuilder<Place>(_shape.Levels.Length);
        var end = Root.Path.Length;
        places.Add(PlaceAt(path[..end], 0));
        while (end < path.Length)
        {
            var depth = places.Count;
            if (path[end] != '/' || depth >= _shape.Levels.Length) return null;
            var rest = path[(end + 1)..];
            var segment = rest.IndexOf('/') is >= 0 and var cut ? rest[..cut] : rest;
            if (!IsChild(segment, _shape.FanOuts[depth - 1])) return null;
            end += 1 + segment.Length;
            places.Add(PlaceAt(path[..end], depth));
        }

        return At(id, places.ToImmutable());
    }

    /// <summary>All circles of one level are alike.</summary>
    public override int Alike(CircleId id) => 1 + id.Path.AsSpan().Count('/');

    public override PlannedCircle Below(PlannedCircle parent, int child)
    {
        var id = parent.Children[child];
        return At(id, parent.Places.Add(PlaceAt(id.Path, parent.Depth + 1)));
    }

    private PlannedCircle At(CircleId id, ImmutableArray<Place> places)
    {
        var depth = places.Length - 1;
        var isLeaf = depth == _shape.FanOuts.Length;
        return new PlannedCircle(
            id, NameOf(id, depth), _shape.Levels[depth], depth,
            isLeaf ? [] : ChildrenOf(id, _shape.FanOuts[depth]), places, 0,
            isLeaf ? _shape.Members : 0, _leavesBelow[depth] * _shape.Members);
    }

    private Place PlaceAt(ReadOnlySpan<char> path, int depth) =>
        new($"tree:{path}", _shape.Levels[depth]);

    /// <summary>"neighbourhood 3.1" for "world/c3/c1".</summary>
    private string NameOf(CircleId id, int depth)
    {
        if (depth == 0) return _shape.Levels[0];
        var numbers = id.Path[(Root.Path.Length + 2)..];
        return $"{_shape.Levels[depth]} {numbers.Replace("/c", ".", StringComparison.Ordinal)}";
    }

    private static ImmutableArray<CircleId> ChildrenOf(CircleId id, int fanOut)
    {
        var children = ImmutableArray.CreateBuilder<CircleId>(fanOut);
        for (var child = 1; child <= fanOut; child++) children.Add(id.Child($"c{child}"));
        return children.MoveToImmutable();
    }

    /// <summary>"c" and a number from 1 to the fan-out without leading zeros.</summary>
    private static bool IsChild(ReadOnlySpan<char> segment, int fanOut)
    {
        if (segment.Length is < 2 or > 5 || segment[0] != 'c' || segment[1] == '0') return false;
        var number = 0;
        foreach (var digit in segment[1..])
        {
            if (!char.IsAsciiDigit(digit)) return false;
            number = number * 10 + (digit - '0');
        }

        return number <= fanOut;
    }

    private static (long[] LeavesBelow, long Circles) Count(FederationShape.Tree shape)
    {
        var (circles, row) = (1L, 1L);
        foreach (var fanOut in shape.FanOuts)
        {
            row *= fanOut;
            circles += row;
            Bounds.Check("fanOuts: circles in all", circles, 1, CirclesMax);
        }

        var leaves = new long[shape.Levels.Length];
        leaves[^1] = 1;
        for (var depth = shape.FanOuts.Length - 1; depth >= 0; depth--)
            leaves[depth] = leaves[depth + 1] * shape.FanOuts[depth];
        return (leaves, circles);
    }
}
