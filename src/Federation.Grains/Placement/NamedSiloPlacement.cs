using Orleans.Runtime.Placement;

namespace Federation.Grains.Placement;

/// <summary>A grain sits on the silo its key begins with, and nowhere when that silo is gone.</summary>
/// <remarks>No grain directory: the key is the address.</remarks>
[GenerateSerializer, Immutable, Alias("federation.named-silo-placement")]
internal sealed class NamedSiloPlacement : PlacementStrategy
{
    public static NamedSiloPlacement Instance { get; } = new();

    public override bool IsUsingGrainDirectory => false;
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class NamedSiloPlacementAttribute()
    : Orleans.Placement.PlacementAttribute(NamedSiloPlacement.Instance);

/// <summary>Finds the silo by its address, generation included: one that was started again is another.</summary>
internal sealed class NamedSiloDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(
        PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var named = target.GrainIdentity.Key.ToString()!.Split('/')[0];
        foreach (var silo in context.GetCompatibleSilos(target))
            if (silo.ToParsableString() == named) return Task.FromResult(silo);
        throw new SiloUnavailableException($"Silo {named} is not here.");
    }
}
