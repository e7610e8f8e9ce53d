using Federation.Cli.Runs;
using Federation.Cli.Studies;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>A comparison as one file: what it says and does not say, distributions, fronts, planes and differences,
/// each with its assumptions and a table of the same facts.</summary>
internal static class ComparePage
{
    /// <summary>Measures that have a distribution drawn, by name, where they were measured; the others are in the
    /// table of everything.</summary>
    private static readonly string[] Headlines =
        ["harmMean", "harmWorstDecile", "weeks", "personHours", "outsideTolerance", "hadASay", "decisionYield"];

    /// <summary>With more settings than this only three measures have their distributions drawn.</summary>
    private const int SettingsMost = 12;

    /// <summary>What is put beside harm: time, and legitimacy.</summary>
    private static readonly string[] Beside = ["weeks", "personHours", "outsideTolerance"];

    public static string Write(CompareReport report, Scenario scenario) =>
        ReportPage.Write($"{report.Scenario}: a comparison, seed {report.Seed}", html =>
        {
            html.Element("h1", $"{report.Scenario}: the same people, governed otherwise");
            if (scenario.About.Length > 0) html.Element("p", scenario.About);
            html.Element("p", $"{Say.Count(Cells(report).Count, "setting", "settings")}, each "
                + $"{Say.Count(report.Replications, "replication", "replications")} from seed {report.Seed}. "
                + $"{report.Structure}. Everything here is simulated; intervals are 95 %.", "note");
            Words(html, "What the figures say", report.Says);
            Words(html, "What they do not say", report.SaysNot);
            StormFigures.Compared(html, report, scenario);
            Distributions(html, report, scenario);
            CompareFigures.Fronts(html, report, scenario, Beside);
            ComparePlanes.Write(html, report, scenario);
            CompareFigures.Budgets(html, report);
            CompareFigures.Differences(html, report, scenario);
            Everything(html, report);
            Made(html, report);
        });

    /// <summary>The combinations of settings, in the order they were given.</summary>
    internal static IReadOnlyList<string> Cells(CompareReport report) =>
        [.. report.Cells.Select(cell => cell.Name).Distinct()];

    /// <summary>What a figure of this measure rests on.</summary>
    internal static string Assumed(MeasureReport measure, Scenario scenario) => measure.Name switch
    {
        "weeks" or "personHours" => Assumptions.OfTime(scenario),
        "outsideTolerance" or "objections" or "unresolved" or "hadASay" => Assumptions.OfTolerance(scenario),
        _ => Assumptions.OfHarm(scenario),
    };

    internal static string Label(MeasureReport measure) =>
        measure.Unit.Length == 0 || measure.Unit == measure.Name ? Title(measure)
            : $"{Title(measure)} ({measure.Unit.Split(' ')[0]})";

    /// <summary>"harmWorstDecile" as words.</summary>
    internal static string Title(MeasureReport measure) => string.Concat(measure.Name.Select(
        letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static void Words(Html html, string title, IReadOnlyCollection<string> sentences)
    {
        if (sentences.Count == 0) return;
        html.Element("h2", title);
        html.Raw("<ul>");
        foreach (var sentence in sentences) html.Element("li", sentence);
        html.Raw("</ul>\n");
    }

    private static void Distributions(Html html, CompareReport report, Scenario scenario)
    {
        html.Element("h2", "Harm, time and legitimacy, as distributions");
        var few = Cells(report).Count <= SettingsMost;
        foreach (var measure in report.Measures.Where(one => few ? Headlines.Contains(one.Name)
            : one.Name == report.Primary || one.Name is "weeks" or "outsideTolerance"))
            CompareFigures.Distribution(html, report, measure, scenario);
    }

    private static void Everything(Html html, CompareReport report)
    {
        html.Raw("<section>");
        html.Element("h2", "Everything that was measured");
        foreach (var measure in report.Measures)
        {
            html.Raw("<details class=\"more\" open=\"\"><summary>");
            html.Element("span", Title(measure));
            html.Raw("</summary>");
            html.Element("p", $"{measure.Name}: {measure.Meaning}. Source: {measure.Source}."
                + Construction.Caption(report, measure.Name));
            html.Table(Label(measure), ["setting", "mean", "from", "to", "replications"], report.Cells
                .Where(cell => cell.Measure == measure.Name)
                .Select(cell => new[]
                {
                    cell.Name, Figure(cell.Mean), Figure(cell.Low), Figure(cell.High), $"{cell.N}",
                }));
            html.Raw("</details>\n");
        }

        html.Raw("</section>");
    }

    internal static string Figure(double? value) => value is null ? "none" : $"{value:0.####}";

    private static void Made(Html html, CompareReport report)
    {
        html.Raw("<section>");
        html.Element("h2", "How it was made");
        html.Table("The study", ["what", "value"],
        [
            ["seed, replications", $"{report.Seed}, {report.Replications}"],
            ["primary outcome", report.Primary],
            ["smallest effect of interest, named beforehand", Say.Value(report.SmallestEffect, "")],
            ["took", $"{report.WallSeconds:0.0} s"], ["program", Versions.Program],
        ]);
        html.Raw("</section>");
    }
}
