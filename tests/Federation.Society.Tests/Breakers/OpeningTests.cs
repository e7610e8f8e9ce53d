using Federation.Society.Breakers;

namespace Federation.Society.Tests.Breakers;

public sealed class OpeningTests
{
    private static readonly Grid Grid = Grid.Of(GridTests.Open(options => options));
    private static readonly Opening Opening = new(Grid, 8);

    public static TheoryData<Allocation> Allocations => [.. Enum.GetValues<Allocation>()];

    [Theory, MemberData(nameof(Allocations))]
    public void Every_way_can_leave_the_same_risk_and_cost_the_same_hours(Allocation allocation)
    {
        Assert.Equal(0.2, Opening.AtRisk(allocation, 0.2).ResidualRisk, 9);
        Assert.Equal(9e6, Opening.AtHours(allocation, 9e6).CustomerHours, 1);
    }

    [Theory, MemberData(nameof(Allocations))]
    public void Less_risk_costs_more_hours(Allocation allocation) => Assert.Equal(
        [.. new[] { 0.1, 0.2, 0.4, 0.8 }.OrderByDescending(risk => Opening.AtRisk(allocation, risk).CustomerHours)],
        new[] { 0.1, 0.2, 0.4, 0.8 });

    [Fact]
    public void Perfect_sight_and_storage_weighed_opens_no_worse_than_any_other_order()
    {
        var sharp = Grid.Of(GridTests.Open(options => options with { LocalError = 0 }));
        var opening = new Opening(sharp, 8);

        // Filling a knapsack by value for weight is optimal where the last item may be split.
        var best = opening.AtRisk(Allocation.WithinLimitOwnStorage, 0.2).CustomerHours;

        Assert.All(Enum.GetValues<Allocation>(), other =>
            Assert.True(best <= opening.AtRisk(other, 0.2).CustomerHours + 1e-3, $"{other}"));
    }

    [Fact]
    public void The_utility_with_the_circles_data_does_what_they_would()
    {
        var theirs = Opening.AtRisk(Allocation.WithinLimitOwnStorage, 0.2);
        var utility = Opening.AtRisk(Allocation.WithCirclesData, 0.2);

        Assert.Equal(theirs.CustomerHours, utility.CustomerHours, 6);
    }

    [Fact]
    public void Blind_circles_do_worse_than_the_forecast()
    {
        var blind = new Opening(Grid.Of(GridTests.Open(options => options with { LocalError = 3 })), 8);

        Assert.True(Opening.AtRisk(Allocation.WithinLimit, 0.2).CustomerHours
            < Opening.AtRisk(Allocation.ByRecords, 0.2).CustomerHours);
        Assert.True(blind.AtRisk(Allocation.WithinLimit, 0.2).CustomerHours
            > blind.AtRisk(Allocation.ByRecords, 0.2).CustomerHours);
    }

    [Fact]
    public void Whoever_bears_little_of_the_damage_leaves_more_risk()
    {
        double[] risks =
        [
            .. new[] { 0.1, 0.5, 1 }.Select(share => new Opening(
                Grid.Of(GridTests.Open(options => options with { OwnShare = share })), 8)
                .ByLimit(Allocation.WithoutLimit, 0.3, _ => 0.3).ResidualRisk),
        ];

        Assert.Equal(risks.OrderDescending(), risks);
        Assert.True(risks[0] > risks[^1] + 0.1);
    }

    [Fact]
    public void Coming_late_leaves_the_lines_closed_meanwhile()
    {
        var (inTime, late) = (At(0), At(0.5));

        Assert.Equal((1 - inTime.ResidualRisk) / 2, 1 - late.ResidualRisk, 9);
        Assert.True(late.CustomerHours < inTime.CustomerHours);
        Assert.Equal(1, At(1).ResidualRisk, 12);
        Assert.Equal(0, At(1).CustomerHours);

        Shutoff At(double share) => Opening.ByLimit(Allocation.WithinLimit, 0.3, _ => 0.3, share);
    }

    [Fact]
    public void A_circle_with_a_stricter_limit_opens_more_and_nobody_else_does()
    {
        var one = Grid.Feeders.First(feeder => feeder.Observed is > 0.2 and < 0.3);

        var strict = Opening.ByLimit(Allocation.WithinLimit, 0.3, circle => circle == one.Circle ? 0.1 : 0.3);
        var utility = Opening.ByLimit(Allocation.ByRecords, 0.3, circle => circle == one.Circle ? 0.1 : 0.3);

        Assert.Equal(Opening.ByLimit(Allocation.WithinLimit, 0.3, _ => 0.3).Opened + 1, strict.Opened);
        Assert.Equal(Opening.ByLimit(Allocation.ByRecords, 0.3, _ => 0.3), utility);
    }
}
