using System.Collections.Immutable;
using Federation.Cli.Terminals;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Cli.Views;

/// <summary>A scenario that is in order: what it will do.</summary>
internal static class ScenarioView
{
    public static void Write(Page page, Scenario scenario, FederationPlan plan, ImmutableArray<string> findings)
    {
        page.Heading($"{scenario.Name} is in order.");
        if (scenario.About.Length > 0) page.Line(scenario.About.ReplaceLineEndings(" "));
        page.Facts(
            ("seed", $"{scenario.Seed}"), ("rule", scenario.Rule), (
            "federation", Federation(scenario.Federation)),
            ("circles", $"{plan.Circles:#,0}"),
            ("people", $"{plan.People:#,0} simulated, for {plan.Represented:#,0} represented"));
        page.Heading("Dimensions");
        page.Table(
            ["dimension", "from", "to", "status quo"],
            [.. scenario.Space.Dimensions.Select((dimension, i) => new[]
        {
            dimension.Name, Say.Value(dimension.Low, dimension.Unit), Say.Value(
                dimension.High, dimension.Unit),
            Say.Value(dimension.ToUnits(scenario.StatusQuo[i]), dimension.Unit),
        })]);
        Unclear(page, findings);
        page.Heading("Agenda");
        foreach (var matter in scenario.Agenda)
        {
            page.Line(
                $"{matter.Id}. {matter.Title} (day {matter.Day}, {matter.Circle}, for "
                + $"{Say.Days(matter.TermDays)})");
            foreach (var index in matter.Dimensions)
            {
                var dimension = scenario.Space.Dimensions[index];
                page.Line(
                    $"   {dimension.Name}: "
                    + $"{Say.Value(dimension.ToUnits(matter.Position[index]), dimension.Unit)}");
            }
        }
    }

    private static void Unclear(Page page, ImmutableArray<string> findings)
    {
        if (findings.IsEmpty) return;
        page.Heading("Unclear who decides");
        foreach (var finding in findings) page.Line($"{finding}.");
    }

    private static string Federation(FederationShape shape) => shape switch
    {
        FederationShape.Planet planet => $"the planet down to {planet.Scale}",
        FederationShape.Tree tree =>
            $"a tree of {tree.Levels.Length} levels: {string.Join(", ", tree.Levels)}",
        FederationShape.Inline inline => $"circles written out under {inline.Root.Name}",
        _ => shape.GetType().Name,
    };
}
