using System.Buffers.Binary;
using System.Collections.Immutable;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Circles;

/// <summary>A resident whose opinion is no longer the one first drawn.</summary>
public readonly record struct Changed(int Index, Point Preference, Point Belief);

/// <summary>The residents whose opinion is no longer the one first drawn, ascending by index.</summary>
/// <remarks>Kept as they are stored, all of one width: most of what a leaf keeps, hashed with every
/// seal and a quarter of the size.</remarks>
public sealed class ChangedOpinions
{
    private readonly ImmutableArray<byte> _encoded;

    private ChangedOpinions(int count, ReadOnlySpan<byte> encoded) => (Count, _encoded) = (count, [.. encoded]);

    public static ChangedOpinions None { get; } = new(0, []);

    public int Count { get; }

    private int Width => _encoded.Length / Count;

    public static ChangedOpinions Of(IReadOnlyCollection<Changed> changed)
    {
        if (changed.Count == 0) return None;
        var writer = CanonicalWriter.Scratch;
        foreach (var one in changed)
        {
            writer.Int(one.Index);
            writer.Point(one.Preference);
            writer.Point(one.Belief);
        }

        return new ChangedOpinions(changed.Count, writer.Written);
    }

    /// <summary>A resident's opinion; null where it is still the one first drawn.</summary>
    public Changed? Find(int index)
    {
        for (var at = 0; at < Count; at++)
            if (BinaryPrimitives.ReadInt32BigEndian(_encoded.AsSpan()[(at * Width)..]) == index) return At(at);
        return null;
    }

    public List<Changed> ToList()
    {
        var changed = new List<Changed>(Count);
        for (var at = 0; at < Count; at++) changed.Add(At(at));
        return changed;
    }

    public void Write(CanonicalWriter writer)
    {
        writer.Int(Count);
        writer.Raw(_encoded.AsSpan());
    }

    public static ChangedOpinions Read(ref CanonicalReader reader) =>
        Of(reader.List((ref r) => new Changed(r.Int(), r.Point(), r.Point())));

    private Changed At(int at)
    {
        var reader = new CanonicalReader(_encoded.AsSpan().Slice(at * Width, Width));
        return new Changed(reader.Int(), reader.Point(), reader.Point());
    }
}
