using System.Collections.Immutable;
using System.Security.Cryptography;
using Federation.Society.Places;

namespace Federation.Storage.Planet;

/// <summary>The planet's figures as shipped inside this assembly.</summary>
/// <remarks>Sources and licences: Planet/data/ATTRIBUTION.md, shipped with them.</remarks>
public static class PlanetFiles
{
    private static readonly Lazy<PlanetData> Loaded = new(() => Read(Open));
    private static readonly Lazy<string> Hashed = new(ComputeHash);

    /// <summary>The files a plan is computed from, in the order they are hashed.</summary>
    public static ImmutableArray<string> Names { get; } =
        ["regions.csv", "countries.csv", "subdivisions.csv", "cities.csv"];

    /// <summary>SHA-256, hex in lower case, of the bytes of <see cref="Names"/> one after another;
    /// enters the genesis of a run on the planet.</summary>
    public static string Hash => Hashed.Value;

    /// <summary>The planet's figures; read once in a process, then the same immutable
    /// value.</summary>
    public static PlanetData Load() => Loaded.Value;

    /// <summary>The map: countries' outlines as TopoJSON keyed by M49 number.</summary>
    public static Stream OpenMap() => Open("world-land.topo.json");

    /// <summary>What must be shown wherever the figures are.</summary>
    public static Stream OpenAttribution() => Open("ATTRIBUTION.md");

    /// <summary>The planet's figures from other files of the same form.</summary>
    /// <param name="open">Opens one of <see cref="Names"/>.</param>
    /// <exception cref="PlanetFileException">A file is malformed; says where.</exception>
    public static PlanetData Read(Func<string, Stream> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new PlanetData(
            PlanetTable.Read(Names[0], open, PlanetRows.Region),
            PlanetTable.Read(Names[1], open, PlanetRows.Country),
            PlanetTable.Read(Names[2], open, PlanetRows.Subdivision),
            PlanetTable.Read(Names[3], open, PlanetRows.City));
    }

    private static string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in Names)
        {
            using var bytes = new MemoryStream();
            using var stream = Open(name);
            stream.CopyTo(bytes);
            hash.AppendData(bytes.GetBuffer(), 0, (int)bytes.Length);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Stream Open(string name) =>
        typeof(PlanetFiles).Assembly.GetManifestResourceStream($"planet/{name}")
        ?? throw new PlanetFileException($"{name} is missing from this build.");
}
