using System.Collections.Immutable;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>What two keys must agree on.</summary>
internal static class CrossChecks
{
    public static void People(ScenarioValues values, PeopleOptions people)
    {
        if (people.ToleranceLow > people.ToleranceHigh)
            values.Refuse("people.toleranceLow",
                $"The narrowest tolerance, {people.ToleranceLow}, is wider than the widest, "
                    + $"{people.ToleranceHigh}",
                "Give toleranceLow the smaller number");
    }

    public static void Links(ScenarioValues values, LinkOptions links)
    {
        if (links is { Kind: "single", Delegates: > 1 })
            values.Refuse("links.delegates",
                $"A single link is one person, not {links.Delegates}", "Write 1, or another links.kind");
    }

    public static void Rules(ScenarioValues values, string rule, RuleOptions rules)
    {
        if (rule is "chamber" or "liquid" && !RulePractices.NeedsOneBallot(rules.Then))
            values.Refuse("rules.then",
                $"Under {rule} everybody who decides casts one ballot, which {rules.Then} is not",
                "Write majority, or any rule that counts ballots");
        if (rules.Nested == "yes" && rule is "chamber" or "panel" or "liquid" or "decree" or "bargaining")
            values.Refuse("rules.nested", $"{rule} names who decides for everybody, so it cannot go level by level",
                "Leave rules.nested out, or choose another rule");
    }

    public static void Cadence(ScenarioValues values, CadenceOptions cadence)
    {
        foreach (var (level, days) in cadence.Levels)
            if (days % 1 != 0)
                values.Refuse("cadence.levels", $"Circles of level {level} would meet every {days} days",
                    "Write whole days, as in '{ world: 28 }'");
    }

    /// <summary>A review comes after a quarter of a term at the earliest.</summary>
    public static void Life(
        ScenarioValues values, LifeOptions life, ProcessOptions process, ImmutableArray<Matter> agenda)
    {
        var cycles = agenda.Sum(matter =>
            life.HorizonDays / Math.Max(1L, (long)(matter.TermDays * process.Terms[^1]) / 4));
        if (life.HorizonDays > 0 && cycles > life.CyclesMax)
            values.Refuse("life.horizonDays",
                $"Up to {cycles} reviews fall into {life.HorizonDays} days, and life.cyclesMax is {life.CyclesMax}",
                "Write an earlier day, longer terms, or a larger life.cyclesMax");
    }

    public static void Process(ScenarioValues values, ProcessOptions process)
    {
        var terms = process.Terms;
        if (terms.IsEmpty || terms[0] != 1.0)
            values.Refuse("process.terms", "The first share must be 1, the term as asked",
                "Write for example [1, 0.5, 0.25]");
        for (var i = 1; i < terms.Length; i++)
            if (terms[i] >= terms[i - 1])
                values.Refuse(
                    "process.terms", "The shares must descend", "Write for example [1, 0.5, 0.25]");
    }
}
