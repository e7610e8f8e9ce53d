using System.Text.Json.Serialization;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Terminals;

/// <summary>A command could not do what was asked, in the words a person needs.</summary>
/// <remarks>Thrown anywhere below a command; shown in one place, as text or as JSON.</remarks>
internal sealed class CommandFailure : Exception
{
    public CommandFailure() : this("failed", "The command failed", "") { }
    public CommandFailure(string message) : this("failed", message, "") { }
    public CommandFailure(string message, Exception inner) : base(message, inner) { }

    /// <param name="code">A stable word for scripts: "no_such_run".</param>
    /// <param name="message">What happened and why, a sentence without its full stop.</param>
    /// <param name="remedy">What helps, best a command; may be empty.</param>
    public CommandFailure(
        string code, string message, string remedy, string where = "",
            int exitCode = ExitCode.Failed,
        Exception? inner = null)
        : base(Foreign.Cut(message), inner)
    {
        Code = code;
        Remedy = Foreign.Cut(remedy);
        Where = where;
        Exit = exitCode;
    }

    public string Code { get; } = "failed";
    public string Remedy { get; } = "";

    /// <summary>File, line and column; or circle and cycle; empty when it is nowhere in
    /// particular.</summary>
    public string Where { get; } = "";

    public int Exit { get; } = ExitCode.Failed;

    /// <summary>All of them when a file has several faults; the failure itself is the
    /// first.</summary>
    public IReadOnlyList<ErrorDocument> All { get; private init; } = [];

    public ErrorDocument Document => new(Code, Message, Where, Remedy);

    public static CommandFailure Usage(string message, string remedy) =>
        new("usage", message, remedy, exitCode: ExitCode.Usage);

    /// <summary>A scenario's faults as one failure.</summary>
    public static CommandFailure Of(ScenarioException invalid)
    {
        var all = invalid.Errors.Select(error => new ErrorDocument(
            "invalid_scenario", Foreign.Cut(error.Key.Length > 0 ? $"{error.Key}: {error.Reason}"
                : error.Reason),
            error.Where, Foreign.Cut(error.Remedy))).ToArray();
        return all.Length == 0
            ? new CommandFailure("invalid_scenario", invalid.Message, "", exitCode: ExitCode.Usage)
            : new CommandFailure(
                all[0].Code, all[0].Message, all[0].Remedy, all[0].Where, ExitCode.Usage,
                    invalid) { All = all };
    }
}

/// <summary>An error as every JSON document shows it.</summary>
public sealed record ErrorDocument(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("where")] string Where,
    [property: JsonPropertyName("remedy")] string Remedy);
