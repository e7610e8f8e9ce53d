using Federation.Governance.Linking;
using Federation.Governance.Rules;
using Federation.Society.People;
using Federation.Society.Places;

namespace Federation.Society.Runs;

/// <summary>The fewest who impose a decision at the root whatever all others want, and the fewest who
/// prevent one that all others want.</summary>
public readonly record struct Fewest(long ToImpose, long ToBlock);

/// <summary>What an attack on a federation's decisions has to capture.</summary>
/// <param name="AtTop">Seats in the circle, chamber, panel or electorate that decides.</param>
/// <param name="FromBase">People in the circles where they live; every link speaks for what its circle decided.</param>
/// <remarks>
/// The question is a text against what holds, all come, and all who are not captured are united against
/// the attacker: where people are divided, fewer are enough. On two alternatives every counting rule is
/// the majority. Through the tree it is exact: a circle is won by winning the cheapest of what it takes,
/// from the leaves up; under unequal weights by the cheapest set of districts with enough weight.
/// </remarks>
public sealed record AttackBudget(Fewest AtTop, Fewest FromBase)
{
    /// <summary>Larger plans are not walked through.</summary>
    public const long CirclesMax = 200_000;

    /// <summary>Steps a choice among weighted districts may take.</summary>
    private const long StepsMax = 20_000_000;

    /// <summary>Of a world under its own rule; null where the plan is too large, or under a null model.</summary>
    public static AttackBudget? Of(World world) =>
        Of(world.Plan, world.Practice.Rule, world.Practice.Links, world.Scenario.Rules.Districts);

    /// <param name="districts">The level of circles that elect a chamber; empty for the root's children.</param>
    public static AttackBudget? Of(FederationPlan plan, RulePractice rule, LinkPractice links, string districts)
    {
        if (plan.Circles > CirclesMax) return null;
        if (rule.Method is Method.StatusQuo or Method.Accept or Method.Random) return null;
        // The last pair has the text; one of every pair must hold out for nothing to be agreed.
        if (rule.Method == Method.Bargaining) return Both(new Fewest(2, Math.Max(1, rule.Panel / 2)));
        var root = plan.Find(plan.Root);
        var people = plan.People;
        // A mean of reports is a text whatever one of them says only if all are captured; one keeps it from being
        // the text all others want, by up to one part in so many of the range.
        if (rule.Method == Method.Decree) return Both(new Fewest(Math.Max(1, rule.Reports), 1));
        if (rule.IsConsent || rule.Nested)
            return new AttackBudget(
                Of(root.IsLeaf ? root.People : root.Children.Length * links.People, rule),
                Through(plan, root, rule));
        var everybody = Of(people, rule);
        switch (rule.Electorate)
        {
            case Electorate.Panel:
                return Both(Of(Math.Min(rule.Panel, people), rule));
            case Electorate.Liquid:
                // At worst whoever is captured holds all that one person may hold.
                var most = rule.WeightMost == 0 ? people : rule.WeightMost;
                return new AttackBudget(
                    new Fewest(Ceiling(everybody.ToImpose, most), Ceiling(everybody.ToBlock, most)), everybody);
            case Electorate.Chamber:
                return Chamber(plan, root, rule, districts);
        }

        return Both(rule.Method == Method.Setter ? everybody with { ToBlock = 1 } : everybody);
    }

    private static AttackBudget Both(Fewest fewest) => new(fewest, fewest);

    private static long Ceiling(long of, long by) => (of + by - 1) / by;

    /// <summary>Of n who decide together.</summary>
    private static Fewest Of(long n, RulePractice rule) => new(rule.Needed(n), n - rule.Needed(n) + 1);

    /// <summary>Level by level: whoever wins a circle has its links above.</summary>
    private static Fewest Through(FederationPlan plan, PlannedCircle circle, RulePractice rule)
    {
        if (circle.IsLeaf) return Of(circle.People, rule);
        var below = new Fewest[circle.Children.Length];
        for (var child = 0; child < below.Length; child++)
            below[child] = Through(plan, plan.Below(circle, child), rule);
        var needed = Of(below.Length, rule);
        return new Fewest(
            Cheapest(below.Select(one => one.ToImpose), needed.ToImpose),
            Cheapest(below.Select(one => one.ToBlock), needed.ToBlock));
    }

    private static long Cheapest(IEnumerable<long> costs, long count) =>
        costs.Order().Take((int)count).Sum();

    private static AttackBudget? Chamber(
        FederationPlan plan, PlannedCircle root, RulePractice rule, string level)
    {
        var seats = new List<long>();
        Districts(plan, root, level, seats);
        var one = rule with { Method = Method.Majority };
        if (!rule.ByPopulation)
        {
            var needed = Of(seats.Count, rule);
            return new AttackBudget(needed, new Fewest(
                Cheapest(seats.Select(people => Of(people, one).ToImpose), needed.ToImpose),
                Cheapest(seats.Select(people => Of(people, one).ToBlock), needed.ToBlock)));
        }

        var all = seats.Sum();
        var weight = Of(all, rule);
        if (seats.Count * all > StepsMax) return null;
        return new AttackBudget(
            new Fewest(
                Weighing(seats, weight.ToImpose, _ => 1), Weighing(seats, weight.ToBlock, _ => 1)),
            new Fewest(
                Weighing(seats, weight.ToImpose, people => Of(people, one).ToImpose),
                Weighing(seats, weight.ToBlock, people => Of(people, one).ToBlock)));
    }

    /// <summary>The least cost of districts that weigh enough together.</summary>
    private static long Weighing(List<long> weights, long enough, Func<long, long> cost)
    {
        var least = new long[enough + 1];
        Array.Fill(least, long.MaxValue / 2, 1, (int)enough);
        foreach (var weight in weights)
            for (var reached = enough; reached > 0; reached--)
                least[reached] = Math.Min(least[reached], least[Math.Max(0, reached - weight)] + cost(weight));
        return least[enough];
    }

    /// <summary>The people of every district, as a chamber of the root elects.</summary>
    internal static void Districts(FederationPlan plan, PlannedCircle circle, string level, List<long> seats)
    {
        for (var child = 0; child < circle.Children.Length; child++)
        {
            var below = plan.Below(circle, child);
            if (below.IsLeaf || level.Length == 0 || below.Level == level) seats.Add(PeopleOf(plan, below));
            else Districts(plan, below, level, seats);
        }
    }

    private static long PeopleOf(FederationPlan plan, PlannedCircle circle) => circle.IsLeaf
        ? circle.People
        : Enumerable.Range(0, circle.Children.Length).Sum(child => PeopleOf(plan, plan.Below(circle, child)));
}
