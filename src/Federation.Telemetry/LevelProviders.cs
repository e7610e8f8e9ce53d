using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Federation.Telemetry;

/// <summary>One tracer provider for each level of circles, because a service's name is its provider's.</summary>
/// <remarks>Which pages are kept is decided where they begin, by their ids; what is begun is kept.</remarks>
/// <param name="instance">The process: a silo's name, or "console".</param>
/// <param name="dropped">Told how many spans had to be thrown away.</param>
public sealed class LevelProviders(string instance, SpanSink sink, Action<long> dropped) : IDisposable
{
    public const string Namespace = "federation";

    private readonly List<TracerProvider> _providers = [];
    private readonly Lock _gate = new();

    /// <summary>Listens to a source from now on and sends its spans as those of a level.</summary>
    public void Open(string level, string source)
    {
        var provider = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateDefault()
                .AddAttributes([new("host.name", Environment.MachineName)])
                .AddEnvironmentVariableDetector()
                .AddService(level, Namespace, Version, autoGenerateServiceInstanceId: false, instance))
            .SetSampler(new AlwaysOnSampler())
            .AddSource(source)
            .AddProcessor(new SpanQueue(sink.Exporter(), dropped))
            .Build();
        lock (_gate) _providers.Add(provider);
    }

    /// <summary>Sends what waits.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            Parallel.ForEach(_providers, provider => provider.Dispose());
            _providers.Clear();
        }
    }

    /// <summary>This build's, as services tell it.</summary>
    public static string Version { get; } = typeof(LevelProviders).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
