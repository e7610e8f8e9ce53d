using System.Diagnostics;
using System.Globalization;

namespace Federation.Contracts.Tracing;

/// <summary>Where an asker's span is, in the W3C's one line: 00-trace-span-flags.</summary>
/// <remarks>
/// Flags 00 say that this page is not kept; the ids are then those of the nearest span above that
/// is, so that what is kept further down can link to it. Behind semicolons may follow when the decision
/// that goes down was agreed on, in milliseconds since 1970, and the numbers of matters that were settled
/// before and are told once more: their first page is written, so they go on in traces of their own.
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

    /// <summary>The same place, and what goes down from there.</summary>
    /// <param name="agreed">When it was agreed on; null where nothing is yet.</param>
    /// <param name="again">Matters that were settled before.</param>
    public static string With(string traceparent, DateTimeOffset? agreed, IEnumerable<int> again)
    {
        ArgumentNullException.ThrowIfNull(traceparent);
        var (at, told) = ($"{agreed?.ToUnixTimeMilliseconds()}", string.Join(',', again));
        return $"{traceparent.AsSpan(0, Length)};{at}{(told.Length == 0 ? "" : $";{told}")}";
    }

    /// <summary>When the decision was agreed on; null when the line does not say.</summary>
    public static DateTimeOffset? AgreedAt(string traceparent) =>
        long.TryParse(Field(traceparent, 1), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;

    /// <summary>Whether a matter was settled before.</summary>
    public static bool IsAgain(string traceparent, int decision) =>
        Field(traceparent, 2).Split(',').Contains(decision.ToString(CultureInfo.InvariantCulture));

    /// <summary>The span it names; null when it names none.</summary>
    public static ActivityContext? Span(string traceparent)
    {
        ArgumentNullException.ThrowIfNull(traceparent);
        return ActivityContext.TryParse(traceparent[..Math.Min(Length, traceparent.Length)], null, out var context)
            && context.SpanId.ToHexString() != NoSpan
            ? context
            : null;
    }

    private static string Field(string traceparent, int number)
    {
        ArgumentNullException.ThrowIfNull(traceparent);
        return traceparent.Split(';').ElementAtOrDefault(number) ?? "";
    }
}
