using System.Collections.Immutable;
using Federation.Cli.Runs;
using Federation.Society.Runs;
using Federation.Storage.Runs;

namespace Federation.Cli.Studies;

/// <summary>What an attack would have to capture under each of a study's settings, on the plan as written.</summary>
internal static class Budgets
{
    /// <summary>Settings without a budget are left out: plans too large, and rules nobody's seat decides.</summary>
    public static ImmutableArray<BudgetReport> Of(StudyPlan plan) =>
    [
        .. from cell in plan.Cells
           let world = Worlds.Open(cell.Scenario)
           let budget = AttackBudget.Of(
               world.Plan, world.Practice.Rule, world.Practice.Links, world.Scenario.Rules.Districts)
           where budget is not null
           select new BudgetReport(
               cell.Name, cell.Scenario.Rule, budget.AtTop.ToImpose, budget.AtTop.ToBlock, budget.FromBase.ToImpose,
               budget.FromBase.ToBlock),
    ];
}
