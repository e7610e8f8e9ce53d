using System.Collections;
using System.Text;

namespace Federation.Storage.Scenarios;

/// <summary>The guide's page about scenario files, made from the table of keys.</summary>
/// <remarks>Kept as docs/guide/scenario.md; <c>federation scenario check FILE</c> applies the same
/// rows.</remarks>
public static class ScenarioGuide
{
    /// <summary>The page as Markdown.</summary>
    public static string Text()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Scenario files

            A scenario is one YAML file, UTF-8, at most 1 MB. `federation scenario new FILE` writes one to
            begin with and `federation scenario check FILE` tells everything that is wrong with it.
            `--set key=value` overrides any key for one run; list positions count from 1, as in
            `--set agenda.1.term="90 days"`. Unknown keys are errors. Anchors, aliases and tags are not used.
            The same table as a JSON Schema: [scenario.schema.json](../scenario.schema.json).

            Positions are written in each dimension's own unit. Tolerance, spread and latitude are shares of a
            dimension's whole range, so that one number fits every dimension. A year has 365 days, a month a
            twelfth of it.

            This page is generated from the table in `Federation.Storage/Scenarios`; the defaults are those of
            the program. They are assumptions unless a source is named.

            """);
        foreach (var section in ScenarioKeys.All.GroupBy(Section))
        {
            page.Append(
                $"\n## {section.Key}\n\n| Key | Default | Range or words | Unit | Meaning "
                + $"|\n|---|---|---|---|---|\n");
            foreach (var key in section)
                page.Append(
                    $"| `{key.Path}` | {Default(key)} | {Allowed(key)} | {key.Unit} | "
                    + $"{Meaning(key)} |\n");
        }

        return page.ToString().Replace("\r", "", StringComparison.Ordinal);
    }

    private static string Section(ScenarioKey key) => key.Path.IndexOf('.') is > 0 and var cut
        ? key.Path[..cut].Replace("[]", "", StringComparison.Ordinal)
        : key.Path == "statusQuo" ? "space" : "the scenario";

    internal static string Default(ScenarioKey key) =>
        key.Required ? "required" : key.Default is null or "" ? "" : $"`{Show(key.Default)}`";

    internal static string Allowed(ScenarioKey key) => key.Kind switch
    {
        KeyKind.Choice => string.Join(", ", key.Words.Select(word => $"`{word}`")),
        KeyKind.Choices => "a list of " + string.Join(", ", key.Words.Select(word => $"`{word}`")),
        KeyKind.Text => double.IsFinite(key.High) ? $"at most {key.High} letters" : "",
        KeyKind.Wholes or KeyKind.Numbers => $"a list, each {key.Range}",
        KeyKind.NumbersByName when Math.Abs(key.High) > 1e9 => "a number within the dimension",
        KeyKind.NumbersByName => $"each {key.Range}",
        KeyKind.Seed => "0 to 2^64 - 1",
        KeyKind.Segment => "lower-case letters, digits, hyphens",
        KeyKind.Circle => "a circle's path",
        KeyKind.Term => $"{key.Range} days; `90 days`, `12 months`",
        KeyKind.Texts or KeyKind.Segments or KeyKind.Circles => "a list",
        _ when Math.Abs(key.High) > 1e11 => "a number",
        _ => key.Range,
    };

    internal static string Meaning(ScenarioKey key) =>
        key.Only.IsEmpty ? key.Meaning
            : $"{key.Meaning} Only with kind {string.Join(", ", key.Only)}.";

    private static string Show(object value) => value switch
    {
        IReadOnlyDictionary<string, double> byName =>
            string.Join(", ", byName.Select(entry => $"{entry.Key}: {entry.Value}")),
        string text => text,
        IEnumerable list => "[" + string.Join(", ", list.Cast<object>()) + "]",
        _ => $"{value}",
    };
}
