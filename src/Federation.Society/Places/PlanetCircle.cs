namespace Federation.Society.Places;

/// <summary>A circle of the planet that is kept in a table: all but those inside cities.</summary>
/// <param name="Planned">The circle; of a city that is looked into, without its children.</param>
/// <param name="Neighbourhoods">How many neighbourhoods it is divided into; 0 or 1 for
/// none.</param>
internal readonly record struct PlanetCircle(PlannedCircle Planned, int Neighbourhoods);
