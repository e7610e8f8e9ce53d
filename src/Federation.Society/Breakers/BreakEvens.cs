using System.Collections.Immutable;
using Federation.Society.People;
using Federation.Society.Scenarios;

namespace Federation.Society.Breakers;

/// <summary>Changes one assumption at a time, in the same storm, to see what the conclusion hangs on.</summary>
public static class BreakEvens
{
    /// <param name="storm">The storm under the scenario's own assumptions.</param>
    public static ImmutableArray<BreakEvenRow> Of(World world, BreakerOutcome storm)
    {
        var (options, limit, storageHours) = (world.Scenario.Breaker, storm.Limit, storm.StorageHours);
        var (levels, members) = Storms.Shape(world, Grid.Of(world));
        return
        [
            .. Rows("breaker.localError", [0, 0.2, 0.4, 0.8, 1.2, 1.6, 2.4], x => options with { LocalError = x }),
            .. Rows("breaker.forecastError", [0, 0.3, 0.6, 1.2, 2.4], x => options with { ForecastError = x }),
            .. Rows("breaker.reportError", [0, 0.4, 0.8, 1.6], x => options with { ReportError = x }),
            .. Rows("breaker.ownShare", [0.1, 0.3, 0.6, 1], x => options with { OwnShare = x }),
            .. Rows("breaker.warningHours", [0, 6, 12, 24, 48, 72], x => options with { WarningHours = x }),
        ];

        IEnumerable<BreakEvenRow> Rows(string key, double[] values, Func<double, BreakerOptions> changed) =>
            values.Select(value => Row(key, value, world, changed(value), limit, storageHours, levels, members));
    }

    private static BreakEvenRow Row(
        string key, double value, World world, BreakerOptions options, double limit, double storageHours,
        int levels, int members)
    {
        var opening = new Opening(Grid.Of(world, options), storageHours);
        var late = DecidingTimes.Late(options, Deciding.CircleMeets.Hours(world.Scenario, members, levels));
        return new BreakEvenRow(
            key, value, Against(Allocation.WithinLimit), Against(Allocation.WithCirclesData),
            opening.ByLimit(Allocation.WithoutLimit, limit, _ => limit).ResidualRisk,
            Share(Total(late), Total(0)));

        double Against(Allocation allocation) => Share(
            opening.AtRisk(allocation, options.EqualRisk).CustomerHours,
            opening.AtRisk(Allocation.ByRecords, options.EqualRisk).CustomerHours);

        double Total(double share) =>
            opening.ByLimit(Allocation.WithinLimit, limit, _ => limit, share).Total(options.IgnitionHours);
    }

    private static double Share(double part, double whole) => whole <= 0 ? 1 : part / whole;
}
