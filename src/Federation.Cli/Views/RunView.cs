using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.Scenarios;

namespace Federation.Cli.Views;

/// <summary>A run told in one order: answer, who changed it, cost, other rules, reversal, losses,
/// proof, next.</summary>
internal static class RunView
{
    private const int MomentsMax = 3;

    public static void Write(Page page, RunReport run, Scenario scenario)
    {
        foreach (var decision in run.Decisions) Answer(page, decision, run.Rule == "consent");
        foreach (var decision in run.Decisions) Changes(page, decision);
        foreach (var decision in run.Decisions) LookLines.Write(page, decision);
        foreach (var decision in run.Decisions) Cost(page, decision, scenario);
        BreakerLines.Write(page, run, scenario.Breaker);
        AdoptionLines.Write(page, run);
        CaseLines.Write(page, run.Cases);
        CaseLines.NotLooked(page, run.Circles);
        CounterfactualLines.Write(page, run, scenario);
        if (run.ReversedBy.Length > 0)
        {
            page.Heading("What would reverse the result");
            page.Line(run.ReversedBy);
        }

        StrainLines.Write(page, run, scenario);
        BudgetLines.Write(page, run);
        page.Heading("The run");
        if (run.SilosLost > 0) page.Line(Losses(run));
        page.Facts(
            ("circles", $"{run.Circles:#,0}, {run.Cycles:#,0} cycles"),
            ("people",
                $"{run.People:#,0} simulated, for {run.Represented:#,0} inhabitants represented"),
            ("took",
                $"{run.WallSeconds:0.0} s, {run.CpuSeconds:0.0} s of processor, "
                + $"{Say.Bytes(run.PeakMemoryBytes)} at most"),
            ("on", run.Driver == "reference" ? "one thread without a cluster"
                : $"{Say.Count(run.Silos, "silo", "silos")}, {run.Storage}, durability "
                    + $"{run.Durability}"),
            ("seed", $"{run.Seed}"),
            ("seal", run.Seal),
            ("report", run.Report));
        if (run.Outlives.Length > 0) page.Facts(("store", run.Outlives));
        if (run.TraceFile.Length > 0) page.Facts(("trace", $"{run.TraceFile} (Jaeger: Upload)"));
        page.Heading("Next");
        foreach (var command in Next(run)) page.Exact($"  {command}");
    }

    private static void Answer(Page page, DecisionReport decision, bool consented)
    {
        page.Heading(decision.Title);
        page.Line(decision.Outcome == "adopted"
            ? $"{How(decision, consented)} in {decision.Circle}, "
                + $"{Say.Count(decision.LevelsUp, "level", "levels")} up and "
                + $"{decision.LevelsDown:#,0} down, "
                + $"for {Say.Days(decision.TermDays)}: {DecisionLines.EffectOf(decision)}."
            : $"{char.ToUpperInvariant(decision.Outcome[0])}{decision.Outcome[1..]} in "
                + $"{decision.Circle}: what held before goes on.");
        DecisionLines.Text(page, decision);
        if (decision.CirclesAsked > 0) page.Line(DecisionLines.Spread(decision));
    }

    private static string How(DecisionReport decision, bool consented) =>
        decision.Rung == "mandate" ? "Decided at once under a mandate, and reviewed after,"
        : consented && !decision.Rung.StartsWith("last resort", StringComparison.Ordinal) ? "Consented" : "Settled";

    private static void Changes(Page page, DecisionReport decision)
    {
        page.Heading($"Who changed what, where and why{Of(decision)}");
        page.Line(
            $"{Say.Count(decision.CirclesObjecting, "circle", "circles")} held an objection when "
            + $"first asked; "
            + $"{Say.Count(decision.Objections, "objection", "objections")}, "
                + $"{decision.Integrated:#,0} integrated, "
            + $"{Say.Count(decision.ReviewRequests, "review", "reviews")} asked for.");
        foreach (var step in decision.Moments.Take(MomentsMax))
            page.Line($"  Day {step.Day}, {step.Circle}: {Minutes.Sentence(step)}");
        LadderLines.Write(page, decision);
    }

    private static void Cost(Page page, DecisionReport decision, Scenario scenario)
    {
        page.Heading($"What it cost, simulated{Of(decision)}");
        page.Line($"  {Say.Range(decision.PersonHours, "person-hours")}");
        page.Line($"  {Say.Range(decision.Weeks, "weeks")}");
        if (decision.Waited > 0) page.Line(
            $"  {Say.Count(decision.Waited, "time", "times")} it waited because a meeting was full.");
        page.Line(
            $"Assumptions taken x0.5 to x2; circles at the base meet every "
            + $"{Say.Days(scenario.Cadence.LeafDays)}, "
            + $"those above every {Say.Days(scenario.Cadence.UpperDays)}.");
    }

    private static string Of(DecisionReport decision) => decision.Id == 1 ? ""
        : $" (decision {decision.Id})";

    private static string Losses(RunReport run) =>
        $"{Say.Count(run.SilosLost, "silo", "silos")} lost; "
            + $"{Say.Count(run.AskedAgain, "circle", "circles")} asked again; "
        + (run is { Lost: 0, Doubled: 0 }
            ? "nothing lost, nothing counted twice."
            : $"{run.Lost:#,0} answers LOST and {run.Doubled:#,0} counted twice.");

    private static IEnumerable<string> Next(RunReport run)
    {
        var folder = Path.GetRelativePath(".", run.RunDirectory);
        var shown = folder.Contains(' ') ? $"\"{folder}\"" : folder;
        if (!run.Decisions.IsEmpty) yield return $"federation explain {run.Decisions[0].Id} "
            + $"--run {shown}";
        yield return $"federation verify {shown}";
    }
}
