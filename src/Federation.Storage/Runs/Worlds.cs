using Federation.Governance.Circles;
using Federation.Society.People;
using Federation.Society.Places;
using Federation.Society.Runs;
using Federation.Society.Scenarios;
using Federation.Storage.Planet;
using Federation.Storage.Scenarios;

namespace Federation.Storage.Runs;

/// <summary>From a scenario to its world: the plan with its data, and the genesis of the run.</summary>
public static class Worlds
{
    /// <exception cref="UnknownCircleException">The agenda names a circle the plan does not have.</exception>
    /// <exception cref="InvalidFederationException">It removes somebody who is not there, or districts are of a level
    /// no circle has.</exception>
    public static World Open(Scenario scenario)
    {
        var plan = FederationPlans.From(scenario.Federation, PlanetFiles.Load);
        foreach (var matter in scenario.Agenda)
        {
            var circle = plan.Find(new CircleId(matter.Circle));
            var members = circle.IsLeaf ? circle.People
                : circle.Children.Length * Practices.Of(scenario).Links.People;
            if (matter.Removes > members)
                throw new InvalidFederationException(
                    $"agenda.{matter.Id}.removes names member {matter.Removes} of {circle.Id}, where "
                    + (circle.IsLeaf ? $"{members} people live."
                        : $"{circle.Children.Length} circles below have {members} link persons."));
            if (matter.Affects.Length > 0) plan.Find(new CircleId(matter.Affects));
            foreach (var touched in matter.Touches) plan.Find(new CircleId(touched));
        }

        var level = scenario.Rules.Districts;
        if (level.Length > 0 && plan.All().All(circle => circle.Level != level))
            throw new InvalidFederationException(
                $"rules.districts names the level '{level}', which no circle has; there are "
                + $"{string.Join(", ", plan.All().Select(circle => circle.Level).Distinct())}.");

        var data = scenario.Federation is FederationShape.Planet ? PlanetFiles.Hash : "";
        var genesis = Genesis.Of(
            ResolvedScenario.ToJson(scenario), scenario.Seed, scenario.Replication, data);
        return new World(scenario, plan, genesis);
    }
}
