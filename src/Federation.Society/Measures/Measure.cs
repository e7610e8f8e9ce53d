using System.Collections.Immutable;

namespace Federation.Society.Measures;

/// <summary>Which way a measure is better for people.</summary>
public enum Better
{
    /// <summary>It describes; nobody is better off either way.</summary>
    Neither,
    Lower,
    Higher,
}

/// <summary>Something that is measured of every run, under its plain name.</summary>
/// <param name="Name">As tables and documents call it.</param>
/// <param name="Unit">Empty for a plain share or count.</param>
/// <param name="Meaning">What it says, a sentence without its full stop.</param>
/// <param name="Source">Who defined it; "model" for docs/guide/model.md.</param>
/// <param name="Low">It is never below this.</param>
/// <param name="High">It is never above this.</param>
public sealed record Measure(
    string Name, string Unit, Better Better, string Meaning, string Source,
    double Low = 0, double High = double.PositiveInfinity)
{
    /// <summary>Rules that do well on it by construction: it says little for them.</summary>
    public ImmutableArray<string> OptimisedBy { get; init; } = [];
}
