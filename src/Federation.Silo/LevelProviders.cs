using System.Diagnostics;
using System.Reflection;
using Federation.Grains;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Federation.Silo;

/// <summary>One tracer provider for each level of circles, because a service's name is its provider's.</summary>
/// <remarks>Which pages are kept is decided where they begin, by their ids; what is begun is kept.</remarks>
internal sealed class LevelProviders(
    string silo, Func<BaseExporter<Activity>> exporters, SiloGauge gauge) : IDisposable
{
    public const string Namespace = "federation";

    private readonly List<TracerProvider> _providers = [];
    private readonly Lock _gate = new();

    public void Open(string level, string source)
    {
        var provider = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateDefault()
                .AddAttributes([new("host.name", Environment.MachineName)])
                .AddEnvironmentVariableDetector()
                .AddService(level, Namespace, Version, autoGenerateServiceInstanceId: false, silo))
            .SetSampler(new AlwaysOnSampler())
            .AddSource(source)
            .AddProcessor(new SpanQueue(exporters(), gauge))
            .Build();
        lock (_gate) _providers.Add(provider);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Parallel.ForEach(_providers, provider => provider.Dispose());
            _providers.Clear();
        }
    }

    public static string Version { get; } = typeof(LevelProviders).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
