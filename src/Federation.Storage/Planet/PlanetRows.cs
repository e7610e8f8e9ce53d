using Federation.Society.Places;

namespace Federation.Storage.Planet;

/// <summary>What one row of each file says.</summary>
internal static class PlanetRows
{
    public static Region Region(PlanetTable row) =>
        new(row.Required("code"), row.Required("name"), row.Text("parent"), row.Required("kind"));

    public static Country Country(PlanetTable row) =>
        new(row.Required("iso2"), row.Required("iso3"), row.Text("m49"), row.Required("name"),
            row.Required("region"), Towards(row), row.Count("population"));

    public static Subdivision Subdivision(PlanetTable row) =>
        new(row.Required("code"), row.Required("country"), WithoutNote(row.Required("name")),
            WithoutNote(row.Text("name_en")), Towards(row), row.Count("population_estimate"));

    public static City City(PlanetTable row) =>
        new(row.Required("geoname_id"), row.Required("name"), row.Text("ascii"),
            row.Required("country"), row.Text("subdivision"), Towards(row),
            row.Count("population"), row.Text("capital") == "1");

    /// <summary>A few names carry the mark of a footnote of their source:
    /// "Île-de-France²".</summary>
    private static string WithoutNote(string name) => name.TrimEnd('²');

    private static Direction Towards(PlanetTable row) =>
        Directions.Of(row.Degrees("lat", 90), row.Degrees("lon", 180));
}
