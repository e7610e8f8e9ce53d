using Federation.Governance.Circles;

namespace Federation.Society.Places;

/// <summary>What circles a plan of the planet looks into.</summary>
/// <param name="Deepest">Everything down to this level exists.</param>
/// <param name="Expanded">Paths of circles whose children exist although the scale stops
/// above.</param>
internal sealed record PlanetDepth(PlaceLevel Deepest, HashSet<string> Expanded)
{
    public bool All => Deepest == PlaceLevel.Neighbourhood;

    public bool Reaches(CircleId id, PlaceLevel below) =>
        below <= Deepest || Expanded.Contains(id.Path);

    /// <summary>A circle exists when all above it are expanded.</summary>
    /// <exception cref="InvalidFederationException">A branch is no path.</exception>
    public static PlanetDepth Of(string scale, IEnumerable<string> branch)
    {
        var expanded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in branch)
        {
            if (!CircleId.IsPath(path))
                throw new InvalidFederationException(
                    $"The branch '{path}' is not a circle's path.");
            for (var id = new CircleId(path).Parent; id is { } above; id = above.Parent)
                expanded.Add(above.Path);
        }

        return new PlanetDepth(PlaceLevels.OfScale(scale), expanded);
    }
}
