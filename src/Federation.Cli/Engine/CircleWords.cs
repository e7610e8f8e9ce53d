using Federation.Governance.Circles;
using Federation.Governance.Spaces;
using Federation.Society.People;
using Federation.Society.Places;
using Federation.Society.Runs;
using Federation.Society.Scenarios;

namespace Federation.Cli.Engine;

/// <summary>A circle's aim and domain in words and units.</summary>
internal static class CircleWords
{
    /// <summary>As the scenario writes it; where it writes none, what any circle of its place is for.</summary>
    public static string Aim(Scenario scenario, PlannedCircle circle)
    {
        if (scenario.Federation is FederationShape.Inline inline
            && Written(inline.Root, circle) is { Length: > 0 } aim) return aim;
        var assumed = circle switch
        {
            { Depth: 0 } => "settle what concerns everybody and no circle below can settle alone",
            { IsLeaf: true } => $"settle what concerns the people of {circle.Name}, and speak for them above",
            _ => $"settle for {circle.Name} what its circles cannot settle alone",
        };
        return $"{assumed} (assumed: the scenario gives no aim to a {circle.Level})";
    }

    /// <summary>Which questions it decides, how far, for whom, and what it leaves to circles below.</summary>
    /// <param name="domain">The circle's domain as it is now.</param>
    public static string Domain(World world, PlannedCircle circle, Domain domain)
    {
        if (domain.Dimensions.IsEmpty) return "none: what it had went back to the circle above";
        var space = world.Scenario.Space;
        var bounds = string.Join(", ", domain.Dimensions.Select(index =>
            $"{space.Dimensions[index].Name} from {Telling.Units(space.Dimensions[index], domain.Bounds.Low[index])} "
            + $"to {Telling.Units(space.Dimensions[index], domain.Bounds.High[index])}"));
        if (domain.Affects != circle.Id) return $"{bounds}; for the people of {world.Plan.Find(domain.Affects).Name}";
        if (circle.IsLeaf) return $"{bounds}; for the people of {circle.Name}";
        var latitude = string.Join(" or ", domain.Dimensions.Select(index =>
            Width(space.Dimensions[index], domain.Latitude)));
        return $"{bounds}; for {circle.Name} and all circles below, which may carry a limit out "
            + $"up to {latitude} from its text";
    }

    /// <summary>A distance in a dimension's units.</summary>
    private static string Width(Dimension dimension, double coordinates) => Telling.Units(
        dimension with { Low = 0, High = Math.Abs(dimension.High - dimension.Low) }, coordinates);

    private static string Written(InlineCircle root, PlannedCircle circle)
    {
        var at = root;
        foreach (var segment in circle.Id.Path.Split('/').Skip(1))
            at = at.Children.First(child => child.Segment == segment);
        return at.Aim;
    }
}
