using System.Security.Cryptography;
using System.Text;
using Federation.Cli.Reports.Charts;

namespace Federation.Cli.Reports;

/// <summary>One file that opens anywhere: no network, its pictures inline, its scripts only those whose hash the
/// page's own policy names, so that no text from outside can ever run.</summary>
/// <remarks>Without scripts everything but the charts is there, and their tables say the same.</remarks>
internal static class ReportPage
{
    public static string Write(string title, Action<Html> body)
    {
        var inside = new Html();
        body(inside);
        var scripts = inside.HasCharts ? Library.Scripts : [];
        var html = new Html();
        html.Raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
            + "<meta name=\"color-scheme\" content=\"light dark\">"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'"
            + (scripts.Count == 0 ? "" : $"; script-src {string.Join(' ', scripts.Select(Hash))}") + "\">");
        html.Element("title", title);
        html.Raw($"<style>{ReportStyle.Sheet}</style></head><body><main>{inside}</main>");
        foreach (var script in scripts) html.Raw($"<script>{script}</script>\n");
        html.Raw("</body></html>\n");
        return html.ToString();
    }

    private static string Hash(string script) =>
        $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'";
}
