namespace Federation.Society.Places;

/// <summary>A named place of the planet, before it is decided whether it keeps a circle.</summary>
/// <param name="Code">As in <see cref="Place.Code"/>.</param>
/// <param name="Id">The same without the namespace, to tell apart areas of one name.</param>
/// <param name="PlainName">The name its path segment is made from.</param>
/// <param name="At">Where its people live; for a country or subdivision its given
/// coordinates.</param>
/// <param name="Population">Inhabitants by the data.</param>
internal sealed record Area(
    string Code, string Id, PlaceLevel Level, string Name, string PlainName, Direction At,
    long Population);
