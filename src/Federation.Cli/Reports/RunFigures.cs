using Federation.Cli.Reports.Charts;
using Federation.Cli.Runs;
using Federation.Cli.Views;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>The charts of one run's report.</summary>
internal static class RunFigures
{
    /// <summary>What the circles below did with a text.</summary>
    public static void Circles(Html html, DecisionReport decision, Scenario scenario)
    {
        (string Name, long Count)[] did =
        [
            ("asked", decision.CirclesAsked),
            ("held an objection when first asked", decision.CirclesObjecting),
            ("carry it out as it stands", decision.CirclesCarried),
            ("carry it out in their own way", decision.CirclesAdapted),
            ("unresolved", decision.CirclesUnresolved),
            ("declined", decision.CirclesDeclined),
            ("refused to ratify", decision.CirclesRefused),
            ("never reached, as nobody could carry it down", decision.CirclesUnreached),
            ("asked for a review", decision.ReviewRequests),
        ];
        html.Figure(
            new Bars("circles", [.. did.Where(one => one.Count > 0).Select(
                one => new Bar(one.Name, one.Count, $"{one.Count:#,0}"))]),
            "What circles did", "Counts of circles below the one that decided; a circle can be in several bars. "
            + "What is not shown did not happen.", Assumptions.OfTolerance(scenario),
            ["circles", "count"], did.Select(one => new[] { one.Name, $"{one.Count:#,0}" }));
    }

    /// <summary>The same people under other rules: one seed, so single figures and no distributions.</summary>
    public static void Rules(Html html, RunReport run, Scenario scenario, double weeks)
    {
        var rules = run.Counterfactual
            .Prepend(new Counterfactual($"{run.Rule} (this run)", run.Harm.Mean, run.OutsideTolerance, weeks))
            .ToArray();
        Compared("Harm: mean distance from what circles needed", "share of a dimension's range",
            Assumptions.OfHarm(scenario), rule => rule.Harm, value => Say.Value(value, ""));
        Compared("People outside their tolerance", "% of all people", Assumptions.OfTolerance(scenario),
            rule => rule.OutsideTolerance * 100, value => Say.Value(value, "%"));
        Compared("Time until the last circle answered", "simulated weeks", Assumptions.OfTime(scenario),
            rule => rule.Weeks, value => Say.Value(value, "weeks"));

        void Compared(
            string title, string label, string assumed, Func<Counterfactual, double> measure,
            Func<double, string> say) =>
            html.Figure(
                new Bars(label, [.. rules.Select((rule, i) =>
                    new Bar(rule.Rule, measure(rule), say(measure(rule)), i == 0))]),
                title, "One seed of one scenario: single figures, which prove nothing. Shorter is better. "
                + "Distributions come from federation compare.", assumed,
                ["rule", title.ToLowerInvariant()], rules.Select(rule => new[] { rule.Rule, say(measure(rule)) }));
    }

    /// <summary>Harm over the life of what was agreed.</summary>
    public static void Looks(Html html, RunReport run, Scenario scenario)
    {
        var lived = run.Decisions.Where(decision => decision.Looks.Length > 1).ToArray();
        if (lived.Length == 0) return;
        html.Figure(
            new Lines("simulated day", "harm", [.. lived.Select(decision => new LineGroup(
                $"decision {decision.Id}",
                [.. decision.Looks.Select(look => new LinePoint(look.Day, look.HarmAfter))]))]),
            "What became of it", "Mean harm on each day something was due: a review, a missed one, the end of a term.",
            Assumptions.OfHarm(scenario), ["decision and day", "what happened", "version", "harm before", "harm after"],
            lived.SelectMany(decision => decision.Looks.Select(look => new[]
            {
                $"{decision.Id}, day {look.Day}", look.Verdict, $"{look.Version}", $"{look.HarmBefore:0.###}",
                $"{look.HarmAfter:0.###}",
            })));
    }
}
