using Federation.Governance.Chance;
using Federation.Governance.Spaces;
using Federation.Society.People;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Society.Breakers;

/// <summary>The fire-risk limit that would serve a circle best, which nobody in it knows: where opening a
/// line costs its customers as much as it saves everyone.</summary>
/// <remarks>Of a feeder of average size, with its own share that can island; above the feeders, of an
/// average one.</remarks>
internal sealed class FeederNeeds
{
    private readonly BreakerOptions _options;
    private readonly Dice _dice;
    private readonly int _customers;

    public FeederNeeds(World world)
    {
        (_options, _dice) = (world.Scenario.Breaker, world.Dice);
        _customers = Math.Max(1, _options.Customers / Math.Max(1, world.Plan.All().Count(circle => circle.IsLeaf)));
    }

    public Point In(PlannedCircle circle, Point need)
    {
        Span<double> coordinates = stackalloc double[need.Dimensions];
        for (var i = 0; i < coordinates.Length; i++) coordinates[i] = need[i];
        coordinates[0] = Limit(circle);
        return new Point(coordinates);
    }

    private double Limit(PlannedCircle circle)
    {
        var island = Storm.Island(_dice, _options, circle.Place.Key);
        var feeder = new Feeder(
            circle.Id, 0, _customers, 0, 0, 0, 0, 0, circle.IsLeaf ? island : _options.IslandMost / 2);
        return _options.BreakEven(feeder.HoursLost(_options, _options.StorageHours, _options.EventHours));
    }
}
