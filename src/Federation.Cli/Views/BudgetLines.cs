using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>How few it takes to impose or to block a decision.</summary>
internal static class BudgetLines
{
    public static void Write(Page page, RunReport run)
    {
        if (run.Budget is not { } budget) return;
        var (top, low) = (budget.AtTop, budget.FromBase);
        page.Heading("What an attack would have to capture");
        page.Line(
            $"Under {run.Rule}, against all others united: {Say.Count(top.ToImpose, "seat", "seats")} where it is "
            + $"decided to impose a text, {Say.Count(top.ToBlock, "seat", "seats")} to block one; counted in people "
            + $"where they live, {low.ToImpose:#,0} and {low.ToBlock:#,0}.");
    }
}
