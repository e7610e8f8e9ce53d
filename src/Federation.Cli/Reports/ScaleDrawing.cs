using Federation.Cli.Views;
using Federation.Governance.Spaces;

namespace Federation.Cli.Reports;

/// <summary>One dimension as a scale from end to end: where the text began and where it came to
/// rest.</summary>
internal static class ScaleDrawing
{
    private const int Width = 640, Left = 20, Right = 620, Axis = 58;

    // The two ends have a line each, so neither is cut before it fills the drawing.
    private const int EndLettersMax = 72;

    public static void Write(Html html, Dimension dimension, double proposed, double decided) =>
        html.Drawing(
        $"{dimension.Name}: proposed {Say.Value(proposed, dimension.Unit)}, decided "
            + $"{Say.Value(decided, dimension.Unit)}",
        Width, 130, drawing =>
        {
            var (from, to) = (At(dimension, proposed), At(dimension, decided));
            drawing.Label(Left, 16, dimension.Name, kind: "strong");
            drawing.Raw(
                $"<line x1=\"{Left}\" y1=\"{Axis}\" x2=\"{Right}\" y2=\"{Axis}\" class=\"axis\"/>");
            drawing.Raw(
                $"<line x1=\"{from:0.#}\" y1=\"{Axis}\" x2=\"{to:0.#}\" y2=\"{Axis}\" "
                + $"class=\"move\"/>");
            drawing.Raw($"<circle cx=\"{from:0.#}\" cy=\"{Axis}\" r=\"6\" class=\"before\"/>");
            drawing.Raw($"<circle cx=\"{to:0.#}\" cy=\"{Axis}\" r=\"8\" class=\"after\"/>");
            drawing.Label(
                from, 40, $"proposed {Say.Value(proposed, dimension.Unit)}", Anchor(from));
            drawing.Label(
                to, 82, $"decided {Say.Value(decided, dimension.Unit)}", Anchor(to), "strong");
            drawing.Label(
                Left, 104, End(dimension.Low, dimension.Unit, dimension.LowText), kind: "quiet");
            drawing.Label(
                Right, 122, End(dimension.High, dimension.Unit, dimension.HighText), "end",
                "quiet");
        });

    private static double At(Dimension dimension, double units) =>
        Left + (Math.Clamp(dimension.ToCoordinate(units), 0, 1) * (Right - Left));

    private static string Anchor(double x) => x < 120 ? "start" : x > 520 ? "end" : "middle";

    private static string End(double value, string unit, string text)
    {
        var figure = Say.Value(value, unit);
        var told = text.Length == 0 ? figure : $"{figure}: {text}";
        return told.Length <= EndLettersMax ? told : told[..(EndLettersMax - 1)] + "…";
    }
}
