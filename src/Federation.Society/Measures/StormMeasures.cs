using System.Collections.Immutable;
using Federation.Society.Breakers;

namespace Federation.Society.Measures;

/// <summary>What a storm over a power grid made of a decision on its fire-risk limit, by who then decides
/// about the breakers: rule by domain.</summary>
internal static class StormMeasures
{
    private const string Hours = "customer-hours";
    private const string Model = "docs/guide/breaker.md; hazards synthetic";

    public static ImmutableArray<RunMeasure> All { get; } =
    [
        new(new("stormLimit", "hazard index", Better.Neither, "the fire-risk limit decided", Model, High: 1),
            run => run.Storm?.Limit ?? double.NaN),
        Total("stormCounty", Allocation.ByArea, "the utility decides by county on the forecast"),
        Total("stormUtility", Allocation.ByRecords, "the utility decides by feeder on coarse data"),
        Total("stormUtilityWithData", Allocation.WithCirclesData, "the utility decides with the circles' data"),
        Total("stormWithinLimit", Allocation.WithinLimit, "feeder circles decide within the limit"),
        Total("stormWithoutLimit", Allocation.WithoutLimit, "feeder circles decide without a limit"),
        Risk("stormRiskWithinLimit", Allocation.WithinLimit, "feeder circles decide within the limit"),
        Risk("stormRiskWithoutLimit", Allocation.WithoutLimit, "feeder circles decide without a limit"),
    ];

    private static RunMeasure Total(string name, Allocation who, string meaning) => new(
        new(name, Hours, Better.Lower, $"customer-hours lost and ignitions at their worth where {meaning}", Model),
        run => run.Storm is { } storm
            ? Row(storm, who).ByLimit.Total(storm.IgnitionHours) : double.NaN);

    private static RunMeasure Risk(string name, Allocation who, string meaning) => new(
        new(name, "", Better.Lower, $"share of the fire risk left where {meaning}", Model, High: 1),
        run => run.Storm is { } storm ? Row(storm, who).ByLimit.ResidualRisk : double.NaN);

    private static BreakerRow Row(BreakerOutcome storm, Allocation who) =>
        storm.Rows.First(row => row.Allocation == who && row.Deciding == Deciding.AtOnce);
}
