using Federation.Society.Places;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Terminals;

/// <summary>Any exception to a failure with a code, a place and a remedy: the one place that knows them.</summary>
internal static class FailureReader
{
    public static CommandFailure Read(Exception thrown) => thrown switch
    {
        CommandFailure failure => failure,
        ScenarioException invalid => CommandFailure.Of(invalid),
        UnknownCircleException unknown => new CommandFailure(
            "unknown_circle", unknown.Message.TrimEnd('.'), "Name one of the circles listed", inner: unknown,
            exitCode: ExitCode.Usage),
        UnauthorizedAccessException denied => new CommandFailure(
            "not_permitted", denied.Message.TrimEnd('.'), "Check the permissions, or name another folder",
            inner: denied),
        IOException broken => new CommandFailure(
            "file_failed", broken.Message.TrimEnd('.'), "Check the disk: federation doctor", inner: broken),
        _ => new CommandFailure(
            "failed", $"{thrown.GetType().Name}: {thrown.Message.TrimEnd('.')}",
            "This is a fault of the program; run again with --verbose and report what it prints",
            inner: thrown),
    };
}
