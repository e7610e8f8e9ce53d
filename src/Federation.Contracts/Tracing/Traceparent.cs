using System.Diagnostics;
using System.Globalization;

namespace Federation.Contracts.Tracing;

/// <summary>Where an asker's span is, in the W3C's one line: 00-trace-span-flags.</summary>
/// <remarks>
/// Flags 00 say that this page is not kept; the ids are then those of the nearest span above that
/// is, so that what is kept further down can link to it. On its way down a decision adds when it was
/// agreed on, in milliseconds since 1970 behind a semicolon.
/// </remarks>
public static class Traceparent
{
    /// <summary>Stands for the span of an asker that has none: the register.</summary>
    public const string NoSpan = "0000000000000001";

    private const int Length = 55;

    public static string Of(string traceId, string spanId, bool kept) =>
        $"00-{traceId}-{spanId}-{(kept ? "01" : "00")}";

    /// <summary>The same place, below which nothing is kept.</summary>
    public static string NotKept(string traceparent)
    {
        ArgumentNullException.ThrowIfNull(traceparent);
        return IsKept(traceparent) ? $"{traceparent.AsSpan(0, Length - 1)}0{traceparent.AsSpan(Length)}" : traceparent;
    }

    public static bool IsKept(string traceparent)
    {
        ArgumentNullException.ThrowIfNull(traceparent);
        return traceparent[Length - 1] == '1';
    }

    /// <summary>The same place, and when the decision that goes down was agreed on.</summary>
    public static string Since(string traceparent, DateTimeOffset agreed)
    {
        ArgumentNullException.ThrowIfNull(traceparent);
        return $"{traceparent.AsSpan(0, Length)};{agreed.ToUnixTimeMilliseconds()}";
    }

    /// <summary>When the decision was agreed on; null when the line does not say.</summary>
    public static DateTimeOffset? AgreedAt(string traceparent)
    {
        ArgumentNullException.ThrowIfNull(traceparent);
        return traceparent.Length > Length + 1
            && long.TryParse(
                traceparent.AsSpan(Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;
    }

    /// <summary>The span it names; null when it names none.</summary>
    public static ActivityContext? Span(string traceparent)
    {
        ArgumentNullException.ThrowIfNull(traceparent);
        return ActivityContext.TryParse(traceparent[..Math.Min(Length, traceparent.Length)], null, out var context)
            && context.SpanId.ToHexString() != NoSpan
            ? context
            : null;
    }
}
