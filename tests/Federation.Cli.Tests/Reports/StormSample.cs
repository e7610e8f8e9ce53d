using Federation.Cli.Runs;
using Federation.Society.Breakers;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Tests.Reports;

/// <summary>A storm over a grid that decided nothing, and a comparison of made-up figures.</summary>
internal static class StormSample
{
    private static readonly string[] Totals =
        ["stormLimit", "stormCounty", "stormUtility", "stormUtilityWithData", "stormWithinLimit", "stormWithoutLimit"];

    public static Scenario Scenario { get; } = ScenarioCatalogue.Load("breaker");

    public static RunReport Run { get; } = Over();

    public static CompareReport Compared { get; } = WithTotals(StudySample.Of(["consent", "decree"]));

    private static CompareReport WithTotals(CompareReport sample) => sample with
    {
        Cells =
        [
            .. sample.Cells, .. sample.Cells.Where(cell => cell.Measure == "harmMean").SelectMany(
                (cell, at) => Totals.Select((total, which) => cell with
                {
                    Measure = total, Mean = which == 0 ? 0.4 : (4e6 * which) + (1e5 * at),
                })),
        ],
    };

    private static RunReport Over()
    {
        var world = Worlds.Open(Scenario);
        return Sample.Troubled with { Breaker = BreakerReport.Of(world, Storms.Over(world, _ => world.StatusQuo)) };
    }
}
