using System.Text.Json;
using Federation.Governance.Circles;
using Federation.Society.Scenarios;

namespace Federation.Storage.Scenarios;

/// <summary>Domains in a resolved scenario: written and read back.</summary>
internal static class DomainParts
{
    public static void Write(Utf8JsonWriter json, Allotment allotment)
    {
        json.WriteStartObject();
        json.WriteString("circle", allotment.Circle);
        json.WriteString("level", allotment.Level);
        ScenarioWriter.Numbers(json, "dimensions", allotment.Dimensions.Select(index => (double)index));
        Write(json, allotment.Bounds);
        json.WriteString("affects", allotment.Affects);
        json.WriteNumber("latitude", allotment.Latitude);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, DomainChange change)
    {
        json.WriteStartObject("domain");
        json.WriteString("operation", $"{change.Operation}");
        json.WriteString("circle", change.Circle.Path);
        ScenarioWriter.Numbers(json, "dimensions", change.Dimensions.Select(index => (double)index));
        Write(json, change.Bounds);
        json.WriteNumber("latitude", change.Latitude);
        json.WriteEndObject();
    }

    public static Allotment Allotment(JsonElement json) => new(
        ScenarioParts.Text(json, "circle"), ScenarioParts.Text(json, "level"),
        ScenarioParts.Ints(json, "dimensions"), Bounds(json), ScenarioParts.Text(json, "affects"),
        json.GetProperty("latitude").GetDouble());

    /// <summary>The change in a matter; null where there is none.</summary>
    public static DomainChange? Change(JsonElement matter) => !matter.TryGetProperty("domain", out var json) ? null
        : new DomainChange(
            Enum.Parse<Operation>(ScenarioParts.Text(json, "operation")),
            new CircleId(ScenarioParts.Text(json, "circle")), ScenarioParts.Ints(json, "dimensions"),
            Bounds(json), json.GetProperty("latitude").GetDouble());

    private static void Write(Utf8JsonWriter json, Governance.Spaces.Bounds bounds)
    {
        ScenarioWriter.Numbers(json, "low", ScenarioWriter.Coordinates(bounds.Low));
        ScenarioWriter.Numbers(json, "high", ScenarioWriter.Coordinates(bounds.High));
    }

    private static Governance.Spaces.Bounds Bounds(JsonElement json) =>
        new(ScenarioParts.Point(json, "low"), ScenarioParts.Point(json, "high"));
}
