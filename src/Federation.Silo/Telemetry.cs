using System.Collections;
using Federation.Contracts.Hosting;
using Federation.Contracts.Tracing;
using Federation.Grains;
using Federation.Grains.Tracing;
using Federation.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Federation.Silo;

/// <summary>What leaves a silo: spans, figures and log lines, each where the standard OTEL_ variables say.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IHostApplicationBuilder builder, LaunchOptions options)
    {
        var variables = TelemetryVariables.Read(Environment.GetEnvironmentVariable);
        builder.ShowVariables();
        builder.Services.AddSingleton(new TraceAddress(
            options.Jaeger, variables.Spans.ToCollector ? "" : options.TraceFolder));
        if (variables.Figures.ToCollector || variables.Figures.ToPrometheus) builder.AddFigures(options, variables);
        if (variables.Logs.ToCollector) builder.AddLogLines(options);
        if (SpanSink.Of(variables, options.TraceFolder, options.Name) is not { } sink) return;
        builder.Services.AddSingleton(services => new LevelProviders(
            options.Name, sink, services.GetRequiredService<SiloGauge>().CountSpansDropped));
        builder.Services.AddSingleton(services => new SpanSources(
            services.GetRequiredService<LevelProviders>().Open,
            new SpanSampling(variables.Share.Ratio, variables.Share.Limited)));
    }

    // The SDK's exporters of figures and logs look for them in the configuration, which has no defaults here.
    private static void ShowVariables(this IHostApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(pair => KeyValuePair.Create((string)pair.Key, (string?)pair.Value))
            .Where(pair => pair.Key.StartsWith("OTEL_", StringComparison.Ordinal)));

    private static void AddFigures(
        this IHostApplicationBuilder builder, LaunchOptions options, TelemetryVariables variables)
    {
        builder.Services.ConfigureOpenTelemetryMeterProvider((services, _) => GrainHosting.OpenMeter(services));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => Itself(resource, options))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(GrainHosting.MeterName).SetExemplarFilter(ExemplarFilterType.TraceBased);
                if (variables.Figures.ToCollector) metrics.AddOtlpExporter();
                if (variables.Figures.ToPrometheus) metrics.AddPrometheusHttpListener(Listen);
            });
    }

    // The variables of the specification; by default only this machine can ask.
    private static void Listen(PrometheusHttpListenerOptions listener)
    {
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_PROMETHEUS_HOST") is { Length: > 0 } host)
            listener.Host = host;
        if (int.TryParse(Environment.GetEnvironmentVariable("OTEL_EXPORTER_PROMETHEUS_PORT"), out var port))
            listener.Port = port;
    }

    private static void AddLogLines(this IHostApplicationBuilder builder, LaunchOptions options) =>
        builder.Logging.AddOpenTelemetry(lines =>
        {
            var resource = ResourceBuilder.CreateDefault();
            Itself(resource, options);
            lines.SetResourceBuilder(resource).AddOtlpExporter();
            lines.IncludeFormattedMessage = true;
        });

    private static void Itself(ResourceBuilder resource, LaunchOptions options) => resource.AddService(
        "silo", LevelProviders.Namespace, LevelProviders.Version,
        autoGenerateServiceInstanceId: false, options.Name);
}
