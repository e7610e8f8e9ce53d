using System.Globalization;

namespace Federation.Telemetry;

/// <summary>The standard OTEL_ variables that the exporters do not read by themselves here.</summary>
/// <param name="IsOff">OTEL_SDK_DISABLED: nothing leaves this process.</param>
/// <param name="Spans">Whether and where spans go to a collector; then figures and logs.</param>
public sealed record TelemetryVariables(
    bool IsOff, Sending Spans, Sending Figures, Sending Logs, SpanShare Share, string? TracesEndpoint,
    string? TracesProtocol, string? TracesHeaders)
{
    public static TelemetryVariables Read(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var sampler = Set("OTEL_TRACES_SAMPLER");
        var disabled = string.Equals(Set("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase);
        var spans = Of("TRACES");
        if (sampler is "always_off" or "parentbased_always_off") spans = new Sending(true, false, false);
        return new TelemetryVariables(
            disabled, spans, Of("METRICS"), Of("LOGS"), ShareOf(sampler, Set("OTEL_TRACES_SAMPLER_ARG")),
            Set("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"), Set("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"),
            Set("OTEL_EXPORTER_OTLP_TRACES_HEADERS"));

        Sending Of(string signal)
        {
            var exporters = Set($"OTEL_{signal}_EXPORTER")?.Split(',', StringSplitOptions.TrimEntries) ?? ["otlp"];
            var endpoint = Set("OTEL_EXPORTER_OTLP_ENDPOINT") ?? Set($"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT");
            return new Sending(
                disabled || exporters.Contains("none"),
                !disabled && exporters.Contains("otlp") && endpoint is not null,
                !disabled && exporters.Contains("prometheus"));
        }

        string? Set(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }

    private static SpanShare ShareOf(string? sampler, string? argument) => sampler switch
    {
        "always_on" or "parentbased_always_on" => new SpanShare(1, Limited: false),
        "traceidratio" or "parentbased_traceidratio" => new SpanShare(
            double.TryParse(argument, NumberStyles.Float, CultureInfo.InvariantCulture, out var ratio)
                ? Math.Clamp(ratio, 0, 1)
                : 1,
            Limited: true),
        _ => new SpanShare(null, Limited: true),
    };
}

/// <summary>How one kind of telemetry leaves.</summary>
/// <param name="IsOff">Not at all, not even to a file.</param>
/// <param name="ToCollector">To an OTLP endpoint.</param>
/// <param name="ToPrometheus">Fetched from an endpoint of ours; figures only.</param>
public sealed record Sending(bool IsOff, bool ToCollector, bool ToPrometheus)
{
    /// <summary>To a file of ours, where one is named.</summary>
    public bool ToFile => !IsOff && !ToCollector;
}

/// <summary>What a sampler's variables ask for.</summary>
/// <param name="Ratio">The share of the pages below the first, 0..1; null where nothing is said.</param>
/// <param name="Limited">Whether first pages are limited per second.</param>
public sealed record SpanShare(double? Ratio, bool Limited);
