using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.Scenarios;

namespace Federation.Cli.Views;

/// <summary>The same people under other rules, and where consent lost to them.</summary>
internal static class CounterfactualLines
{
    public static void Write(Page page, RunReport run, Scenario scenario)
    {
        if (run.Counterfactual.IsEmpty) return;
        var weeks = run.Decisions.IsEmpty ? 0 : run.Decisions.Max(decision => decision.Weeks.Mid);
        page.Heading("The same people under other rules");
        page.Table(["rule", "harm (share of a dimension)", "outside tolerance", "weeks"],
        [
            Row($"{run.Rule} (this run)", run.Harm.Mean, run.OutsideTolerance, weeks),
            .. run.Counterfactual.Select(
                other => Row(other.Rule, other.Harm, other.OutsideTolerance, other.Weeks)),
        ]);
        page.Line(Lost(run, weeks, scenario.Measure.SmallestHarm));
    }

    /// <summary>Where another rule did better, or that none did; differences too small to matter
    /// are none.</summary>
    public static string Lost(RunReport run, double weeks, double smallestHarm)
    {
        var losses = new List<string>();
        foreach (var other in run.Counterfactual)
        {
            if (run.Harm.Mean - other.Harm >= smallestHarm)
                losses.Add(
                    $"{other.Rule} did less harm ({Say.Value(other.Harm, "")} against "
                    + $"{Say.Value(run.Harm.Mean, "")})");
            if (run.OutsideTolerance - other.OutsideTolerance >= 0.01)
                losses.Add($"{other.Rule} left fewer people outside their tolerance "
                    + $"({Say.Share(other.OutsideTolerance)} against "
                        + $"{Say.Share(run.OutsideTolerance)})");
            if (weeks - other.Weeks >= 1)
                losses.Add(
                    $"{other.Rule} was faster ({Say.Value(other.Weeks, "weeks")} against "
                    + $"{Say.Value(weeks, "weeks")})");
        }

        return losses.Count == 0
            ? $"Where {run.Rule} lost: nowhere in these figures. Another seed may tell otherwise."
            : $"Where {run.Rule} lost: {string.Join("; ", losses)}.";
    }

    private static string[] Row(string rule, double harm, double outside, double weeks) =>
        [rule, Say.Value(harm, ""), Say.Share(outside), Say.Value(weeks, "")];
}
