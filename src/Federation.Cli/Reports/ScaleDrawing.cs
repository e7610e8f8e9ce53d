using Federation.Cli.Views;
using Federation.Governance.Spaces;

namespace Federation.Cli.Reports;

/// <summary>One dimension as a scale from end to end: where the text began and where it came to
/// rest. Drawn with the page's own boxes, so that its letters keep their size on a phone.</summary>
internal static class ScaleDrawing
{
    public static void Write(Html html, Dimension dimension, double proposed, double decided)
    {
        var (from, to) = (At(dimension, proposed), At(dimension, decided));
        var (before, after) = (Say.Value(proposed, dimension.Unit), Say.Value(decided, dimension.Unit));
        html.Raw("<div class=\"scale\">");
        html.Element("h3", dimension.Name);
        html.Raw($"<div class=\"track\" role=\"img\" aria-label=\"{Html.Escape(
            $"{dimension.Name}: proposed {before}, decided {after}")}\">"
            + $"<i class=\"move\" style=\"left:{Math.Min(from, to):0.#}%;width:{Math.Abs(to - from):0.#}%\"></i>"
            + $"<i class=\"before\" style=\"left:{from:0.#}%\"></i>"
            + $"<i class=\"after\" style=\"left:{to:0.#}%\"></i></div>");
        html.Raw($"<p class=\"signs\"><span><i class=\"before\"></i> proposed {Html.Escape(before)}</span> "
            + $"<strong><i class=\"after\"></i> decided {Html.Escape(after)}</strong></p><p class=\"ends\">");
        html.Element("span", End(dimension.Low, dimension.Unit, dimension.LowText));
        html.Element("span", End(dimension.High, dimension.Unit, dimension.HighText));
        html.Raw("</p></div>\n");
    }

    /// <summary>Per cent of the way from the low end to the high one.</summary>
    private static double At(Dimension dimension, double units) =>
        100 * Math.Clamp(dimension.ToCoordinate(units), 0, 1);

    private static string End(double value, string unit, string text)
    {
        var figure = Say.Value(value, unit);
        return text.Length == 0 ? figure : $"{figure}: {text}";
    }
}
