using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Society.People;
using Federation.Society.Scenarios;

namespace Federation.Society.Runs;

/// <summary>The same people, needs and matter under another rule.</summary>
/// <param name="Rule">Its plain name.</param>
/// <param name="Harm">Realised harm, person-weighted mean.</param>
/// <param name="OutsideTolerance">Share of all people, 0..1.</param>
/// <param name="Weeks">Simulated weeks from raising the matter to the rule's last ballot or order.</param>
public sealed record RuleOutcome(string Rule, double Harm, double OutsideTolerance, double Weeks);

/// <summary>Three rules beside consent: one text for everybody, chosen in another way.</summary>
/// <remarks>
/// Each is a run of its own by the reference driver (docs/guide/rules.md), whatever the size: about as long as
/// founding the federation again.
/// </remarks>
public static class OtherRules
{
    private static readonly (string Words, string Rule, string Amendable)[] Runs =
    [
        ("majority among fixed texts", "majority", "no"),
        ("majority with the same amendments", "majority", "yes"),
        ("decree by one person", "decree", "no"),
    ];

    /// <summary>How many runs there are.</summary>
    public static int Count => Runs.Length;

    /// <param name="open">From a scenario to its world.</param>
    /// <param name="begins">Told each rule before its run.</param>
    /// <param name="answered">Called after each answer a circle gives; may throw to end it.</param>
    public static ImmutableArray<RuleOutcome> Of(
        World world, Settlement settled, Func<Scenario, World> open, Action<string>? begins = null,
        Action? answered = null)
    {
        var scenario = world.Scenario;
        var matter = scenario.Agenda.First(matter => matter.Id == settled.Taken.Proposal.Id);
        return [.. Runs.Select(run =>
        {
            begins?.Invoke(run.Words);
            var other = open(scenario with
            {
                Rule = run.Rule,
                Rules = scenario.Rules with
                {
                    Shaped = run.Amendable, Amendable = run.Amendable, Nested = "no", Latitude = "no",
                },
                Agenda = [matter],
                Life = scenario.Life with { HorizonDays = 0 },
            });
            var decided = Outcomes.Of(other, new Reference(other) { Answered = answered }.Run()).Decisions[0];
            return new RuleOutcome(run.Words, decided.HarmMean, decided.OutsideTolerance, decided.Weeks.Mid);
        })];
    }
}
