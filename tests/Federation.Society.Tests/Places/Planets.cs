using Federation.Governance.Circles;
using Federation.Society.Places;
using Federation.Society.Scenarios;
using Federation.Storage.Planet;

namespace Federation.Society.Tests.Places;

/// <summary>Plans of the real planet, each built once.</summary>
internal static class Planets
{
    public const long People = 7_598_435_845;

    public const string Nairobi =
        "world/africa/sub-saharan-africa/eastern-africa/ethiopia-area/kenya/"
        + "nairobi-county-area/nairobi-county/nairobi";

    private static readonly Lazy<PlanetPlan> CountriesOnce = new(() => Of("countries"));
    private static readonly Lazy<PlanetPlan> CitiesOnce = new(() => Of("cities"));
    private static readonly Lazy<PlanetPlan> UsualOnce = new(() => Of("neighbourhoods"));

    public static PlanetPlan Countries => CountriesOnce.Value;
    public static PlanetPlan Cities => CitiesOnce.Value;
    public static PlanetPlan Usual => UsualOnce.Value;

    public static PlanetPlan Of(
        string scale, long circles = 0, int childrenMax = 8, int members = 6,
        params string[] branch) =>
        new(PlanetFiles.Load(),
            new FederationShape.Planet(scale, circles, childrenMax, members, [.. branch]));

    /// <summary>Leaves reached by choosing a child at random at every step down.</summary>
    public static IEnumerable<PlannedCircle> RandomWayDown(FederationPlan plan, int seed)
    {
        var random = new Random(seed);
        var circle = plan.Find(plan.Root);
        yield return circle;
        while (!circle.IsLeaf)
        {
            circle = plan.Find(circle.Children[random.Next(circle.Children.Length)]);
            yield return circle;
        }
    }

    /// <summary>What holds between a circle and its children in every plan.</summary>
    public static void AssertAgrees(FederationPlan plan, PlannedCircle circle, int childrenMax)
    {
        Must(circle.Children.Length != 1 && circle.Children.Length <= childrenMax,
            "its children's number");
        Must(circle.IsLeaf == circle.People > 0, "people live in leaves and only there");
        Must(circle.Id.Parent is not { } above || plan.Find(above).Children.Contains(circle.Id),
            "its parent's children");
        var represented = 0L;
        foreach (var id in circle.Children)
        {
            var child = plan.Find(id);
            represented += child.Represented;
            Must(child.Id == id && child.Id.Parent == circle.Id, $"the parent of {id}");
            Must(child.Depth == circle.Depth + 1, $"the depth of {id}");
            Must(child.Represented > 0, $"whom {id} stands for");
            Must(child.Places.AsSpan(..circle.Places.Length).SequenceEqual(circle.Places.AsSpan()),
                $"the places of {id}");
        }

        Must(circle.IsLeaf || represented == circle.Represented, "the sum its children stand for");

        void Must(bool holds, string what)
        {
            if (!holds) Assert.Fail($"{circle.Id}: {what}.");
        }
    }

    public static CircleId Path(string path) => new(path);
}
