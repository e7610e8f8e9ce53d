using System.Net;
using System.Text;

namespace Federation.Cli.Reports;

/// <summary>Builds a page; text goes in escaped, and control letters do not go in at all.</summary>
internal sealed class Html
{
    private readonly StringBuilder _page = new();

    /// <summary>Markup of our own; never a text from outside.</summary>
    public void Raw(string markup) => _page.Append(markup);

    public void Element(string name, string text, string kind = "") =>
        _page.Append(
            $"<{name}{(kind.Length > 0 ? $" class=\"{kind}\"" : "")}>{Escape(text)}</{name}>\n");

    public void Table(
        string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        _page.Append($"<div class=\"scroll\"><table><caption>{Escape(caption)}</caption>");
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
            _page.Append($"<tr><th scope=\"row\">{Escape(row[0])}</th>");
            foreach (var cell in row.Skip(1)) _page.Append($"<td>{Escape(cell)}</td>");
            _page.Append("</tr>");
        }

        _page.Append("</tbody></table></div>\n");
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

    public static string Escape(string text) => WebUtility.HtmlEncode(
        text.Any(char.IsControl) ? new string(
            [.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]) : text);

    public override string ToString() => _page.ToString();
}
