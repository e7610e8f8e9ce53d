using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Society.People;

/// <summary>Which domain every circle is founded with.</summary>
/// <remarks>
/// Where the scenario allots none, a circle owns for its own people what the circle above it has, less
/// what is allotted for them to circles elsewhere.
/// </remarks>
public sealed class Allotments(Scenario scenario, FederationPlan plan)
{
    private readonly ImmutableArray<int> _all = [.. Enumerable.Range(0, scenario.Space.Count)];
    private readonly Governance.Spaces.Bounds _everywhere = Governance.Spaces.Bounds.Unit(scenario.Space.Count);
    private readonly double _latitude = Practices.Of(scenario).Latitude;

    /// <summary>Those that name their circle, in the scenario's order.</summary>
    public ImmutableArray<CircleId> Named { get; } =
        [.. scenario.Domains.Where(one => one.Circle.Length > 0).Select(one => new CircleId(one.Circle))];

    /// <summary>A circle's domain at the founding.</summary>
    public Domain Of(CircleId id)
    {
        if (scenario.Domains.IsEmpty) return new Domain(id, _all, _everywhere, id, _latitude);
        var left = Left(id);
        return Given(id) is { } given ? Given(id, given, left) : left;
    }

    /// <summary>Whether another circle was given the same, for a matter of this circle's domain.</summary>
    public bool IsContested(CircleId id, Proposal proposal) => Named.Contains(id)
        && Named.Any(other => other != id && Of(other) is var theirs
            && theirs.Rivals(Of(id)) && theirs.Covers(proposal));

    /// <summary>What the circle above has, and nobody elsewhere was given for this circle's people.</summary>
    private Domain Left(CircleId id)
    {
        var above = id != plan.Root && id.Parent is { } parent
            ? Of(parent)
            : new Domain(id, _all, _everywhere, id, _latitude);
        foreach (var other in scenario.Domains)
        {
            if (other.Circle.Length == 0 || other.Affects.Length == 0) continue;
            var circle = new CircleId(other.Circle);
            if (id.IsWithin(circle) || circle.IsWithin(id) || !id.IsWithin(new CircleId(other.Affects))) continue;
            above = above.Without(other.Dimensions);
        }

        return above with { Owner = id, Affects = id };
    }

    private static Domain Given(CircleId id, Allotment given, Domain left) => new(
        id, given.Dimensions.IsEmpty ? left.Dimensions : given.Dimensions, given.Bounds,
        given.Affects.Length > 0 ? new CircleId(given.Affects) : id,
        given.Latitude < 0 ? left.Latitude : given.Latitude);

    private Allotment? Given(CircleId id)
    {
        foreach (var one in scenario.Domains)
            if (one.Circle == id.Path) return one;
        var level = plan.Find(id).Level;
        foreach (var one in scenario.Domains)
            if (one.Level == level) return one;
        return null;
    }
}
