using System.Diagnostics;

namespace Federation.Contracts.Tracing;

/// <summary>Where an asker's span is, in the W3C's one line: 00-trace-span-flags.</summary>
/// <remarks>
/// Flags 00 say that this page is not kept; the ids are then those of the nearest span above that
/// is, so that what is kept further down can link to it.
/// </remarks>
public static class Traceparent
{
    /// <summary>Stands for the span of an asker that has none: the register.</summary>
    public const string NoSpan = "0000000000000001";

    public static string Of(string traceId, string spanId, bool kept) =>
        $"00-{traceId}-{spanId}-{(kept ? "01" : "00")}";

    /// <summary>The same place, below which nothing is kept.</summary>
    public static string NotKept(string traceparent)
    {
        ArgumentNullException.ThrowIfNull(traceparent);
        return IsKept(traceparent) ? string.Concat(traceparent.AsSpan(0, traceparent.Length - 1), "0") : traceparent;
    }

    public static bool IsKept(string traceparent)
    {
        ArgumentNullException.ThrowIfNull(traceparent);
        return traceparent.EndsWith('1');
    }

    /// <summary>The span it names; null when it names none.</summary>
    public static ActivityContext? Span(string traceparent) =>
        ActivityContext.TryParse(traceparent, null, out var context) && context.SpanId.ToHexString() != NoSpan
            ? context
            : null;
}
