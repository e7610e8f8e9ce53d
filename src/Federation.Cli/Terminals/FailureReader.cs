using Federation.Cli.Clusters;
using Federation.Governance.Federating;
using Federation.Society.Places;
using Federation.Storage.Balloting;
using Federation.Storage.Inputs;
using Federation.Storage.Scenarios;
using Federation.Storage.Sql;

namespace Federation.Cli.Terminals;

/// <summary>Any exception to a failure with a code, a place and a remedy: the one place that knows
/// them.</summary>
internal static class FailureReader
{
    public static CommandFailure Read(Exception thrown) => thrown switch
    {
        CommandFailure failure => failure,
        AggregateException { InnerExceptions: [var first, ..] } => Read(first),
        ScenarioException invalid => CommandFailure.Of(invalid),
        BallotFileException unread => new CommandFailure(
            "invalid_ballots", unread.Message, unread.Remedy, unread.Where, ExitCode.Usage, unread),
        InputException unread => new CommandFailure(
            "unreadable", char.ToUpperInvariant(unread.Message[0]) + unread.Message[1..], unread.Remedy, unread.Where,
            ExitCode.Usage, unread),
        UnknownCircleException unknown => new CommandFailure(
            "unknown_circle", unknown.Message.TrimEnd('.'), "Name one of the circles listed",
                inner: unknown,
            exitCode: ExitCode.Usage),
        InvalidFederationException impossible => new CommandFailure(
            "invalid_scenario", impossible.Message.TrimEnd('.'), "Change the scenario's federation",
            inner: impossible, exitCode: ExitCode.Usage),
        ClusterException failed => new CommandFailure(
            failed is NoClusterException ? "no_cluster" : "cluster", failed.What, failed.Remedy,
            failed.Where, failed.ExitCode, failed),
        StoreException failed => new CommandFailure(
            "store", $"{failed.What}: {failed.Why}", failed.Remedy, failed.Where,
            failed.Fault is StoreFault.Address ? ExitCode.Usage : ExitCode.Failed, failed),
        TooManyCyclesException many => new CommandFailure(
            "too_many_cycles", many.Message, "Change the scenario, or --set life.cyclesMax=N", inner: many),
        UnauthorizedAccessException denied => new CommandFailure(
            "not_permitted", denied.Message.TrimEnd('.'),
                "Check the permissions, or name another folder",
            inner: denied),
        IOException broken => new CommandFailure(
            "file_failed", broken.Message.TrimEnd('.'), "Check the disk: federation doctor",
                inner: broken),
        _ => new CommandFailure(
            "failed", $"{thrown.GetType().Name}: {thrown.Message.TrimEnd('.')}",
            "This is a fault of the program; run again with --verbose and report what it prints",
            inner: thrown),
    };
}
