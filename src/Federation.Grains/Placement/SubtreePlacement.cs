using Orleans.Runtime.Placement;

namespace Federation.Grains.Placement;

/// <summary>A circle sits on the silo of its subtree, so that most calls stay inside a silo.</summary>
/// <remarks>
/// No grain directory: every silo computes the place from the key and the living silos. When their
/// views differ for a moment a circle can have two activations; the store's ETag decides between
/// them. A silo's death moves only the subtrees that were on it (rendezvous hashing).
/// </remarks>
[GenerateSerializer, Immutable, Alias("federation.subtree-placement")]
internal sealed class SubtreePlacement : PlacementStrategy
{
    public static SubtreePlacement Instance { get; } = new();

    public override bool IsUsingGrainDirectory => false;
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class SubtreePlacementAttribute() : Orleans.Placement.PlacementAttribute(SubtreePlacement.Instance);

/// <summary>Chooses the silo with the highest hash of (subtree, silo).</summary>
internal sealed class SubtreeDirector : IPlacementDirector
{
    /// <summary>Segments of a key that name its subtree: the run and the upper four levels.</summary>
    public const int SubtreeSegments = 5;

    public Task<SiloAddress> OnAddActivation(
        PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        var subtree = SubtreeHash(target.GrainIdentity.Key.ToString()!);
        var (best, highest) = (silos[0], 0UL);
        foreach (var silo in silos)
        {
            var hash = Mix(subtree ^ Mix(unchecked((uint)silo.GetConsistentHashCode())));
            if (hash <= highest) continue;
            (best, highest) = (silo, hash);
        }

        return Task.FromResult(best);
    }

    private static ulong SubtreeHash(string key)
    {
        var hash = 14695981039346656037UL;
        var segments = 0;
        foreach (var letter in key)
        {
            if (letter == '/' && ++segments == SubtreeSegments) break;
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        }

        return Mix(hash);
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
