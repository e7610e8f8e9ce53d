using Federation.Cli.Reports.Charts;
using Federation.Cli.Runs;
using Federation.Cli.Views;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>The storm after a run over a power grid: who decides x customer-hours x fire risk, and what the
/// conclusion hangs on.</summary>
internal static class StormFigures
{
    public static void Write(Html html, RunReport run, Scenario scenario)
    {
        if (run.Breaker is not { } storm) return;
        html.Raw("<section>");
        html.Element("h2", "Who opens the breaker");
        html.Element("p", $"Real totals, synthetic hazards: {storm.Customers:#,0} customers on {storm.Feeders:#,0} "
            + $"feeders. With every line closed {storm.AllClosed:0.0} ignitions are expected. The limit decided is "
            + $"{storm.Limit:0.00}, with {storm.StorageHours:0.0} h of storage kept charged.", "note");
        foreach (var sentence in BreakerLines.Said(storm, scenario.Breaker)) html.Element("p", sentence);
        Ways(html, storm, scenario);
        EqualRisk(html, storm, scenario);
        BreakEven(html, storm, scenario, "breaker.localError", "How well feeder circles must see",
            "local error, in spreads of the hazard", "customer-hours at equal risk",
            "Below the line the way named loses fewer customer-hours than the utility that decides by feeder on coarse "
            + "data; where it crosses is the break-even.", new LineLevel("utility, by feeder = 1", 1),
            ("feeders, within the limit", row => row.WithinLimit),
            ("utility, with the circles' data", row => row.WithCirclesData));
        BreakEven(html, storm, scenario, "breaker.warningHours", "How long a warning consent needs",
            "hours of warning", "customer-hours and ignitions",
            "Above the line consent sought in every feeder circle during the storm costs more than a mandate given "
            + "beforehand.", new LineLevel("mandate beforehand = 1", 1),
            ("consent in the storm", row => row.ConsentTotal));
        BreakEven(html, storm, scenario, "breaker.ownShare", "How much of the damage must be one's own",
            "share of the damage borne oneself", "share of the fire risk left",
            "Without a limit feeder circles open lines only for damage they bear themselves. The line across is the "
            + "risk they leave within the limit decided.", new LineLevel("within the limit", Within(storm)),
            ("feeders, without a limit", row => row.WithoutLimitRisk));
        html.Raw("</section>");
    }

    /// <summary>A comparison's table rule by domain, drawn and written.</summary>
    public static void Compared(Html html, CompareReport report, Scenario scenario)
    {
        var rows = StormLines.Rows(report);
        if (rows.Count == 0) return;
        html.Raw("<section>");
        html.Element("h2", StormLines.Title);
        if (rows.Count > 1) html.Element("p", StormLines.Said(rows));
        html.Figure(
            new Plane(
                "who decides on a breaker", "what decides the limit", StormLines.Shorts,
                [.. rows.Select(row => row.Setting)], false,
                [.. rows.SelectMany(row => row.ByDomain.Select((cost, at) =>
                    new Field(StormLines.Shorts[at], row.Setting, cost / 1e6, true)))]),
            "Rule by domain, in millions",
            "From the left: the utility by county, by feeder on its records, with the circles' data; feeder circles "
            + "within the limit, and free of it. The darker, the more customer-hours and ignitions at their worth. "
            + "Means over replications; their intervals are among everything that was measured.", Assumed(scenario),
            ["what decides the limit", "limit", .. StormLines.Domains],
            rows.Select(row => (IReadOnlyList<string>)
                [row.Setting, $"{row.Limit:0.00}", .. row.ByDomain.Select(cost => $"{cost:#,0}")]));
        html.Raw("</section>");
    }

    private static void Ways(Html html, BreakerReport storm, Scenario scenario)
    {
        var points = storm.Ways.Select((way, i) => new FrontPoint(
            i + 1, Name(way), way.Who.StartsWith("feeders", StringComparison.Ordinal),
            !storm.Ways.Any(other => Better(other, way)), Millions(way), Millions(way), Millions(way),
            way.ResidualRisk, way.ResidualRisk, way.ResidualRisk)).ToArray();
        html.Figure(
            new Front("million customer-hours lost", "share of the fire risk left", points),
            "Who decides, customer-hours and fire risk",
            "Under the limit decided. Down and to the left is better; filled: no other way is better in both.",
            Assumed(scenario),
            ["who decides, how", "lines opened", "customer-hours", "fire risk left", "hours lost each", "Gini",
                "worst tenth", "decided after", "person-hours"],
            storm.Ways.Select((way, i) => new[]
            {
                $"{i + 1}. {Name(way)}", $"{way.Opened:#,0}", $"{way.CustomerHours:#,0}", $"{way.ResidualRisk:0 %}",
                $"{way.Saidi:0.0}", $"{way.Gini:0.00}", $"{way.WorstDecile:0.0}", $"{way.DecisionHours:0} h",
                $"{way.PersonHours:#,0}",
            }));
    }

    private static void EqualRisk(Html html, BreakerReport storm, Scenario scenario)
    {
        var ways = storm.Ways.Where(way => way.AtEqualRisk is not null).ToArray();
        html.Figure(
            new Bars("customer-hours", [.. ways.Select(way => new Bar(
                Name(way), way.AtEqualRisk!.Value, $"{way.AtEqualRisk:#,0}",
                way.Who.StartsWith("feeders", StringComparison.Ordinal)))]),
            "Customer-hours where all leave the same risk",
            "Every way's limit is moved until a share of "
            + $"{scenario.Breaker.EqualRisk:0 %} of the risk is left. Shorter is better.", Assumed(scenario),
            ["who decides, how", "customer-hours at equal risk", "risk at equal customer-hours"],
            ways.Select(way => new[] { Name(way), $"{way.AtEqualRisk:#,0}", $"{way.AtEqualHours:0 %}" }));
    }

    private static void BreakEven(
        Html html, BreakerReport storm, Scenario scenario, string key, string title, string xLabel, string yLabel,
        string reading, LineLevel level, params (string Name, Func<Society.Breakers.BreakEvenRow, double> Of)[] lines)
    {
        var rows = storm.BreakEven.Where(row => row.Assumption == key).ToArray();
        html.Figure(
            new Lines(xLabel, yLabel, [.. lines.Select(line => new LineGroup(
                line.Name, [.. rows.Select(row => new LinePoint(row.Value, line.Of(row)))]))], level),
            title, reading, Assumed(scenario), [key, .. lines.Select(line => line.Name), level.Name],
            rows.Select(row => (IReadOnlyList<string>)
                [$"{row.Value:0.##}", .. lines.Select(line => $"{line.Of(row):0.00}"), $"{level.Y:0.00}"]));
    }

    private static double Within(BreakerReport storm) =>
        storm.Ways.First(way => way.Who == "feeders, within the limit").ResidualRisk;

    private static bool Better(BreakerWayReport one, BreakerWayReport than) =>
        one.CustomerHours <= than.CustomerHours && one.ResidualRisk <= than.ResidualRisk
        && (one.CustomerHours < than.CustomerHours || one.ResidualRisk < than.ResidualRisk);

    private static string Name(BreakerWayReport way) => $"{way.Who}; {way.How}";

    private static double Millions(BreakerWayReport way) => way.CustomerHours / 1e6;

    private static string Assumed(Scenario scenario) =>
        $"hazards are drawn, not measured: mean {Say.Value(scenario.Breaker.HazardMean, "")}; the forecast misses a "
        + $"county's by {Say.Value(scenario.Breaker.ForecastError, "")}, a feeder circle its own by "
        + $"{Say.Value(scenario.Breaker.LocalError, "")} of the hazard's spread; the storm lasts "
        + $"{Say.Value(scenario.Breaker.EventHours, "hours")} after "
        + $"{Say.Value(scenario.Breaker.WarningHours, "hours")} of warning; an ignition is "
        + $"worth {scenario.Breaker.IgnitionHours:#,0} customer-hours.";
}
