using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Governance.Circles;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>A scenario with every key resolved, as canonical JSON.</summary>
/// <remarks>
/// What silos are sent, what run.json keeps and what the genesis is hashed from. Keys have one
/// order, numbers are the shortest that read back exactly, positions are coordinates, and nothing
/// depends on culture, machine or the file the scenario came from: equal scenarios give equal text.
/// </remarks>
public static class ResolvedScenario
{
    private static readonly JsonWriterOptions Canonical =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false };

    public static string ToJson(Scenario scenario)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, Canonical)) ScenarioWriter.Write(json, scenario);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <exception cref="ScenarioException">The text is not what <see cref="ToJson"/>
    /// writes.</exception>
    public static Scenario FromJson(string json)
    {
        const string source = "resolved scenario";
        try
        {
            using var document = JsonDocument.Parse(json);
            var scenario = ScenarioParts.Read(document.RootElement, new Problems(source));
            foreach (var matter in scenario.Agenda) RequirePaths(matter);
            return scenario;
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException
            or KeyNotFoundException or FormatException or ArgumentException or OverflowException)
        {
            throw Problems.Fatal(
                source, 0, 0, $"It is not a resolved scenario: {bad.Message.TrimEnd('.')}",
                "It was changed or comes from another version; run the scenario file again");
        }
    }

    /// <exception cref="ArgumentException">It names a circle by what is no path.</exception>
    private static void RequirePaths(Matter matter)
    {
        _ = new CircleId(matter.Circle);
        if (matter.Affects.Length > 0) _ = new CircleId(matter.Affects);
    }
}
