using System.Diagnostics;
using Federation.Storage.Tracing;
using OpenTelemetry;
using OpenTelemetry.Exporter;

namespace Federation.Telemetry;

/// <summary>Where a process's spans go.</summary>
public sealed class SpanSink
{
    private readonly Func<BaseExporter<Activity>> _exporter;

    private SpanSink(Func<BaseExporter<Activity>> exporter) => _exporter = exporter;

    /// <summary>To a collector if one is configured, else to the process's file in a folder, else nowhere:
    /// null.</summary>
    public static SpanSink? Of(TelemetryVariables variables, string folder, string instance)
    {
        ArgumentNullException.ThrowIfNull(variables);
        if (variables.Spans.ToCollector) return new SpanSink(() => Collector(variables));
        if (!variables.Spans.ToFile || string.IsNullOrEmpty(folder)) return null;
        var file = new SpanFile(SpanFile.PathOf(folder, instance));
        return new SpanSink(() => new SpanFileExporter(file));
    }

    internal BaseExporter<Activity> Exporter() => _exporter();

    private static OtlpTraceExporter Collector(TelemetryVariables variables)
    {
        var exporting = new OtlpExporterOptions();
        if (variables.TracesEndpoint is { } endpoint) exporting.Endpoint = new Uri(endpoint);
        if (variables.TracesHeaders is { } headers) exporting.Headers = headers;
        if (variables.TracesProtocol is { } protocol)
            exporting.Protocol = protocol == "grpc" ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        return new OtlpTraceExporter(exporting);
    }

    /// <summary>Appends batches to the file.</summary>
    private sealed class SpanFileExporter(SpanFile file) : BaseExporter<Activity>
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
}
