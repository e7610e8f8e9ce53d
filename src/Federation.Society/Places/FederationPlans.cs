using Federation.Society.Scenarios;

namespace Federation.Society.Places;

/// <summary>The plan of a scenario's federation.</summary>
public static class FederationPlans
{
    /// <param name="planet">Asked only when the federation is the planet.</param>
    /// <exception cref="InvalidFederationException">The shape contradicts itself; says
    /// where.</exception>
    public static FederationPlan From(FederationShape shape, Func<PlanetData> planet)
    {
        ArgumentNullException.ThrowIfNull(planet);
        return shape switch
        {
            FederationShape.Planet real => new PlanetPlan(planet(), real),
            FederationShape.Tree tree => new TreePlan(tree),
            FederationShape.Inline inline => new InlinePlan(inline),
            _ => throw new InvalidFederationException("There is no federation to plan."),
        };
    }
}
