using Federation.Governance.Chance;
using Federation.Society.Breakers;
using Federation.Society.Measures;

namespace Federation.Society.Tests.Breakers;

/// <summary>The two checks of model.md 1.12, the balance of energy, and who bears what.</summary>
public sealed class SupplyTests
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 24)]
    [InlineData(12, 3)]
    public void A_supply_that_fails_and_is_repaired_is_down_as_the_formula_says(double failures, double repair)
    {
        const int years = 4000;

        var (down, failed) = Outages.Walk(new Dice(3, 0), 7, failures, repair, years);

        // Four standard errors of a sum of as many geometric repairs, whose spread is about their mean.
        var expected = Outages.Saidi(failures, repair) * years;
        Assert.InRange(down, expected - Error(), expected + Error());
        Assert.Equal(Outages.Saifi(failures, repair) * years, failed, 4 * Math.Sqrt(failures * years));

        double Error() => 4 * repair * Math.Sqrt(2 * failures * years);
    }

    [Theory]
    [InlineData(8, 0.99908676)]
    [InlineData(2, 0.99977169)]
    public void Availability_is_what_the_brief_calibrates(double hours, double availability) =>
        Assert.Equal(availability, 1 - (hours / Outages.HoursAYear), 8);

    [Fact]
    public void Energy_is_unserved_where_both_supplies_are_down()
    {
        var dice = new Dice(5, 0);
        const int hours = 2_000_000;
        const double grid = 0.97, local = 0.8;
        var both = 0;
        for (var hour = 0UL; hour < hours; hour++)
            if (dice.Uniform(1, hour, 0, 0, Purpose.Outage) >= grid && dice.Uniform(2, hour, 0, 0, Purpose.Outage) >= local)
                both++;

        var expected = Outages.Unserved(grid, local);
        Assert.Equal(expected, (double)both / hours, 4 * Math.Sqrt(expected / hours));
    }

    [Theory]
    [InlineData(1_000, 0, 8_000, 48)]
    [InlineData(1_000, 2_500, 8_000, 48)]
    [InlineData(999, 333, 1, 240)]
    [InlineData(7, 100, 0, 25)]
    [InlineData(0, 10, 10, 48)]
    public void Energy_is_conserved_to_the_last_watt_hour(long load, long sun, long storage, int hours)
    {
        var grid = Microgrid.Run(load, sun, storage, hours);

        Assert.Equal(load * hours, grid.Load);
        Assert.Equal(grid.Load, grid.Direct + grid.Drawn + grid.Shed);
        Assert.Equal(grid.Sun, grid.Direct + grid.Stored + grid.Spilled);
        Assert.Equal(grid.Left, storage + grid.Stored - grid.Drawn);
        Assert.InRange(grid.Left, 0, storage);
    }

    [Fact]
    public void Storage_carries_as_many_hours_as_it_holds() =>
        Assert.Equal(1_000 * (48 - 8), Microgrid.Run(1_000, 0, 8_000, 48).Shed);

    [Fact]
    public void A_burden_on_one_of_four_is_the_greatest_inequality_of_four()
    {
        Assert.Equal(0.75, Inequality.Gini([(0, 3), (1, 1)]), 12);
        Assert.Equal(0.25, Inequality.Gini([(1, 1), (2, 1), (3, 1), (4, 1)]), 12);
        Assert.Equal(0, Inequality.Gini([(5, 10), (5, 20)]), 12);
        Assert.Equal(0, Inequality.Gini([(0, 10)]));
    }

    [Fact]
    public void The_worst_tenth_is_counted_in_people()
    {
        Assert.Equal(6, Burden.WorstDecile([(1, 90), (4, 5), (8, 5)]), 12);
        Assert.Equal(3, Burden.WorstDecile([(3, 1)]), 12);
    }
}
