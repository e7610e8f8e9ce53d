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

        if (scenario.Rules.Districts.Length > 0) Known(plan, "rules.districts", scenario.Rules.Districts);
        if (scenario.Breaker.Any) Known(plan, "breaker.forecastLevel", scenario.Breaker.ForecastLevel);
        var data = scenario.Federation is FederationShape.Planet ? PlanetFiles.Hash : "";
        var genesis = Genesis.Of(
            ResolvedScenario.ToJson(scenario), scenario.Seed, scenario.Replication, data);
        return new World(scenario, plan, genesis);
    }

    private static void Known(FederationPlan plan, string key, string level)
    {
        if (plan.All().Any(circle => circle.Level == level)) return;
        throw new InvalidFederationException(
            $"{key} names the level '{level}', which no circle has; there are "
            + $"{string.Join(", ", plan.All().Select(circle => circle.Level).Distinct())}.");
    }
}
