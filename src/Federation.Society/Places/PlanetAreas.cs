using System.Collections.Immutable;

namespace Federation.Society.Places;

/// <summary>The named places as one tree: world, regions, countries, subdivisions,
/// cities.</summary>
/// <remarks>
/// M49's intermediate regions count as subregions. A country without inhabited subdivisions has its
/// cities directly below it; a city without a subdivision belongs to its country's nearest one.
/// </remarks>
internal sealed class PlanetAreas
{
    private readonly Dictionary<string, List<Area>> _below = new(StringComparer.Ordinal);

    /// <exception cref="InvalidFederationException">A row names a place that no other row has, or
    /// there is not exactly one world.</exception>
    public PlanetAreas(PlanetData data)
    {
        var countries = AddCountries(data);
        AddSubdivisions(data, countries);
        AddCities(data, countries);
        World = RegionsOf(data);
    }

    public Area World { get; }

    public IReadOnlyList<Area> Below(Area area) => _below.GetValueOrDefault(area.Code) ?? [];

    private Dictionary<string, Country> AddCountries(PlanetData data)
    {
        var regions = data.Regions.Select(region => region.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var country in data.Countries)
        {
            if (!regions.Contains(country.Region))
                throw Dangling("Country", country.Iso2, "region", country.Region);
            Add($"m49:{country.Region}", new Area(
                $"iso:{country.Iso2}", country.Iso2, PlaceLevel.Country, country.Name,
                Segments.BeforeQualifier(country.Name), country.At, country.Population));
        }

        return data.Countries.ToDictionary(country => country.Iso2, StringComparer.Ordinal);
    }

    private void AddSubdivisions(PlanetData data, Dictionary<string, Country> countries)
    {
        foreach (var subdivision in data.Subdivisions)
        {
            if (!countries.ContainsKey(subdivision.Country))
                throw Dangling("Subdivision", subdivision.Code, "country", subdivision.Country);
            if (subdivision.Population == 0) continue;
            var name = subdivision.EnglishName is { Length: > 0 } english
                ? english
                : subdivision.Name;
            Add($"iso:{subdivision.Country}", new Area(
                $"iso:{subdivision.Code}", subdivision.Code, PlaceLevel.Subdivision, name,
                Segments.BeforeQualifier(name), subdivision.At, subdivision.Population));
        }
    }

    private void AddCities(PlanetData data, Dictionary<string, Country> countries)
    {
        var subdivisions = _below.Values.SelectMany(areas => areas)
            .Where(area => area.Level == PlaceLevel.Subdivision)
            .Select(area => area.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var city in data.Cities)
        {
            if (!countries.ContainsKey(city.Country))
                throw Dangling("City", city.GeonameId, "country", city.Country);
            var area = new Area(
                $"geonames:{city.GeonameId}", city.GeonameId, PlaceLevel.City, city.Name,
                city.Ascii.Length > 0 ? city.Ascii : city.Name, city.At, city.Population);
            Add(subdivisions.Contains(city.Subdivision)
                ? $"iso:{city.Subdivision}"
                : NearestSubdivision(city) ?? $"iso:{city.Country}", area);
        }
    }

    private string? NearestSubdivision(City city) =>
        _below.GetValueOrDefault($"iso:{city.Country}") is { } below
        && below[0].Level == PlaceLevel.Subdivision
            ? Nearness.Nearest(city.At, below).Code
            : null;

    private Area RegionsOf(PlanetData data)
    {
        var parents = data.Regions.ToLookup(region => region.Parent, StringComparer.Ordinal);
        return parents[""].ToList() is [{ Kind: "world" } world]
            ? Gather(world)
            : throw new InvalidFederationException(
                "Exactly one region must be the world and have no parent.");

        Area Gather(Region region)
        {
            var code = $"m49:{region.Code}";
            foreach (var inner in parents[region.Code]) Add(code, Gather(inner));
            var below = _below.GetValueOrDefault(code) ?? [];
            var at = Direction.MeanOf([.. below.Select(area => (area.At, area.Population))]);
            return new Area(code, region.Code, LevelOf(region), region.Name, region.Name, at,
                below.Sum(area => area.Population));
        }
    }

    private static PlaceLevel LevelOf(Region region) => region.Kind switch
    {
        "world" => PlaceLevel.World,
        "region" => PlaceLevel.Region,
        "subregion" or "intermediate" => PlaceLevel.Subregion,
        var kind => throw new InvalidFederationException(
            $"Region {region.Code} is of unknown kind '{kind}'."),
    };

    private void Add(string outer, Area area)
    {
        if (!_below.TryGetValue(outer, out var areas)) _below.Add(outer, areas = []);
        areas.Add(area);
    }

    private static InvalidFederationException Dangling(
        string what, string code, string level, string missing) =>
        new($"{what} {code} lies in {level} '{missing}', which the data does not have.");
}
