using System.Collections.Immutable;
using Federation.Governance.Logbooks;

namespace Federation.Storage.Proving;

/// <summary>That a circle took a decision, shown by the hashes between its entry and the root's seal.</summary>
/// <param name="Scenario">As resolved; the genesis all seals are bound to is made from it again.</param>
/// <param name="Entry">The entry in its canonical encoding.</param>
/// <param name="Index">Its place in the circle's logbook, from 0.</param>
/// <param name="Size">How many entries the logbook has.</param>
/// <param name="Path">The siblings from the entry up to the logbook's root (RFC 9162).</param>
/// <param name="Circles">The circle that decided, its parent, and so on to the root.</param>
/// <param name="Seal">The root's.</param>
public sealed record DecisionProof(
    string Scenario, ImmutableArray<byte> Entry, long Index, long Size, ImmutableArray<Digest> Path,
    ImmutableArray<SealedCircle> Circles, Digest Seal)
{
    /// <summary>How many bytes of it are hashes: what grows with history and with the federation.</summary>
    public int HashBytes => Digest.Size * (1 + Path.Length + Circles.Sum(circle => 2 + circle.Children.Length));
}

/// <summary>What a circle's seal is computed from, its state and its logbook as their hashes.</summary>
/// <param name="Root">The root of its logbook; for the circle that decided it follows from the entry.</param>
/// <param name="Children">The seals it holds of its children, in child order.</param>
public sealed record SealedCircle(
    string Path, int Cycle, Digest State, Digest Root, long Size, ImmutableArray<Digest> Children);

/// <summary>A file is no proof, or does not prove what it says.</summary>
/// <param name="where">The part of the proof that is wrong: "circles[1].children".</param>
public sealed class ProofException(string where, string why) : Exception($"{where}: {why}")
{
    public string Where { get; } = where;
    public string Why { get; } = why;
}
