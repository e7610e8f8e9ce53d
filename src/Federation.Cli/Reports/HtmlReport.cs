using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Cli.Views;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>A run as one file that opens anywhere.</summary>
/// <remarks>Every picture is followed by a table of the same facts. Every text is
/// escaped.</remarks>
internal static class HtmlReport
{
    /// <summary>More lines of minutes than this stay in events.jsonl.</summary>
    private const int StepsMax = 200;

    public static string Write(RunReport run, Scenario scenario) =>
        ReportPage.Write($"{run.Scenario}, seed {run.Seed}", html =>
        {
            html.Element("h1", run.Scenario);
            if (scenario.About.Length > 0) html.Element("p", scenario.About);
            html.Element("p", $"{run.People:#,0} simulated people in {run.Circles:#,0} circles, "
                + $"standing for {run.Represented:#,0} inhabitants. All hours and weeks are simulated.", "note");
            foreach (var decision in run.Decisions) Decision(html, decision, scenario);
            StormFigures.Write(html, run, scenario);
            AdoptionFigures.Write(html, run, scenario);
            Others(html, run, scenario);
            if (run.Budget is { } budget)
                CompareFigures.Budget(html, "What an attack would have to capture", "seats or people, logarithmic",
                [
                    new("seats where it is decided", [budget.AtTop.ToImpose, budget.AtTop.ToBlock]),
                    new("people where they live", [budget.FromBase.ToImpose, budget.FromBase.ToBlock]),
                ]);
            RunTroubles.Write(html, run, scenario);
            Proof(html, run);
        });

    private static void Decision(Html html, DecisionReport decision, Scenario scenario)
    {
        html.Raw("<section>");
        html.Element("h2", decision.Title);
        html.Element(
            "p", $"{decision.Outcome} in {decision.Circle} for {Say.Days(decision.TermDays)}: "
            + $"{DecisionLines.EffectOf(decision)}.", "outcome");
        foreach (var dimension in scenario.Space.Dimensions)
            if (decision.Decided.TryGetValue(dimension.Name, out var decided))
                ScaleDrawing.Write(html, dimension, decision.Proposed[dimension.Name], decided);
        html.Table(
            "The text", ["dimension", "proposed", "decided"], decision.Decided.Select(entry => new[]
        {
            entry.Key, Say.Value(
                decision.Proposed.GetValueOrDefault(entry.Key), decision.Units.GetValueOrDefault(
                entry.Key, "")),
            Say.Value(entry.Value, decision.Units.GetValueOrDefault(entry.Key, "")),
        }));
        PathDrawing.Write(html, decision, scenario);
        RunFigures.Circles(html, decision, scenario);
        html.Table("What it cost, assumptions x0.5 to x2", ["figure", "least", "as assumed", "most"],
        [
            ["person-hours", .. Range(decision.PersonHours)], ["weeks", .. Range(decision.Weeks)],
        ]);
        if (!decision.Moments.IsEmpty)
            html.Table(
                "Objections and integrations that moved the text most",
                ["day", "circle", "what happened"],
                decision.Moments.Take(StepsMax).Select(
                    step => new[] { $"{step.Day}", step.Circle, Minutes.Sentence(step) }));
        html.Raw("</section>");
    }

    private static void Others(Html html, RunReport run, Scenario scenario)
    {
        html.Raw("<section>");
        html.Element("h2", "Harm, tolerance, and other rules");
        var weeks = run.Decisions.IsEmpty ? 0 : run.Decisions.Max(decision => decision.Weeks.Mid);
        if (run.Counterfactual.IsEmpty) html.Element(
            "p", $"Mean harm {Say.Value(run.Harm.Mean, "")} (distance from what circles needed, a share of a "
            + $"dimension's range); {Say.Share(run.OutsideTolerance)} of all people outside their tolerance; "
            + $"{Say.Value(weeks, "weeks")}.");
        else RunFigures.Rules(html, run, scenario, weeks);
        html.Element(
            "p", $"Mean harm of the worst-off tenth: {Say.Value(run.Harm.WorstDecile, "")}. "
            + $"Tolerance is measured from the {scenario.People.Ground}.");
        if (!run.Counterfactual.IsEmpty)
            html.Element("p", CounterfactualLines.Lost(run, weeks, scenario.Measure.SmallestHarm));
        if (run.ReversedBy.Length > 0) html.Element(
            "p", $"What would reverse the result: {run.ReversedBy}");
        RunFigures.Looks(html, run, scenario);
        html.Raw("</section>");
    }

    private static void Proof(Html html, RunReport run)
    {
        html.Raw("<section>");
        html.Element("h2", "The run");
        html.Table("How it was made", ["", ""],
        [
            ["seed", $"{run.Seed}"], ["rule", run.Rule], ["driver", run.Driver],
                ["silos", $"{run.Silos}"],
            ["silos lost, circles asked again", $"{run.SilosLost:#,0}, {run.AskedAgain:#,0}"],
            ["answers lost, counted twice", $"{run.Lost:#,0}, {run.Doubled:#,0}"],
            ["cycles", $"{run.Cycles:#,0}"],
                ["storage, durability", $"{run.Storage}, {run.Durability}"],
            ["took", $"{run.WallSeconds:0.0} s"], ["seal", run.Seal], ["program", Versions.Program],
        ]);
        html.Raw("</section>");
    }

    private static string[] Range(RangeReport range) =>
        [Say.Value(range.Low, ""), Say.Value(range.Mid, ""), Say.Value(range.High, "")];
}
