using System.Collections.Immutable;
using Federation.Governance.Rules;
using Federation.Society.Measures;
using Federation.Society.People;

namespace Federation.Society.Runs;

/// <summary>How much each seat weighs where a decision at the root is made, and for how many it speaks.</summary>
/// <param name="Weights">Seat by seat, 1 and up.</param>
/// <param name="Quota">The least weight that decides.</param>
/// <param name="People">Whom each seat speaks for; empty where seats belong to no district.</param>
/// <remarks>A text against what holds, as in <see cref="AttackBudget"/>; ballots under a cap of liquid trust count as
/// everybody's own.</remarks>
public sealed record SeatPower(ImmutableArray<int> Weights, int Quota, ImmutableArray<double> People)
{
    /// <summary>Steps that counting unequal seats may take in every run.</summary>
    private const long StepsMax = 4_000_000;

    /// <summary>Whether all seats weigh alike.</summary>
    public bool IsEqual => Weights.All(weight => weight == Weights[0]);

    /// <summary>Of a world under its own rule; null under a null model, bargaining, or with more seats or weight than
    /// can be counted.</summary>
    public static SeatPower? Of(World world)
    {
        var (plan, rule) = (world.Plan, world.Practice.Rule);
        if (rule.Method is Method.StatusQuo or Method.Accept or Method.Random or Method.Bargaining) return null;
        if (plan.Circles > AttackBudget.CirclesMax) return null;
        var root = plan.Find(plan.Root);
        if (rule.Method == Method.Decree) return new SeatPower([1], 1, []);
        var (weights, speakers) = (new List<long>(), 1);
        var isWeighed = false;
        if ((rule.IsConsent || rule.Nested) && !root.IsLeaf)
        {
            AttackBudget.Districts(plan, root, "", weights);
            speakers = world.Practice.Links.People;
        }
        else if (rule.Electorate == Electorate.Chamber && !root.IsLeaf)
        {
            AttackBudget.Districts(plan, root, world.Scenario.Rules.Districts, weights);
            isWeighed = rule.ByPopulation;
        }
        else
        {
            var heads = rule.Electorate == Electorate.Panel ? Math.Min(rule.Panel, plan.People) : plan.People;
            if (heads > Power.MembersMost) return null;
            weights.AddRange(Enumerable.Repeat(1L, (int)heads));
        }

        var seats = weights.SelectMany(people => Enumerable.Repeat(people, speakers)).ToArray();
        var total = isWeighed ? seats.Sum() : seats.Length;
        if (seats.Length > Power.MembersMost || total > Power.WeightsMost) return null;
        if (isWeighed && seats.Distinct().LongCount() * seats.Length * seats.Length * total > StepsMax) return null;
        return new SeatPower(
            [.. seats.Select(people => isWeighed ? (int)people : 1)], (int)rule.Needed(total),
            rule.Electorate == Electorate.Panel && !rule.Nested ? []
                : [.. seats.Select(people => (double)people / speakers)]);
    }
}
