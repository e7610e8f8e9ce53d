using System.Diagnostics;
using Federation.Contracts.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Federation.Silo;

/// <summary>A silo's log: a line per event, to its file, or to standard output in a container.</summary>
internal static class SiloLog
{
    // Each of these says the same once per connection or per broken call when a silo or client leaves;
    // the circles ask again and count it. The watchdog's first report mistakes the machine's uptime.
    private static readonly string[] Chatter =
    [
        "Orleans.Runtime.Messaging", "Orleans.Networking", "Orleans.Runtime.CallbackData",
        "Orleans.Runtime.Watchdog", "Orleans.Runtime.SiloOptionsLogger", "Orleans.Runtime.Silo",
    ];

    public static void AddSiloLog(this ILoggingBuilder logging, LaunchOptions options)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Federation", LogLevel.Information);
        logging.AddFilter("Orleans.Runtime.GrainCallCancellationManager", LogLevel.Critical);
        foreach (var category in Chatter) logging.AddFilter(category, LogLevel.Error);
        if (options.LogFile.Length > 0) logging.AddProvider(new FileLog(options.LogFile));
        else logging.AddConsole(console => console.FormatterName = LineFormatter.Called)
            .AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
    }
}

/// <summary>Appends to one file, each line on disk before the next.</summary>
internal sealed class FileLog(string path) : ILoggerProvider
{
    private readonly StreamWriter _file = new(path, append: true) { AutoFlush = true };
    private readonly Lock _gate = new();

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    public void Dispose()
    {
        lock (_gate)
        {
            try
            {
                _file.Dispose();
            }
            catch (IOException)
            {
                // What could not be written before cannot be written now.
            }
        }
    }

    private void Append(string line)
    {
        lock (_gate)
        {
            if (_file.BaseStream is not { CanWrite: true }) return;
            try
            {
                _file.WriteLine(line);
            }
            catch (IOException)
            {
                // A full disk takes no line either; whoever wrote it goes on.
            }
        }
    }

    private sealed class Lines(FileLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            // A warning's stack is Orleans' own and says nothing new; a failed probe has forty lines of it.
            log.Append(LogLine.Of(logLevel, category, formatter(state, exception), exception));
        }
    }
}

/// <summary>The one form of a line of the log, in a file as on standard output.</summary>
internal static class LogLine
{
    /// <summary>When, how bad, who, what; and the trace and span it belongs to, where it belongs to one.</summary>
    public static string Of(LogLevel level, string category, string said, Exception? exception)
    {
        var cause = exception switch
        {
            null => "",
            _ when level < LogLevel.Error => $" ({exception.Message})",
            _ => Environment.NewLine + exception,
        };
        var trace = Activity.Current is { } span ? $" [trace {span.TraceId} span {span.SpanId}]" : "";
        return $"{DateTimeOffset.UtcNow:O} {level} {category}: {said}{trace}{cause}";
    }
}

/// <summary>Writes such lines to standard output.</summary>
internal sealed class LineFormatter() : ConsoleFormatter(Called)
{
    public const string Called = "line";

    public override void Write<TState>(
        in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter) =>
        textWriter.WriteLine(LogLine.Of(
            logEntry.LogLevel, logEntry.Category, logEntry.Formatter(logEntry.State, logEntry.Exception),
            logEntry.Exception));
}
