using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>How a circle's seal is computed.</summary>
/// <remarks>
/// SHA-256 over (tag, genesis, path, cycle, state hash, logbook root and size, number of children,
/// child seals in child order), every field in the canonical encoding, so each has its length.
/// The root's seal so covers every stored byte of every circle.
/// </remarks>
public static class Sealing
{
    private const byte CircleTag = 0x02;
    private const byte PlannedTag = 0x03;

    /// <summary>The seal of a circle that is planned but not founded: fixed by its name.</summary>
    public static Digest Planned(Digest genesis, CircleId circle)
    {
        var writer = CanonicalWriter.Scratch;
        writer.Byte(PlannedTag);
        writer.Digest(genesis);
        writer.Text(circle.Path);
        return Digest.Of(writer.Written);
    }

    public static Digest Of(Circle circle, Digest genesis) => Of(circle, StateHash(circle), genesis);

    /// <summary>Of all a circle keeps but its own seal.</summary>
    public static Digest StateHash(Circle circle)
    {
        var writer = CanonicalWriter.Scratch;
        circle.WriteCovered(writer);
        return Digest.Of(writer.Written);
    }

    /// <param name="stateHash">SHA-256 of the circle's encoding without its last 32 bytes.</param>
    public static Digest Of(Circle circle, Digest stateHash, Digest genesis)
    {
        var writer = CanonicalWriter.Scratch;
        writer.Byte(CircleTag);
        writer.Digest(genesis);
        writer.Text(circle.Id.Path);
        writer.Int(circle.Cycle);
        writer.Digest(stateHash);
        writer.Digest(circle.Logbook.Tree.Root);
        writer.Long(circle.Logbook.Tree.Size);
        writer.Int(circle.Links.Length);
        foreach (var link in circle.Links) writer.Digest(link.Seal);
        return Digest.Of(writer.Written);
    }

    /// <summary>The same from hashes alone, as a proof has them.</summary>
    public static Digest Of(SealedState circle, Digest genesis)
    {
        var writer = CanonicalWriter.Scratch;
        writer.Byte(CircleTag);
        writer.Digest(genesis);
        writer.Text(circle.Path);
        writer.Int(circle.Cycle);
        writer.Digest(circle.State);
        writer.Digest(circle.LogbookRoot);
        writer.Long(circle.LogbookSize);
        writer.Int(circle.Children.Length);
        foreach (var seal in circle.Children) writer.Digest(seal);
        return Digest.Of(writer.Written);
    }
}

/// <summary>What a seal is computed from when the circle itself is not at hand.</summary>
/// <param name="State">See <see cref="Sealing.StateHash"/>.</param>
/// <param name="Children">The seals it holds of its children, in child order.</param>
public sealed record SealedState(
    string Path, int Cycle, Digest State, Digest LogbookRoot, long LogbookSize, ImmutableArray<Digest> Children);
