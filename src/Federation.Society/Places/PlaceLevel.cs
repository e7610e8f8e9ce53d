namespace Federation.Society.Places;

/// <summary>The levels of the planet, outermost first; scenarios write them in lower
/// case.</summary>
internal enum PlaceLevel
{
    World,
    Region,
    Subregion,
    Country,
    Subdivision,
    City,
    Neighbourhood,
}

internal static class PlaceLevels
{
    private static readonly string[] Words =
        ["world", "region", "subregion", "country", "subdivision", "city", "neighbourhood"];

    private static readonly string[] Scales =
        ["", "", "", "countries", "subdivisions", "cities", "neighbourhoods"];

    public static string Word(this PlaceLevel level) => Words[(int)level];

    /// <summary>The deepest level of a scale, e.g. City for "cities".</summary>
    /// <exception cref="InvalidFederationException">There is no such scale.</exception>
    public static PlaceLevel OfScale(string scale) =>
        Array.IndexOf(Scales, scale) is var index and >= (int)PlaceLevel.Country
            ? (PlaceLevel)index
            : throw new InvalidFederationException(
                $"No scale '{scale}'; there are: {string.Join(", ", Scales[3..])}.");
}
