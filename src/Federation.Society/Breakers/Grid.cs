using System.Collections.Immutable;
using Federation.Governance.Chance;
using Federation.Society.People;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Society.Breakers;

/// <summary>The feeders of a federation in one storm: a pure function of scenario and seed.</summary>
/// <remarks>
/// The hazard of a line is the mean plus what its forecast area has in common, the wind on the spot and
/// the line's condition, all normal, cut to 0..1. The forecast knows the first with an error, the records
/// the last, the circle the sum with another error.
/// </remarks>
public sealed class Grid
{
    private Grid(BreakerOptions options, ImmutableArray<Feeder> feeders, ImmutableArray<string> areas) =>
        (Options, Feeders, Areas) = (options, feeders, areas);

    public BreakerOptions Options { get; }

    /// <summary>In the plan's order, so that feeders of one area are neighbours.</summary>
    public ImmutableArray<Feeder> Feeders { get; }

    /// <summary>The paths of the forecast areas.</summary>
    public ImmutableArray<string> Areas { get; }

    public long Customers => Feeders.Sum(feeder => (long)feeder.Customers);

    /// <exception cref="InvalidFederationException">No level of the plan has the forecast's name, or there
    /// are more feeders than customers.</exception>
    public static Grid Of(World world) => Of(world, world.Scenario.Breaker);

    /// <summary>The same storm under other assumptions.</summary>
    internal static Grid Of(World world, BreakerOptions options)
    {
        var leaves = world.Plan.All().Where(circle => circle.IsLeaf).ToList();
        var areas = leaves.Select(leaf => AreaOf(leaf, options.ForecastLevel)).ToList();
        var paths = areas.Select(area => area.Key).Distinct().ToList();
        var numbers = paths.Select((key, number) => (key, number)).ToDictionary(one => one.key, one => one.number);
        if (leaves.Count > options.Customers)
        {
            throw new InvalidFederationException(
                $"breaker.customers: {options.Customers} customers are fewer than the {leaves.Count} feeders.");
        }

        var dice = world.Dice;
        // Sizes from half to one and a half of the mean; everyone has at least one.
        var shares = Apportionment.Of(
            options.Customers - leaves.Count,
            [.. leaves.Select(leaf => 500L + dice.Below(1001, leaf.Place.Key, 0, 0, 0, Purpose.Load))]);
        var storm = new Storm(dice, options);
        return new Grid(
            options,
            [.. leaves.Select((leaf, index) => storm.Of(
                leaf, areas[index], numbers[areas[index].Key], 1 + (int)shares[index]))],
            [.. leaves.Zip(areas).DistinctBy(one => one.Second.Key).Select(one => PathOf(one.First, one.Second))]);
    }

    private static Place AreaOf(PlannedCircle leaf, string level)
    {
        foreach (var place in leaf.Places)
            if (place.Level == level) return place;
        throw new InvalidFederationException(
            $"breaker.forecastLevel: no circle above {leaf.Id.Path} has the level '{level}'.");
    }

    private static string PathOf(PlannedCircle leaf, Place area)
    {
        var links = leaf.Places.Length - 1 - leaf.Places.IndexOf(area);
        var path = leaf.Id;
        for (; links > 0 && path.Parent is { } parent; links--) path = parent;
        return path.Path;
    }
}
