using Federation.Contracts.Tracing;
using Federation.Contracts.Wire;
using Federation.Grains.Circles;
using Federation.Grains.Federations;
using Federation.Grains.Placement;
using Federation.Grains.Studies;
using Federation.Grains.Tracing;
using Federation.Grains.Waves;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Federation.Grains;

/// <summary>What circles need to know of the silo they sit on.</summary>
/// <param name="Stores">Whether what they write outlives the silo: durability <c>every</c>.</param>
public sealed record GrainOptions(bool Stores);

/// <summary>Puts circles on a silo.</summary>
public static class GrainHosting
{
    /// <summary>The grain storage circles write to; see <see cref="AddCircleStorage"/>.</summary>
    public const string StorageName = "circles";

    /// <summary>Where circles and registers are stored.</summary>
    public static ISiloBuilder AddCircleStorage(
        this ISiloBuilder silo, Func<IServiceProvider, IGrainStorage> store)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddGrainStorage(StorageName, (services, _) => new SpeakingStorage(
            store(services), services.GetRequiredService<ILogger<SpeakingStorage>>()));
        return silo;
    }

    public static ISiloBuilder AddFederationGrains(this ISiloBuilder silo, GrainOptions options)
    {
        ArgumentNullException.ThrowIfNull(silo);
        RuntimeFailures.Allow(silo.Services);
        silo.Services.TryAddSingleton<SiloGauge>();
        silo.Services.AddSingleton(options);
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddSingleton<DeathSignal>();
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(
            services => services.GetRequiredService<DeathSignal>());
        silo.Services.AddSingleton<Asker>();
        silo.Services.TryAddSingleton(_ => SpanSources.None);
        silo.Services.TryAddSingleton(new TraceAddress("", ""));
        silo.Services.AddSingleton<Tracer>();
        silo.Services.AddSingleton<CircleMeters>();
        silo.Services.AddSingleton<SiloWorlds>();
        silo.Services.AddSingleton<CircleStore>();
        silo.Services.AddSingleton<RegisterStore>();
        silo.Services.AddSingleton<StudyCores>();
        silo.Services.AddPlacementDirector<SubtreePlacement, SubtreeDirector>();
        silo.Services.AddPlacementDirector<NamedSiloPlacement, NamedSiloDirector>();
        if (!options.Stores) silo.Configure<GrainCollectionOptions>(KeepActivations);
        return silo;
    }

    /// <summary>The meter of circles' figures.</summary>
    public const string MeterName = CircleMeters.Name;

    /// <summary>Opens the meter. Whoever collects from it calls this while starting, so that services are
    /// closed in the right order: first the collector, with the last figures, then the meter.</summary>
    public static void OpenMeter(IServiceProvider services) => services.GetRequiredService<CircleMeters>();

    /// <summary>How states become bytes: their canonical encoding.</summary>
    public static IGrainStorageSerializer StateSerializer { get; } = new StateSerializer();

    // Where nothing is stored, an idle circle must not be put away: it would be forgotten.
    private static void KeepActivations(GrainCollectionOptions collection) =>
        collection.CollectionAge = TimeSpan.FromDays(30);
}
