using System.Diagnostics;
using Federation.Contracts.Hosting;
using Federation.Grains;
using Federation.Grains.Tracing;
using Federation.Storage.Tracing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Federation.Silo;

/// <summary>Where the silo's spans go: to a collector if one is configured, else to a file, else nowhere.</summary>
/// <remarks>The standard OTEL_ variables count; see the README.</remarks>
internal static class Telemetry
{
    public static void AddTelemetry(this IHostApplicationBuilder builder, LaunchOptions options)
    {
        var variables = TelemetryVariables.Read(Environment.GetEnvironmentVariable);
        if (variables.HasCollectorForFigures) builder.AddFigures(options);
        if (variables.IsOff || (!variables.HasCollector && options.TraceFolder.Length == 0)) return;
        builder.Services.AddSingleton(services =>
        {
            var gauge = services.GetRequiredService<SiloGauge>();
            var exporters = variables.HasCollector ? Collector(variables) : File(options);
            return new LevelProviders(options.Name, exporters, gauge);
        });
        builder.Services.AddSingleton(services => new SpanSources(
            services.GetRequiredService<LevelProviders>().Open, variables.Sampling));
    }

    private static void AddFigures(this IHostApplicationBuilder builder, LaunchOptions options) =>
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(
                "silo", LevelProviders.Namespace, LevelProviders.Version,
                autoGenerateServiceInstanceId: false, options.Name))
            .WithMetrics(metrics => metrics.AddMeter(GrainHosting.MeterName).AddOtlpExporter());

    private static Func<BaseExporter<Activity>> Collector(TelemetryVariables variables) => () =>
    {
        var exporting = new OtlpExporterOptions();
        if (variables.TracesEndpoint is { } endpoint) exporting.Endpoint = new Uri(endpoint);
        if (variables.TracesHeaders is { } headers) exporting.Headers = headers;
        if (variables.TracesProtocol is { } protocol)
            exporting.Protocol = protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        return new OtlpTraceExporter(exporting);
    };

    private static Func<BaseExporter<Activity>> File(LaunchOptions options)
    {
        var file = new SpanFile(SpanFile.PathOf(options.TraceFolder, options.Name));
        return () => new SpanFileExporter(file);
    }
}

/// <summary>Appends batches to the silo's file.</summary>
internal sealed class SpanFileExporter(SpanFile file) : BaseExporter<Activity>
{
    public override ExportResult Export(in Batch<Activity> batch)
    {
        var spans = new List<Activity>((int)batch.Count);
        foreach (var span in batch) spans.Add(span);
        try
        {
            file.Append(ParentProvider.GetResource().Attributes, spans);
            return ExportResult.Success;
        }
        catch (Exception unwritable) when (unwritable is IOException or ObjectDisposedException)
        {
            return ExportResult.Failure;
        }
    }
}
