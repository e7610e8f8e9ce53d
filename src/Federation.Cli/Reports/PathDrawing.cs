using Federation.Cli.Runs;
using Federation.Society.Scenarios;

namespace Federation.Cli.Reports;

/// <summary>How a matter climbed from the circle that raised it to the one that decided, and spread
/// below.</summary>
internal static class PathDrawing
{
    private const int Width = 400, Step = 46, BoxWidth = 220, BoxLeft = 90;

    public static void Write(Html html, DecisionReport decision, Scenario scenario)
    {
        var raised = scenario.Agenda.FirstOrDefault(matter => matter.Id == decision.Id)?.Circle
            ?? decision.Circle;
        var path = Chain(raised, decision.Circle);
        var objected = decision.Moments.Where(step => step.Kind == "objection")
            .Select(step => step.Circle).ToHashSet(StringComparer.Ordinal);
        html.Drawing(
            $"The path of the matter: {string.Join(", then ", path.AsEnumerable().Reverse())}",
            Width, (path.Count * Step) + 46, drawing =>
            {
                for (var i = 0; i < path.Count; i++) Box(
                    drawing, path, i, objected.Contains(path[i]));
                drawing.Label(BoxLeft + (BoxWidth / 2.0), (path.Count * Step) + 26,
                    $"{decision.CirclesAsked:#,0} circles asked below {Last(decision.Circle)}",
                    "middle", "quiet");
            });
        html.Raw("<details open=\"\"><summary>The same as a table</summary>");
        html.Table(
            "The path, from where it was raised", ["circle", "what it was"], path.AsEnumerable()
            .Reverse().Select(circle => new[]
        {
            circle, circle == decision.Circle ? decision.Outcome : circle == raised ? "raised here"
                : "passed on",
        }));
        html.Raw("</details>\n");
    }

    private static void Box(Html drawing, List<string> path, int i, bool objected)
    {
        var top = (i * Step) + 6;
        drawing.Raw(
            $"<rect x=\"{BoxLeft}\" y=\"{top}\" width=\"{BoxWidth}\" height=\"32\" rx=\"6\" "
            + $"class=\"{(i == 0 ? "owner" : "box")}\"/>");
        drawing.Label(
            BoxLeft + (BoxWidth / 2.0), top + 21, Last(path[i]), "middle", i == 0 ? "strong" : "");
        if (objected) drawing.Label(BoxLeft + BoxWidth + 10, top + 21, "objection", kind: "quiet");
        if (i == path.Count - 1) return;
        var middle = BoxLeft + (BoxWidth / 2.0);
        drawing.Raw(
            $"<line x1=\"{middle - 14}\" y1=\"{top + Step}\" x2=\"{middle - 14}\" "
            + $"y2=\"{top + 34}\" class=\"up\"/>");
        drawing.Raw(
            $"<line x1=\"{middle + 14}\" y1=\"{top + 34}\" x2=\"{middle + 14}\" "
            + $"y2=\"{top + Step}\" class=\"down\"/>");
    }

    /// <summary>From the deciding circle down to the raising one; only the two when they lie
    /// apart.</summary>
    private static List<string> Chain(string raised, string decided)
    {
        if (raised != decided && !raised.StartsWith(
            decided + "/", StringComparison.Ordinal)) return [decided, raised];
        var chain = new List<string>();
        for (var at = raised; at.Length > decided.Length; at = at[..at.LastIndexOf('/')]) chain.Add(
            at);
        chain.Add(decided);
        chain.Reverse();
        return chain;
    }

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];
}
