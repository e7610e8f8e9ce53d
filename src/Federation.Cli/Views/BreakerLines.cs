using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.Scenarios;

namespace Federation.Cli.Views;

/// <summary>The storm after a run: who decides, customer-hours, fire risk.</summary>
internal static class BreakerLines
{
    // A difference below a twentieth is not worth a sentence.
    private const double Worth = 0.05;

    private const string None = "none";

    public static void Write(Page page, RunReport run, BreakerOptions assumed)
    {
        if (run.Breaker is not { } storm) return;
        page.Heading("Who opens the breaker (real totals, synthetic hazards)");
        page.Line($"{storm.Customers:#,0} customers on {storm.Feeders:#,0} feeders in {storm.Areas:#,0} forecast "
            + "areas. "
            + $"With every line closed {storm.AllClosed:0.0} ignitions are expected. The limit decided is "
            + $"{storm.Limit:0.00}, with {storm.StorageHours:0.0} h of storage kept charged.");
        page.Table(
            ["who decides", "how", "lines", "customer-hours", "fire risk", "h lost each", "worst tenth",
                "decided after", "hours at equal risk", "risk at equal hours"],
            [.. storm.Ways.Select(way => (IReadOnlyList<string>)
            [
                way.Who, way.How, $"{way.Opened:#,0}", $"{way.CustomerHours:#,0}", $"{way.ResidualRisk:0 %}",
                $"{way.Saidi:0.0}", $"{way.WorstDecile:0.0}", $"{way.DecisionHours:0} h",
                way.AtEqualRisk is { } hours ? $"{hours:#,0}" : None,
                way.AtEqualHours is { } risk ? $"{risk:0 %}" : None,
            ])]);
        page.Line($"A year without the storm has {storm.RoutineSaidi:0.0} h per customer (SAIDI) in "
            + $"{storm.RoutineSaifi:0.0} interruptions (SAIFI).");
        foreach (var sentence in Said(storm, assumed)) page.Line(sentence);
    }

    /// <summary>What the table says, and what it does not, in plain words.</summary>
    internal static IEnumerable<string> Said(BreakerReport storm, BreakerOptions assumed)
    {
        var (utility, within, data) = (storm.Ways[1], storm.Ways[3], storm.Ways[2]);
        var saved = 1 - Ratio(within.AtEqualRisk, utility.AtEqualRisk);
        yield return Math.Abs(saved) < Worth
            ? "At equal risk it hardly matters whether the utility or the feeder circles decide."
            : $"At equal risk the feeder circles lose {Math.Abs(saved):0 %} "
                + $"{(saved > 0 ? "fewer" : "more")} customer-hours than the utility by feeder.";
        var closed = 1 - Ratio(data.AtEqualRisk, utility.AtEqualRisk);
        if (saved > Worth)
            yield return closed >= saved - Worth
                ? "The utility with the circles' data does as well"
                    + (assumed.ReportError > 0 ? "" : ", as it must while nothing is lost on the way to it "
                        + "(breaker.reportError=0)")
                    + ": the gain is information, not governance."
                : $"The utility with the circles' data {(closed < 0 ? "loses" : "gains")} {Math.Abs(closed):0 %}: the "
                    + "rest is not information alone.";
        var free = storm.Ways[5];
        yield return $"Without the limit feeder circles leave {free.ResidualRisk:0 %} of the risk, within it "
            + $"{within.ResidualRisk:0 %}"
            + (free.ResidualRisk > within.ResidualRisk + Worth && assumed.OwnShare < 1
                ? ": damage to neighbours is not theirs to bear." : ".");
        var late = storm.Ways.Where(way => way.Late > 0).ToList();
        yield return late.Count == 0
            ? "The warning is long enough for consent during the storm as well."
            : string.Join(" ", late.Select(way =>
                $"With {way.How} the storm is {way.Late:0 %} over before the lines are opened."));
    }

    private static double Ratio(double? part, double? whole) => whole > 0 && part is { } some ? some / whole.Value : 1;
}
