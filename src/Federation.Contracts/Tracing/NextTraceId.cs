using System.Diagnostics;

namespace Federation.Contracts.Tracing;

/// <summary>Lets a root span begin a trace of a given id; all other traces of the process are drawn.</summary>
public static class NextTraceId
{
    [ThreadStatic]
    private static string? t_next;

    static NextTraceId() => Activity.TraceIdGenerator = () => t_next is { } id
        ? ActivityTraceId.CreateFromString(id)
        : ActivityTraceId.CreateRandom();

    /// <summary>Until it is disposed, on this thread.</summary>
    public static Given Is(string traceId)
    {
        t_next = traceId;
        return default;
    }

    /// <summary>Ends it.</summary>
    public readonly record struct Given : IDisposable
    {
        public void Dispose() => t_next = null;
    }
}
