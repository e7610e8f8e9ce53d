using Federation.Cli.Terminals;
using Federation.Society.Scenarios;

namespace Federation.Cli.Views;

/// <summary>A scenario that is in order: what it will do.</summary>
internal static class ScenarioView
{
    public static void Write(Page page, Scenario scenario)
    {
        page.Heading($"{scenario.Name} is in order.");
        if (scenario.About.Length > 0) page.Line(scenario.About);
        page.Facts(("seed", $"{scenario.Seed}"), ("rule", scenario.Rule), ("federation", Federation(scenario.Federation)));
        page.Heading("Dimensions");
        page.Table(["dimension", "from", "to", "status quo"], [.. scenario.Space.Dimensions.Select((dimension, i) => new[]
        {
            dimension.Name, Say.Value(dimension.Low, dimension.Unit), Say.Value(dimension.High, dimension.Unit),
            Say.Value(dimension.ToUnits(scenario.StatusQuo[i]), dimension.Unit),
        })]);
        page.Heading("Agenda");
        foreach (var matter in scenario.Agenda)
        {
            page.Line($"{matter.Id}. {matter.Title} (day {matter.Day}, {matter.Circle}, for {Say.Days(matter.TermDays)})");
            foreach (var index in matter.Dimensions)
            {
                var dimension = scenario.Space.Dimensions[index];
                page.Line($"   {dimension.Name}: {Say.Value(dimension.ToUnits(matter.Position[index]), dimension.Unit)}");
            }
        }
    }

    private static string Federation(FederationShape shape) => shape switch
    {
        FederationShape.Planet planet => $"the planet down to {planet.Scale}",
        FederationShape.Tree tree => $"a tree of {tree.Levels.Length} levels: {string.Join(", ", tree.Levels)}",
        FederationShape.Inline inline => $"{Count(inline.Root):#,0} circles under {inline.Root.Name}",
        _ => shape.GetType().Name,
    };

    private static int Count(InlineCircle circle) => 1 + circle.Children.Sum(Count);
}
