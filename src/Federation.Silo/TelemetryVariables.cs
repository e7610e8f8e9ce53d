using System.Globalization;
using Federation.Grains.Tracing;

namespace Federation.Silo;

/// <summary>The standard OTEL_ variables that the exporters do not read by themselves here.</summary>
/// <param name="IsOff">OTEL_SDK_DISABLED, no exporter, or a sampler that keeps nothing.</param>
/// <param name="HasCollector">Whether an OTLP endpoint is set for spans; the next, for figures.</param>
internal sealed record TelemetryVariables(
    bool IsOff, bool HasCollector, bool HasCollectorForFigures, string? TracesEndpoint,
    string? TracesProtocol, string? TracesHeaders, SpanSampling Sampling)
{
    public static TelemetryVariables Read(Func<string, string?> environment)
    {
        var traces = Set("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
        var sampler = Set("OTEL_TRACES_SAMPLER");
        var disabled = string.Equals(Set("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase);
        var anywhere = Set("OTEL_EXPORTER_OTLP_ENDPOINT") is not null;
        return new TelemetryVariables(
            disabled || Set("OTEL_TRACES_EXPORTER") == "none"
                || sampler is "always_off" or "parentbased_always_off",
            traces is not null || anywhere,
            !disabled && Set("OTEL_METRICS_EXPORTER") != "none"
                && (anywhere || Set("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT") is not null),
            traces, Set("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"), Set("OTEL_EXPORTER_OTLP_TRACES_HEADERS"),
            SamplingOf(sampler, Set("OTEL_TRACES_SAMPLER_ARG")));

        string? Set(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }

    // A ratio is for the pages below the first; the first pages are always kept.
    private static SpanSampling SamplingOf(string? sampler, string? argument) => sampler switch
    {
        "always_on" or "parentbased_always_on" => new SpanSampling(Ratio: 1, Limited: false),
        "traceidratio" or "parentbased_traceidratio" => new SpanSampling(
            double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio)
                ? Math.Clamp(ratio, 0, 1)
                : 1),
        _ => new SpanSampling(),
    };
}
