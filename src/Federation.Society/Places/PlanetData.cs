using System.Collections.Immutable;

namespace Federation.Society.Places;

/// <summary>What is known of the planet: the rows of the data files, nothing computed.</summary>
public sealed record PlanetData(
    ImmutableArray<Region> Regions,
    ImmutableArray<Country> Countries,
    ImmutableArray<Subdivision> Subdivisions,
    ImmutableArray<City> Cities);

/// <summary>A region of the United Nations' standard M49.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Parent">The code of the region around it; empty for the world.</param>
/// <param name="Kind">"world", "region", "subregion" or "intermediate".</param>
public sealed record Region(string Code, string Name, string Parent, string Kind);

/// <summary>A country or territory of ISO 3166-1.</summary>
/// <param name="Region">The code of the innermost region it lies in.</param>
/// <param name="Population">Inhabitants, 2018.</param>
public sealed record Country(
    string Iso2, string Iso3, string M49, string Name, string Region, Direction At,
    long Population);

/// <summary>A subdivision of ISO 3166-2; those of one country do not overlap.</summary>
/// <param name="EnglishName">Empty when <paramref name="Name"/> serves.</param>
/// <param name="Population">Inhabitants, modelled so that they add up to the country's.</param>
public sealed record Subdivision(
    string Code, string Country, string Name, string EnglishName, Direction At, long Population);

/// <summary>A city, town or village.</summary>
/// <param name="GeonameId">Its number at GeoNames.</param>
/// <param name="Ascii">Its name in ASCII; empty when <paramref name="Name"/> is.</param>
/// <param name="Subdivision">Empty when not known.</param>
/// <param name="Population">Inhabitants; in a few places cities add up to more than their
/// country.</param>
public sealed record City(
    string GeonameId, string Name, string Ascii, string Country, string Subdivision, Direction At,
    long Population, bool IsCapital);
