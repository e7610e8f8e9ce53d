using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Federation.Cli.Reports.Charts;

namespace Federation.Cli.Reports;

/// <summary>Builds a page; text goes in escaped, and control letters do not go in at all.</summary>
internal sealed partial class Html
{
    private static readonly JsonSerializerOptions Facts = new(JsonSerializerDefaults.Web);

    private readonly StringBuilder _page = new();

    public bool HasCharts { get; private set; }

    /// <summary>Markup of our own; never a text from outside.</summary>
    public void Raw(string markup) => _page.Append(markup);

    public void Element(string name, string text, string kind = "") =>
        _page.Append(
            $"<{name}{(kind.Length > 0 ? $" class=\"{kind}\"" : "")}>{Escape(text)}</{name}>\n");

    public void Table(
        string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        _page.Append($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Escape(caption)}\">"
            + $"<table><caption>{Escape(caption)}</caption>");
        if (columns.Any(column => column.Length > 0))
        {
            _page.Append("<thead><tr>");
            foreach (var column in columns) _page.Append(
                $"<th scope=\"col\">{Escape(column)}</th>");
            _page.Append("</tr></thead>");
        }

        _page.Append("<tbody>");
        foreach (var row in rows)
        {
            _page.Append($"<tr><th scope=\"row\">{Cell(row[0])}</th>");
            foreach (var cell in row.Skip(1)) _page.Append($"<td>{Cell(cell)}</td>");
            _page.Append("</tr>");
        }

        _page.Append("</tbody></table></div>\n");
    }

    /// <summary>A chart, how to read it, and a table of the same facts, folded away where there is a script.</summary>
    /// <param name="assumed">What the figures rest on, a sentence.</param>
    public void Figure(
        Chart chart, string title, string reading, string assumed, IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<string>> rows)
    {
        HasCharts = true;
        _page.Append(
            $"<figure data-kind=\"{chart.Kind}\"><figcaption><h3>{Escape(title)}</h3>"
            + $"<p>{Escape(reading)}</p></figcaption><div class=\"plot\" role=\"img\" "
            + $"aria-label=\"Chart: {Escape(title)}. The table below has the same facts.\">"
            + "</div><script type=\"application/json\">"
            // The serializer's own encoder leaves no letter that could end the element.
            + JsonSerializer.Serialize(chart, chart.GetType(), Facts) + "</script>");
        if (assumed.Length > 0) Element("p", $"Assumed: {assumed}", "assumed");
        _page.Append("<details open=\"\"><summary>The same as a table</summary>");
        Table(title, columns, rows);
        _page.Append("</details></figure>\n");
    }

    /// <summary>A drawing with its title for those who do not see it.</summary>
    public void Drawing(string title, int width, int height, Action<Html> draw)
    {
        _page.Append(
            $"<svg viewBox=\"0 0 {width} {height}\" role=\"img\" "
            + $"aria-label=\"{Escape(title)}\"><title>{Escape(title)}</title>");
        draw(this);
        _page.Append("</svg>\n");
    }

    public void Label(double x, double y, string text, string anchor = "start", string kind = "") =>
        _page.Append(
            $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" "
            + $"class=\"{kind}\">{Escape(text)}</text>");

    /// <summary>Paths may break after each circle; "km/h" does not.</summary>
    private static string Cell(string text) => BetweenCircles().Replace(Escape(text), "/<wbr/>");

    [GeneratedRegex("(?<=[a-z0-9-]{2})/(?=[a-z0-9-]{2})")]
    private static partial Regex BetweenCircles();

    public static string Escape(string text) => WebUtility.HtmlEncode(
        text.Any(char.IsControl) ? new string(
            [.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]) : text);

    public override string ToString() => _page.ToString();
}
