namespace Federation.Society.Places;

/// <summary>A geographic place that people live in or that contains such places.</summary>
/// <param name="Code">A code that no other place has, e.g. "m49:150", "iso:FR", "geonames:2988507".</param>
/// <param name="Level">The name of its level: world, region, subregion, country, subdivision, city,
/// neighbourhood; the scenario gives each level its own spread.</param>
/// <remarks>Needs and opinions are keyed by place, never by circle, so that different structures
/// compare the same world.</remarks>
public sealed record Place(string Code, string Level)
{
    /// <summary>The number that keys this place's draws.</summary>
    public ulong Key { get; } = Governance.Chance.Keys.Of(Code);
}
