using System.Collections.Immutable;
using Federation.Society.Runs;

namespace Federation.Society.Measures;

/// <summary>How few it takes to capture or to block a decision at the root.</summary>
internal static class BudgetMeasures
{
    public static ImmutableArray<RunMeasure> All { get; } =
    [
        Of("seatsToImpose", "fewest seats, in whatever decides for the whole, that impose a text on all others united",
            budget => budget.AtTop.ToImpose),
        Of("seatsToBlock", "fewest of these seats that keep all others united from a decision",
            budget => budget.AtTop.ToBlock),
        Of("peopleToImpose", "the same counted in people where they live, with links that speak for their circle",
            budget => budget.FromBase.ToImpose),
        Of("peopleToBlock", "the same to block", budget => budget.FromBase.ToBlock),
    ];

    private static RunMeasure Of(string name, string meaning, Func<AttackBudget, long> figure) => new(
        new Measure(name, "people", Better.Higher, meaning, "model"),
        run => run.Budget is { } budget ? figure(budget) : double.NaN);
}
