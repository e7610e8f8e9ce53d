namespace Federation.Contracts.Tracing;

/// <summary>Where a person finds a trace.</summary>
/// <param name="Jaeger">Jaeger's page, as http://localhost:16686; empty when none is configured.</param>
/// <param name="Files">The file of spans, or the folder of such files; empty for none.</param>
public sealed record TraceAddress(string Jaeger, string Files)
{
    /// <summary>Names Jaeger's page, for silos and console alike.</summary>
    public const string Variable = "FEDERATION_JAEGER";

    /// <summary>A link, or the file and how to open it; the bare id when the spans went to a collector
    /// nobody told us the page of.</summary>
    public string Of(string traceId) => this switch
    {
        { Jaeger.Length: > 0 } => $"{Jaeger.TrimEnd('/')}/trace/{traceId}",
        { Files.Length: > 0 } => $"{traceId} in {Files} (in Jaeger: Upload, then search for this id)",
        _ => traceId,
    };
}
