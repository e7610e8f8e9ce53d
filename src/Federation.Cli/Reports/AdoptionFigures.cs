using Federation.Cli.Reports.Charts;
using Federation.Cli.Runs;
using Federation.Cli.Views;
using Federation.Society.Adoption;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>How an innovation went through the federation: its stages week by week, and who held out.</summary>
internal static class AdoptionFigures
{
    /// <summary>More weeks than this are drawn and listed every so many; all are in adoption.csv.</summary>
    private const int WeeksMost = 120;

    public static void Write(Html html, RunReport run, Scenario scenario)
    {
        if (run.Adoption is not { } told) return;
        html.Raw("<section>");
        html.Element("h2", "Ridiculous, dangerous, obvious");
        html.Element("p", $"{told.Adopted} of {told.Circles} circles took the innovation up. Pilots, thresholds and "
            + "weeks are assumptions; no figure is from the field.", "note");
        foreach (var sentence in AdoptionLines.Said(told)) html.Element("p", sentence);
        Stages(html, told, scenario);
        Immunity(html, told, scenario);
        html.Raw("</section>");
    }

    private static void Stages(Html html, AdoptionReport told, Scenario scenario)
    {
        var every = (told.Curve.Length + WeeksMost - 1) / WeeksMost;
        AdoptionWeek[] weeks = [.. told.Curve.Where((_, at) => at % every == 0 || at == told.Curve.Length - 1)];
        (string Name, Func<AdoptionWeek, int> Count)[] stages =
        [
            ("adopted", week => week.Adopted), ("dangerous", week => week.Dangerous),
            ("ridiculous", week => week.Ridiculous), ("unaware", week => week.Unaware),
        ];
        html.Figure(
            new Areas("simulated week", "circles", [.. stages.Select(stage => new LineGroup(
                stage.Name, [.. weeks.Select(week => new LinePoint(week.Week, stage.Count(week)))]))]),
            "Circles by what they make of it",
            "Every circle is in one of the four at any time, so they fill the height: from the foot those that have "
            + "it, to whom it seems dangerous, to whom ridiculous, who have not heard of it."
            + (every > 1 ? $" Every {every} weeks; all are in adoption.csv." : ""), Assumed(scenario),
            ["week", .. stages.Select(stage => stage.Name)],
            weeks.Select(week => (IReadOnlyList<string>)
                [$"{week.Week}", .. stages.Select(stage => $"{stage.Count(week):#,0}")]));
    }

    private static void Immunity(Html html, AdoptionReport told, Scenario scenario) => html.Figure(
        new Lines("immunity to change", "circles",
        [
            Group("took it up", one => one.Adopted, told), Group("did not", one => one.Others, told),
        ]),
        "Who took it up, by immunity to change",
        "Circles in each tenth of immunity, drawn at its middle. Every circle is in adopters.csv.", Assumed(scenario),
        ["immunity", "took it up", "did not"],
        told.Immunities.Select(one => new[] { $"{one.From:0.0} to {one.From + .1:0.0}", $"{one.Adopted:#,0}",
            $"{one.Others:#,0}" }));

    private static LineGroup Group(string name, Func<AdoptionImmunity, int> count, AdoptionReport told) =>
        new(name, [.. told.Immunities.Select(one => new LinePoint(one.From + .05, count(one)))]);

    private static string Assumed(Scenario scenario) =>
        $"{Say.Share(scenario.Adoption.Pilots)} of the circles are pilots; immunity to change is drawn from "
        + $"Beta({Say.Value(scenario.Adoption.ImmunityA, "")}, {Say.Value(scenario.Adoption.ImmunityB, "")}).";
}
