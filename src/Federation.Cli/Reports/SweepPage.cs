using System.Collections.Immutable;
using Federation.Cli.Reports.Charts;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>A sweep as one file: planes and lines over its settings, what each does, all points.</summary>
internal static class SweepPage
{
    /// <summary>More points than this stay in points.csv.</summary>
    private const int PointsMost = 300;

    public static string Write(SweepReport report, Scenario scenario) =>
        ReportPage.Write($"{report.Scenario}: a sweep", html =>
        {
            html.Element("h1", $"{report.Scenario} under many settings");
            if (scenario.About.Length > 0) html.Element("p", scenario.About);
            html.Element("p", $"{Say.Count(report.Points.Length, "point", "points")} by design {report.Design}, each "
                + $"with seeds {report.FirstSeed} to {report.LastSeed}: {report.Runs:#,0} runs. Figures are means "
                + "over seeds. Everything here is simulated.", "note");
            if (report.Note.Length > 0) html.Element("p", report.Note, "note");
            Effects(html, report, scenario);
            if (report.Factors.All(factor => !factor.Values.IsEmpty))
                ComparePlanes.Write(html, AsCells(report, scenario), scenario);
            else Scatters(html, report, scenario);
            Points(html, report);
            Made(html, report);
        });

    /// <summary>What each factor does, where the design is made to tell: largest first.</summary>
    private static void Effects(Html html, SweepReport report, Scenario scenario)
    {
        foreach (var effects in report.Effects
            .Where(one => one.Measure == report.Primary && one.Kind is "absolute" or "total" && one.Value is not null)
            .GroupBy(one => one.Kind))
        {
            html.Element("h2", "What each setting does to harm");
            html.Figure(
                new Bars(effects.Key == "total" ? "share of variance" : "mean absolute effect", [.. effects
                    .OrderByDescending(one => one.Value).Select(one =>
                        new Bar(one.Key, Math.Max(0, one.Value!.Value), ComparePage.Figure(one.Value)))]),
                effects.Key == "total" ? "Total share of the variance" : "Elementary effects, absolute",
                effects.Key == "total"
                    ? "Sobol' index with all interactions: what stays undecided if only this setting is unknown."
                    : "Morris: how far harm moves as a setting goes through its whole range, whatever the others are.",
                ComparePage.Assumed(Primary(report), scenario), ["setting", "effect", "from", "to"],
                effects.Select(one => new[]
                {
                    one.Key, ComparePage.Figure(one.Value), ComparePage.Figure(one.Low), ComparePage.Figure(one.High),
                }));
        }
    }

    private static void Scatters(Html html, SweepReport report, Scenario scenario)
    {
        html.Element("h2", "Harm at every point visited");
        foreach (var factor in report.Factors.Where(one => one.Low is not null))
        {
            var points = (from point in report.Points
                          let harm = point.Means[report.Primary]
                          where harm is not null
                          let at = double.Parse(point.Setting[factor.Key])
                          orderby at
                          select new LinePoint(at, harm.Value)).ToArray();
            if (points.Length == 0) continue;
            var (trend, told) = Trends.Along(points, report.Design);
            html.Figure(
                new Scatter(factor.Key, ComparePage.Label(Primary(report)), points, trend), $"Harm over {factor.Key}",
                $"One dot a point, all other settings differing{told}.",
                ComparePage.Assumed(Primary(report), scenario), [factor.Key, "harm"],
                points.Take(PointsMost).Select(point =>
                    new[] { ComparePage.Figure(point.X), ComparePage.Figure(point.Y) }));
        }
    }

    private static void Points(Html html, SweepReport report)
    {
        html.Raw("<section>");
        html.Element("h2", "The points");
        html.Raw("<details class=\"more\" open=\"\"><summary>All that was measured at them</summary>");
        string[] keys = [.. report.Factors.Select(factor => factor.Key)];
        html.Table(
            report.Points.Length > PointsMost
                ? $"The first {PointsMost} points; all are in points.csv" : "Means over seeds",
            [.. keys, .. report.Measures.Select(ComparePage.Title)], report.Points.Take(PointsMost).Select(
                point => (IReadOnlyList<string>)[.. keys.Select(key => point.Setting[key]),
                    .. report.Measures.Select(measure => ComparePage.Figure(point.Means[measure.Name]))]));
        html.Raw("</details></section>");
    }

    private static void Made(Html html, SweepReport report)
    {
        html.Raw("<section>");
        html.Element("h2", "How it was made");
        html.Table("The study", ["what", "value"],
        [
            ["design", report.Design], ["seeds", $"{report.FirstSeed} to {report.LastSeed}"],
            .. report.Factors.Select(factor => new[]
            {
                factor.Key, factor.Values.IsEmpty ? $"{factor.Low} to {factor.High}" : string.Join(", ", factor.Values),
            }),
            ["took", $"{report.WallSeconds:0.0} s"], ["program", Versions.Program],
        ]);
        html.Raw("</section>");
    }

    /// <summary>A grid's points as cells of a comparison without replications told apart.</summary>
    private static CompareReport AsCells(SweepReport report, Scenario scenario) => new()
    {
        Scenario = report.Scenario, Seed = report.FirstSeed, Replications = 1, Structure = "",
        SmallestEffect = scenario.Measure.SmallestHarm, Primary = report.Primary, Measures = report.Measures,
        Cells =
        [
            .. from point in report.Points
               from measure in point.Means
               let rule = point.Setting.GetValueOrDefault("rule", scenario.Rule)
               select new CellReport(
                   string.Join(", ", point.Setting.Values), rule, true, true, true, 0, point.Setting, measure.Key,
                   measure.Value, null, null, 1, []),
        ],
    };

    private static MeasureReport Primary(SweepReport report) =>
        report.Measures.First(one => one.Name == report.Primary);
}
