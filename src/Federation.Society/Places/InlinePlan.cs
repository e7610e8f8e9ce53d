using Federation.Governance.Circles;
using Federation.Governance.Members;
using Federation.Society.Scenarios;

namespace Federation.Society.Places;

/// <summary>The circles a scenario writes out one by one.</summary>
/// <remarks>Every circle is a place of its own, named by its path.</remarks>
public sealed class InlinePlan : FederationPlan
{
    private readonly Dictionary<string, PlannedCircle> _circles = new(StringComparer.Ordinal);

    private readonly Dictionary<PersonId, string> _names = [];

    /// <exception cref="InvalidFederationException">A segment is illegal or twice among siblings,
    /// circles lie deeper than <see cref="DepthMax"/>, or members or inhabitants do not add up;
    /// names the circle.</exception>
    public InlinePlan(FederationShape.Inline shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Root = new CircleId(Checked(shape.Root.Segment, "The root"));
        Add(Root, shape.Root, 0, []);
    }

    /// <summary>Links from the root to the deepest circle at most.</summary>
    public const int DepthMax = 12;

    public override CircleId Root { get; }

    public override long Circles => _circles.Count;

    public override long People => _circles.Values.Sum(circle => (long)circle.People);

    public override PlannedCircle? TryFind(CircleId id) =>
        id.Path is null ? null : _circles.GetValueOrDefault(id.Path);

    public override string? NameOf(PersonId person) => _names.GetValueOrDefault(person);

    /// <summary>Adds a circle and all below it; returns how many inhabitants it stands
    /// for.</summary>
    private long Add(
        CircleId id, InlineCircle circle, int depth,
        System.Collections.Immutable.ImmutableArray<Place> outer)
    {
        if (depth > DepthMax)
            throw new InvalidFederationException(
                $"'{id}' lies more than {DepthMax} links below the root.");
        var places = outer.Add(new Place($"inline:{id}", circle.Level));
        var children = circle.Children.IsDefault ? [] : circle.Children;
        CheckMembers(id, circle, children.Length);

        var represented = children.IsEmpty && circle.Represented == 0
            ? circle.Members
            : circle.Represented;
        var ids = children.Select(child =>
            id.Child(Checked(child.Segment, $"A circle below '{id}'"))).ToList();
        if (ids.GroupBy(child => child).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidFederationException(
                $"'{id}' has more than one circle '{twice.Key.Segment}'.");

        var below = 0L;
        for (var i = 0; i < ids.Count; i++) below += Add(ids[i], children[i], depth + 1, places);
        if (!children.IsEmpty)
        {
            if (represented != 0 && represented != below)
                throw new InvalidFederationException(
                    $"'{id}' stands for {represented} inhabitants, "
                    + $"but the circles below it for {below}.");
            represented = below;
        }

        var name = circle.Name is { Length: > 0 } given ? given : circle.Segment;
        _circles.Add(id.Path, new PlannedCircle(
            id, name, circle.Level, depth, [.. ids], places, 0, circle.Members, represented)
        {
            Names = circle.People,
        });
        for (var i = 0; i < circle.People.Length; i++)
            _names[new PersonId(places[^1].Key, i)] = circle.People[i];
        return represented;
    }

    private static void CheckMembers(CircleId id, InlineCircle circle, int children)
    {
        if (children == 0 && circle.Members is < 3 or > 40)
            throw new InvalidFederationException(
                $"'{id}' has {circle.Members} members; "
                + "a circle without circles below it needs 3 to 40.");
        if (circle.People.Length > circle.Members)
            throw new InvalidFederationException(
                $"'{id}' names {circle.People.Length} people and has {circle.Members} members.");
        if (children > 0 && circle.Members != 0)
            throw new InvalidFederationException(
                $"'{id}' has circles below it, so its members are their links; "
                + $"it cannot have {circle.Members} of its own.");
        if (circle.Represented < 0)
            throw new InvalidFederationException(
                $"'{id}' cannot stand for {circle.Represented} inhabitants.");
    }

    private static string Checked(string segment, string where) =>
        CircleId.IsPath(segment) && !segment.Contains('/', StringComparison.Ordinal)
            ? segment
            : throw new InvalidFederationException(
                $"{where} has the segment '{segment}'; "
                + "segments are lower-case letters, digits and hyphens.");
}
