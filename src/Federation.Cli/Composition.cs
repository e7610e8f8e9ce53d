using System.CommandLine;
using Federation.Cli.Commands;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli;

/// <summary>What the commands need done and cannot do themselves.</summary>
/// <param name="Run">Runs a scenario to its end, telling its progress; writes seals, circles,
/// events
/// and traces into the request's directory.</param>
/// <param name="Show">Reads one circle of a finished run.</param>
/// <param name="Verify">Recomputes a finished run's logbooks and seals.</param>
/// <param name="Cluster">Makes the cluster's commands; null while there are none to list.</param>
internal sealed record Composition(
    Func<RunRequest, IProgress<RunProgress>, CancellationToken, Task<RunReport>> Run,
    Func<ShowRequest, CancellationToken, Task<CircleReport>> Show,
    Func<VerifyRequest, CancellationToken, Task<VerifyReport>> Verify,
    Func<Reporting, Command>? Cluster = null)
{
    /// <summary>The program as it ships.</summary>
    public static Composition OfProgram() => new(
        Engine.ScenarioRun.Run,
        Engine.RunReading.Show,
        Engine.RunChecking.Verify,
        ClusterCommands.Create);
}
