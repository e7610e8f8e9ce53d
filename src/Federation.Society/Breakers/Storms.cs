using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Society.People;
using Federation.Society.Scenarios;

namespace Federation.Society.Breakers;

/// <summary>Lets the storm come over a federation that has decided.</summary>
public static class Storms
{
    private static readonly ImmutableArray<(Allocation Allocation, Deciding Deciding)> Ways =
    [
        (Allocation.ByArea, Deciding.AtOnce), (Allocation.ByRecords, Deciding.AtOnce),
        (Allocation.WithCirclesData, Deciding.AtOnce), (Allocation.WithinLimit, Deciding.AtOnce),
        (Allocation.WithinLimitOwnStorage, Deciding.AtOnce), (Allocation.WithoutLimit, Deciding.AtOnce),
        (Allocation.WithinLimit, Deciding.CircleMeets), (Allocation.WithinLimit, Deciding.FederationMeets),
    ];

    /// <param name="circles">The circles as the run left them, with what they agreed.</param>
    /// <returns>Null where the scenario has no grid.</returns>
    public static BreakerOutcome? Over(World world, IEnumerable<Circle> circles)
    {
        if (!world.Scenario.Breaker.Any) return null;
        var texts = circles.ToDictionary(circle => circle.Id, circle => Limit(circle, world.Plan.Root));
        return Over(world, circle => texts.GetValueOrDefault(circle) ?? world.StatusQuo);
    }

    /// <param name="text">How a circle carries out what was agreed: the limit, then the hours of storage.</param>
    public static BreakerOutcome Over(World world, Func<CircleId, Governance.Spaces.Point> text)
    {
        var options = world.Scenario.Breaker;
        var grid = Grid.Of(world);
        var agreed = text(world.Plan.Root);
        var storage = StorageHours(world.Scenario, agreed);
        var opening = new Opening(grid, storage);
        var hours = opening.AtRisk(Allocation.ByArea, options.EqualRisk).CustomerHours;
        var (levels, members) = Shape(world, grid);
        return new BreakerOutcome(
            agreed[0], storage, grid.Feeders.Sum(feeder => options.Ignition(feeder.Hazard)), grid.Customers,
            grid.Feeders.Length, grid.Areas.Length,
            (Outages.Saidi(options.FailuresPerYear, options.RepairHours),
                Outages.Saifi(options.FailuresPerYear, options.RepairHours)),
            [.. Ways.Select(way => Row(way.Allocation, way.Deciding))])
        {
            IgnitionHours = options.IgnitionHours,
        };

        BreakerRow Row(Allocation allocation, Deciding deciding)
        {
            var decided = deciding.Hours(world.Scenario, members, levels);
            var late = DecidingTimes.Late(options, decided);
            return new BreakerRow(
                allocation, deciding, opening.ByLimit(allocation, agreed[0], circle => text(circle)[0], late),
                opening.AtRisk(allocation, options.EqualRisk), opening.AtHours(allocation, hours), decided, late,
                deciding.PersonHours(world.Scenario, members, grid.Feeders.Length, world.Plan.Circles));
        }
    }

    /// <summary>Levels of circles down to the feeders, and the members of one.</summary>
    internal static (int Levels, int Members) Shape(World world, Grid grid)
    {
        var leaf = world.Plan.Find(grid.Feeders[0].Circle);
        return (leaf.Depth + 1, leaf.People);
    }

    private static double StorageHours(Scenario scenario, Governance.Spaces.Point text) =>
        scenario.Space.Count < 2 ? scenario.Breaker.StorageHours
            : Math.Max(0, scenario.Space.Dimensions[1].ToUnits(text[1]));

    /// <summary>How the circle carries out the root's latest agreement on the limit; null without one. What a circle
    /// agrees for itself, as a shutoff of some weeks, is not what the ways of deciding are compared under.</summary>
    private static Governance.Spaces.Point? Limit(Circle circle, CircleId root)
    {
        var last = circle.Agreements.LastOrDefault(agreement =>
            agreement.Owner == root && agreement.Dimensions.Contains(0) && agreement.Change is null);
        return last is null ? null : last.Owner == circle.Id ? last.Text : last.CarriedOut;
    }
}
