using Federation.Society.Breakers;
using Federation.Society.People;
using Federation.Society.Places;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Society.Tests.Breakers;

public sealed class GridTests
{
    private static readonly World Shipped = Open(options => options);

    [Fact]
    public void The_shipped_grid_has_the_real_totals()
    {
        var grid = Grid.Of(Shipped);

        Assert.Equal(738_000, grid.Customers);
        Assert.Equal(35, grid.Areas.Length);
        Assert.Equal(735, grid.Feeders.Length);
        Assert.All(grid.Feeders, feeder => Assert.InRange(feeder.Customers, 450, 1600));
        Assert.All(grid.Areas, area => Assert.Equal("county", Shipped.Plan.Find(new(area)).Level));
        // As many cases of damage as were found, if nothing had been opened.
        Assert.InRange(grid.Feeders.Sum(feeder => grid.Options.Ignition(feeder.Hazard)), 20, 40);
    }

    [Fact]
    public void Feeders_of_a_forecast_area_share_their_weather()
    {
        var grid = Grid.Of(Open(options => options with { HazardMean = 0.5, HazardSpread = 0.1 }));

        var within = grid.Feeders.GroupBy(feeder => feeder.Area)
            .Average(area => Variance([.. area.Select(feeder => feeder.Hazard)]));

        // Half of the variance is common to an area by default, so half is left within one.
        Assert.InRange(within, 0.1 * 0.1 * 0.5 * 0.85, 0.1 * 0.1 * 0.5 * 1.15);
    }

    [Fact]
    public void An_error_changes_what_is_seen_and_not_what_is()
    {
        var (sharp, blunt) = (Grid.Of(Open(options => options with { LocalError = 0 })),
            Grid.Of(Open(options => options with { LocalError = 2 })));

        Assert.Equal(sharp.Feeders.Select(feeder => feeder.Hazard), blunt.Feeders.Select(feeder => feeder.Hazard));
        Assert.NotEqual(sharp.Feeders.Select(feeder => feeder.Observed), blunt.Feeders.Select(feeder => feeder.Observed));
        Assert.All(sharp.Feeders, feeder => Assert.Equal(feeder.Hazard, Math.Clamp(feeder.Observed, 0, 1), 12));
    }

    [Fact]
    public void A_level_nobody_has_and_too_few_customers_are_refused_by_name()
    {
        Assert.Contains("forecastLevel", Assert.Throws<InvalidFederationException>(
            () => Grid.Of(Open(options => options with { ForecastLevel = "parish" }))).Message);
        Assert.Contains("734 customers", Assert.Throws<InvalidFederationException>(
            () => Grid.Of(Open(options => options with { Customers = 734 }))).Message);
    }

    [Fact]
    public void The_best_limit_is_where_opening_costs_what_it_saves()
    {
        var options = new BreakerOptions { IgnitionMost = 0.4, IgnitionHours = 1_000_000 };

        var limit = options.BreakEven(36_000);

        Assert.Equal(36_000, options.Ignition(limit) * options.IgnitionHours, 6);
        Assert.Equal(1, options.BreakEven(500_000));
    }

    internal static World Open(Func<BreakerOptions, BreakerOptions> change)
    {
        var scenario = ScenarioCatalogue.Load("breaker");
        return Worlds.Open(scenario with { Breaker = change(scenario.Breaker) });
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
