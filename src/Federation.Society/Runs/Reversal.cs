using Federation.Society.People;
using Federation.Society.Scenarios;

namespace Federation.Society.Runs;

/// <summary>Which single change of an assumption would turn the comparison with other rules round.</summary>
/// <remarks>
/// Each change is run in full by the reference driver on the same seed. The comparison is realised
/// harm against the best of the other rules, by the smallest difference worth a sentence.
/// </remarks>
public static class Reversal
{
    /// <summary>Runs cost a founding each: beyond this many circles nothing is tried.</summary>
    public const long CirclesMax = 5_000;

    private static readonly (string Words, Func<Scenario, Scenario> Change)[] Changes =
    [
        ("without shaping by tuners (process.shaping=0)",
            s => s with { Process = s.Process with { Shaping = 0 } }),
        ("without latitude below (process.latitude=0)",
            s => s with { Process = s.Process with { Latitude = 0 } }),
        ("with half the tolerance", s => s with { People = s.People with
        {
            ToleranceLow = s.People.ToleranceLow / 2, ToleranceHigh = s.People.ToleranceHigh / 2,
        } }),
        ("with people twice as different (people.spread doubled)",
            s => s with { People = s.People with { Spread = s.People.Spread * 2 } }),
        ("with four times the price of differing from a neighbour (needs.coordination)",
            s => s with { Needs = s.Needs with { Coordination = s.Needs.Coordination * 4 } }),
        ("with tuners writing the whole text (process.shaping=1)",
            s => s with { Process = s.Process with { Shaping = 1 } }),
        ("with attendance of a quarter (people.attendance=0.25)",
            s => s with { People = s.People with { Attendance = 0.25 } }),
    ];

    /// <param name="begins">Told each change before its runs.</param>
    /// <param name="answered">Called after each answer a circle gives; may throw to end it.</param>
    /// <returns>A sentence, also where the federation is too large to try.</returns>
    public static string Find(
        World world, double harm, double bestOther, Func<Scenario, World> open, Action<string>? begins = null,
        Action? answered = null)
    {
        if (world.Plan.Circles > CirclesMax)
            return $"Not looked for: {Changes.Length} changes of an assumption would each take "
                + $"{1 + OtherRules.Count} further runs of these {world.Plan.Circles:#,0} circles; up to "
                + $"{CirclesMax:#,0} circles they are run.";
        var smallest = world.Scenario.Measure.SmallestHarm;
        var now = Verdict(harm, bestOther, smallest);
        foreach (var (words, change) in Changes)
        {
            begins?.Invoke(words);
            var changed = open(change(world.Scenario));
            var register = new Reference(changed) { Answered = answered }.Run();
            if (register.Settled.FirstOrDefault() is not { } settled) continue;
            var outcome = Outcomes.Of(changed, register).Decisions[0];
            var other = OtherRules.Of(changed, settled, open, null, answered).Min(rule => rule.Harm);
            if (Verdict(outcome.HarmMean, other, smallest) == now) continue;
            return $"{char.ToUpperInvariant(words[0])}{words[1..]} consent's harm is {outcome.HarmMean:0.###} "
                + $"against {other:0.###} under the best other rule; here it is {harm:0.###} against "
                + $"{bestOther:0.###}.";
        }

        return $"None of {Changes.Length} single changes tried turned it round: consent's harm stays "
            + $"{Words(now)} the best other rule's.";
    }

    private static int Verdict(double harm, double other, double smallest) =>
        Math.Abs(harm - other) < smallest ? 0 : harm < other ? -1 : 1;

    private static string Words(int verdict) => verdict switch
    {
        < 0 => "below",
        > 0 => "above",
        _ => "as high as",
    };
}
