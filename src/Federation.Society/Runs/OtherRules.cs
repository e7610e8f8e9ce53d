using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
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
/// Each is a run of its own by the reference driver (docs/guide/rules.md). A federation too large for
/// that is estimated: everybody living in a leaf circle has one ballot and stands where they were first
/// drawn, nobody is strategic, all turn out, and the amended text is the one consent ended with. The texts
/// are uniform, so the price of differing from a neighbour is nought.
/// </remarks>
public static class OtherRules
{
    /// <summary>Runs cost a founding each: beyond this many circles the rules are estimated.</summary>
    public const long CirclesMax = 5_000;

    private static readonly (string Words, string Rule, string Amendable)[] Runs =
    [
        ("majority among fixed texts", "majority", "no"),
        ("majority with the same amendments", "majority", "yes"),
        ("decree by one person", "decree", "no"),
    ];

    /// <param name="open">From a scenario to its world.</param>
    public static ImmutableArray<RuleOutcome> Of(World world, Settlement settled, Func<Scenario, World> open)
    {
        if (world.Plan.Circles > CirclesMax) return Estimated(world, settled);
        var scenario = world.Scenario;
        var matter = scenario.Agenda.First(matter => matter.Id == settled.Taken.Proposal.Id);
        return [.. Runs.Select(run =>
        {
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
            var decided = Outcomes.Of(other, new Reference(other).Run()).Decisions[0];
            return new RuleOutcome(run.Words, decided.HarmMean, decided.OutsideTolerance, decided.Weeks.Mid);
        })];
    }

    private static ImmutableArray<RuleOutcome> Estimated(World world, Settlement settled)
    {
        var proposal = settled.Taken.Proposal;
        var statusQuo = world.Scenario.StatusQuo;
        var amended = settled.Spread?.Text ?? settled.Taken.Text;
        var brought = world.Agenda().First(raising => raising.Proposal.Id == proposal.Id);
        var rising = Math.Max(0, settled.Taken.Effort.LastDay.Mid - brought.Day);
        var ballot = world.Scenario.Cadence.BallotDays;
        var between = Majority(world, proposal.Dimensions, amended, proposal.Text);
        return
        [
            Outcome("majority among fixed texts",
                Majority(world, proposal.Dimensions, proposal.Text, statusQuo), rising + ballot),
            Outcome("majority with the same amendments",
                Majority(world, proposal.Dimensions, between, statusQuo), rising + (2 * ballot)),
            Outcome("decree by one person", Decree(world, proposal), 1),
        ];

        RuleOutcome Outcome(string rule, Point text, int days)
        {
            var reach = Uniform.Carried(world, text, proposal.Dimensions);
            return new RuleOutcome(
                rule, Outcomes.Mean(reach.Harm, reach.People),
                reach.People == 0 ? 0 : (double)reach.Outside / reach.People, days / 7.0);
        }
    }

    /// <summary>The challenger if more people are nearer to it than to the text that holds.</summary>
    private static Point Majority(World world, ImmutableArray<int> dimensions, Point challenger, Point holds)
    {
        var facets = new Facets(dimensions, world.Scenario.StatusQuo);
        var (forIt, against) = (0L, 0L);
        foreach (var leaf in world.Plan.All().Where(circle => circle.IsLeaf))
        {
            var here = world.Of(leaf.Id);
            foreach (var voice in Voices.All(new Circle { Id = leaf.Id }, here, 0))
            {
                var stand = facets.Of(here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief));
                var (near, far) = (stand.DistanceTo(facets.Of(challenger)), stand.DistanceTo(facets.Of(holds)));
                if (near < far) forIt++;
                else if (near > far) against++;
            }
        }

        return forIt > against ? challenger : holds;
    }

    /// <summary>What one person, drawn by lot from the circle that raised it, believes the whole needs.</summary>
    private static Point Decree(World world, Proposal proposal)
    {
        var home = world.Of(proposal.Origin);
        var whole = world.Of(world.Plan.Root);
        var facets = new Facets(proposal.Dimensions, world.Scenario.StatusQuo);
        if (home.Residents == 0) return facets.Whole(facets.Of(whole.Need));
        var ruler = Enumerable.Range(0, home.Residents).Select(home.Resident)
            .MaxBy(person => home.Lot(person.Person, proposal.Id))!;
        return facets.Whole(facets.Of(whole.Signal(ruler.Person, ruler.Skill, proposal.Id)));
    }
}
