using System.Text;
using System.Text.Json;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>The description of the model by the ODD protocol, docs/odd.md, with its table of parameters made from the
/// table of keys.</summary>
/// <remarks>The text is kept in the program as well, so that a run can be exported with it.</remarks>
public static class OddProtocol
{
    private const string Begin = "<!-- parameters -->\n", End = "<!-- end of parameters -->";

    /// <summary>The document as it should stand in the repository.</summary>
    public static string Text() => With(Table(ScenarioGuide.Default, "Default"));

    /// <summary>The document with the values of one run beside the defaults.</summary>
    public static string Of(Scenario run)
    {
        using var resolved = JsonDocument.Parse(ResolvedScenario.ToJson(run));
        return With(Table(
            key => $"{ScenarioGuide.Default(key)} | {Value(resolved.RootElement, key.Path)}", "Default | This run"));
    }

    private static string With(string table)
    {
        using var stream = typeof(OddProtocol).Assembly.GetManifestResourceStream("odd.md")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd().Replace("\r", "", StringComparison.Ordinal);
        var (from, to) = (
            text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        return text[..from] + table + text[to..];
    }

    private static string Table(Func<ScenarioKey, string> value, string heading)
    {
        var table = new StringBuilder();
        var columns = heading.Split('|').Length;
        table.Append($"\n| Parameter | {heading} | Range or words | Unit | Meaning |\n|---|");
        table.Insert(table.Length, "---|", columns + 3).Append('\n');
        foreach (var key in ScenarioKeys.All)
            table.Append($"| `{key.Path}` | {value(key)} | {ScenarioGuide.Allowed(key)} | {key.Unit} | "
                + $"{ScenarioGuide.Meaning(key)} |\n");
        return table.Append('\n').ToString();
    }

    /// <summary>What the resolved scenario has at a path; empty for elements of lists, which are written out by
    /// themselves.</summary>
    private static string Value(JsonElement at, string path)
    {
        foreach (var part in path.Split('.'))
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part, out at)) return "";
        var text = at.ValueKind == JsonValueKind.String ? at.GetString()! : at.GetRawText();
        text = text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
        return text.Length == 0 ? "" : $"`{text}`";
    }
}
