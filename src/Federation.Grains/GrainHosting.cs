using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Serialization;
using Orleans.Storage;

namespace Federation.Grains;

/// <summary>What circles need to know of the silo they sit on.</summary>
/// <param name="Stores">Whether what they write outlives the silo: durability <c>every</c>.</param>
public sealed record GrainOptions(bool Stores);

/// <summary>Puts circles on a silo.</summary>
public static class GrainHosting
{
    /// <summary>The grain storage circles write to; the silo registers it.</summary>
    public const string StorageName = "circles";

    public static ISiloBuilder AddFederationGrains(this ISiloBuilder silo, GrainOptions options)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.TryAddSingleton<SiloGauge>();
        silo.Services.AddSingleton(options);
        return silo;
    }

    /// <summary>How states become bytes: Orleans' own encoding.</summary>
    public static IGrainStorageSerializer StateSerializer(IServiceProvider services) =>
        new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>());
}
