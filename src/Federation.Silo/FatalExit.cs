using Microsoft.Extensions.Logging;

namespace Federation.Silo;

/// <summary>Ends the process at once when the cluster has declared it dead, or Orleans cannot go on.</summary>
/// <remarks>
/// Orleans' own handler waits two seconds and aborts with a core dump. A silo that was frozen and
/// declared dead is no bug: it says so in one line and leaves, and its supervisor starts another.
/// </remarks>
internal sealed class FatalExit(ILogger<FatalExit> log) : IFatalErrorHandler
{
    /// <summary>EX_TEMPFAIL: starting again may well work.</summary>
    public const int ExitCode = 75;

    public bool IsUnexpected(Exception exception) => true;

    public void OnFatalException(object? sender, string? context, Exception? exception)
    {
        var line = $"This silo must stop: {context ?? exception?.Message ?? "no reason given"}";
        log.LogCritical(exception, "{Line}", line);
        Leave(line);
    }

    /// <summary>Says why on standard error, and ends the process without waiting for anybody.</summary>
    public static void Leave(string line)
    {
        Console.Error.WriteLine(line);
        new Thread(() => Abort(line)) { IsBackground = true }.Start();
        Environment.Exit(ExitCode);
    }

    // Exit runs handlers that may hang in a process this ill.
    private static void Abort(string line)
    {
        Thread.Sleep(TimeSpan.FromSeconds(3));
        Environment.FailFast(line);
    }
}
