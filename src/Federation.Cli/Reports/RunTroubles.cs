using Federation.Cli.Reports.Charts;
using Federation.Cli.Runs;
using Federation.Cli.Views;
using Federation.Society.Cases;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>What went wrong in a run and who strained it, which no circle knows.</summary>
internal static class RunTroubles
{
    /// <summary>More findings than this stay in cases.jsonl.</summary>
    private const int FindingsShown = 60;

    public static void Write(Html html, RunReport run, Scenario scenario)
    {
        Cases(html, run);
        Strain(html, run, scenario);
    }

    private static void Cases(Html html, RunReport run)
    {
        html.Raw("<section>");
        html.Element("h2", "Degenerate cases");
        if (run.Cases is not { } found)
        {
            html.Element("p", "This run was too large to be looked through for them.");
        }
        else if (found.IsEmpty)
        {
            html.Element("p", $"None of the {DegenerateCases.All.Length} detectors found one.");
        }
        else
        {
            var kinds = found.GroupBy(one => (one.Case, one.Name)).OrderBy(kind => kind.Key.Case).ToArray();
            html.Figure(
                new Bars("findings", [.. kinds.Select(kind =>
                    new Bar($"{kind.Key.Case} {kind.Key.Name}", kind.Count(), Times(kind.Count())))]),
                "Findings by kind", "How often each known way to go wrong was found in this run.",
                $"a detector stops counting at {DegenerateCases.FindingsMost}.", ["case", "found", "cure"],
                kinds.Select(kind => new[]
                {
                    $"{kind.Key.Case} {kind.Key.Name}", Times(kind.Count()), kind.First().Cure,
                }));
            html.Table(
                found.Length > FindingsShown ? $"The first {FindingsShown} findings; all are in cases.jsonl"
                    : "Findings",
                ["case", "where and when", "what", "who"], found.Take(FindingsShown).Select(one => new[]
                {
                    $"{one.Case} {one.Name}", one.Day > 0 ? $"{one.Circle}, day {one.Day}" : one.Circle, one.What,
                    string.Join(", ", one.People),
                }));
        }

        html.Raw("</section>");
    }

    private static string Times(int count) =>
        count >= DegenerateCases.FindingsMost ? $"{count} at least" : $"{count}";

    private static void Strain(Html html, RunReport run, Scenario scenario)
    {
        if (run.Strain is not { } strain) return;
        html.Raw("<section>");
        html.Element("h2", "Who strained it, which no circle knows");
        (string Name, long Count)[] who =
        [
            ("people captured", strain.Captured), ("people who block everything", strain.Blocking),
            ("people who exaggerate", strain.Exaggerating), ("people who answer strategically", strain.Manipulating),
            ("people who leave if blocked", strain.Leaving), ("members who are no person at all", strain.Fakes),
            ("circles captured", strain.CirclesCaptured),
            ("circles whose facilitator rules objections invalid", strain.CirclesRuled),
        ];
        html.Figure(
            new Bars("people or circles", [.. who.Where(one => one.Count > 0).Select(
                one => new Bar(one.Name, one.Count, $"{one.Count:#,0}"))]),
            "How many", $"Of {run.People:#,0} people in {run.Circles:#,0} circles. The busiest person sits in "
            + $"{Say.Count(strain.MostSeats, "circle", "circles")}.", Assumptions.OfStrain(scenario), ["who", "count"],
            who.Select(one => new[] { one.Name, $"{one.Count:#,0}" }));
        html.Table(
            "Beside the same run without strain; distances are shares of a dimension's range",
            ["decision", "came out", "from its text without strain", "from what the captured ask"],
            run.Decisions.Where(decision => decision.Strain is not null).Select(decision => new[]
            {
                $"{decision.Id}. {decision.Title}", decision.Strain!.Outcome, $"{decision.Strain.FromClean:0.###}",
                $"{decision.Strain.FromTarget:0.###}",
            }));
        html.Raw("</section>");
    }
}
