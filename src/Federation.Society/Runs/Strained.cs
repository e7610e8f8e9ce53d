using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.People;
using Federation.Society.Scenarios;

namespace Federation.Society.Runs;

/// <summary>Counts who strained a run, and compares its decisions with the run of the same seed without.</summary>
public static class Strained
{
    /// <summary>The other run costs as much as the run itself: beyond this many circles nothing is said.</summary>
    public const long CirclesMax = 5_000;

    /// <param name="answered">Called after each answer a circle gives in the other run; may throw to end it.</param>
    /// <returns>Null where nothing strains the run, or it is too large to be held twice.</returns>
    public static StrainOutcome? Of(
        World world, RunOutcome run, Func<Scenario, World> open, Action? answered = null)
    {
        var scenario = world.Scenario;
        if (!(scenario.Attacks.Any || scenario.People.Overload > 0) || world.Plan.Circles > CirclesMax) return null;
        var clean = open(scenario with
        {
            Attacks = new AttackOptions { Target = scenario.Attacks.Target, Delta = scenario.Attacks.Delta },
            People = scenario.People with { Overload = 0 },
        });
        var reference = new Reference(clean) { Answered = answered };
        var other = Outcomes.Of(clean, reference.Run());
        var decisions = run.Decisions.Select(one => Compare(
            world, one, other.Decisions.First(same => same.Id == one.Id)));
        return Count(world) with
        {
            MostSeats = MostSeats(clean, reference),
            Decisions = [.. decisions],
        };
    }

    private static StrainedDecision Compare(World world, DecisionOutcome strained, DecisionOutcome clean)
    {
        var (attacks, facets) = (world.Scenario.Attacks, new Facets(strained.Dimensions, world.StatusQuo));
        var target = Point.Filled(strained.Dimensions.Length, attacks.Target);
        var (text, other) = (facets.Of(strained.Decided), facets.Of(clean.Decided));
        var (fromClean, fromTarget) = (text.DistanceTo(other), text.DistanceTo(target));
        var outcome = strained.Outcome != "adopted" ? clean.Outcome == "adopted" ? "paralysed" : "clean"
            : fromTarget <= attacks.Delta && other.DistanceTo(target) > attacks.Delta ? "captured"
            : fromClean > attacks.Delta ? "deviated"
            : "clean";
        return new StrainedDecision(strained.Id, outcome, fromClean, fromTarget);
    }

    private static StrainOutcome Count(World world)
    {
        var by = new long[(int)Conduct.Manipulates + 1];
        var (leaving, circles, ruled) = (0L, 0L, 0L);
        foreach (var planned in world.Plan.All())
        {
            var here = world.Of(planned.Id);
            if (here.Strain is not SimulatedStrain strain) continue;
            if (strain.IsCaptured) circles++;
            if (strain.RulesInvalid) ruled++;
            if (!planned.IsLeaf) continue;
            by[(int)Conduct.Fake] += strain.Fakes.Length;
            foreach (var voice in Voices.All(new Circle { Id = planned.Id }, here, 0))
            {
                by[(int)strain.Heard(voice).Conduct]++;
                if (strain.Leaves(voice.Person)) leaving++;
            }
        }

        return new StrainOutcome(
            by[(int)Conduct.Captured], by[(int)Conduct.Blocks], by[(int)Conduct.Exaggerates],
            by[(int)Conduct.Manipulates], leaving, by[(int)Conduct.Fake], circles, ruled, 0, []);
    }

    private static int MostSeats(World world, Reference reference)
    {
        var seats = new Dictionary<PersonId, int>();
        foreach (var (id, circle) in reference.Circles)
            foreach (var voice in Voices.All(circle, world.Of(id), 0))
                seats[voice.Person] = seats.GetValueOrDefault(voice.Person) + 1;
        return seats.Count == 0 ? 0 : seats.Values.Max();
    }
}
