using System.Diagnostics;
using Federation.Cli.Terminals;
using Federation.Contracts.Federations;
using Federation.Contracts.Tracing;
using Federation.Governance.Federating;
using Federation.Telemetry;
using Activity = System.Diagnostics.Activity;

namespace Federation.Cli.Engine;

/// <summary>The console's own trace of a run: what it waited for, when it lost silos, where it read the
/// outcome. Its address is computed from the run, so that decisions can name it.</summary>
/// <remarks>Silent unless spans of this run go anywhere.</remarks>
internal sealed class ConsoleTrace : IDisposable
{
    public const string Instance = "console";

    private const string SiloLost = "silo.lost";
    private const string Settled = "decision.settled";

    private readonly LevelProviders? _providers;
    private readonly ActivitySource _source = new("Federation.console", Versions.Program);
    private readonly string _scenario;
    private readonly string _root;
    private Activity? _run;
    private Activity? _waiting;
    private (string Stage, string Circle) _stage;
    private int _living = int.MaxValue;

    /// <param name="folder">Where spans are kept when no collector is configured; empty for nowhere.</param>
    /// <param name="root">The circle that everything is under.</param>
    public ConsoleTrace(string folder, string scenario, string root)
    {
        (_scenario, _root) = (scenario, root);
        var variables = TelemetryVariables.Read(Environment.GetEnvironmentVariable);
        if (SpanSink.Of(variables, folder, Instance) is not { } sink) return;
        _providers = new LevelProviders(Instance, sink, _ => { });
        _providers.Open(Instance, _source.Name);
    }

    /// <summary>A run began under this key; an earlier one that was forgotten ends.</summary>
    public void Begin(string run)
    {
        End("forgotten");
        Activity.Current = null;
        using var _ = NextTraceId.Is(TraceIds.OfConsole(run));
        _run = Tagged(_source.StartActivity(SpanNames.Run + _scenario, ActivityKind.Client), _root)?
            .SetTag(Tags.Run, run);
    }

    /// <summary>What the register waits for now.</summary>
    /// <param name="living">Silos that live.</param>
    public void See(RunStanding standing, int living)
    {
        if (living < _living && _living != int.MaxValue)
            _run?.AddEvent(new ActivityEvent(
                SiloLost, tags: new ActivityTagsCollection { [Tags.Said] = $"{living} silos go on" }));
        _living = living;
        if (_run is null || _stage == (standing.Stage, standing.Circle)) return;
        _waiting?.Dispose();
        _stage = (standing.Stage, standing.Circle);
        _waiting = standing.Stage.Length == 0 ? null : Tagged(
            _source.StartActivity(SpanNames.Wait + Stages.InWords(standing.Stage), ActivityKind.Client, _run.Context),
            standing.Circle);
    }

    /// <summary>It came to its end: which decisions there are, and where each is told.</summary>
    public void End(string run, Register register)
    {
        foreach (var settled in register.Settled)
        {
            var decision = settled.Taken.Proposal.Id;
            _run?.AddEvent(new ActivityEvent(Settled, tags: new ActivityTagsCollection
            {
                [Tags.Decision] = decision, [Tags.DecisionTrace] = TraceIds.Of(run, decision),
            }));
        }

        End(null);
    }

    /// <param name="error">Why it ended early; null when it did not.</param>
    public void End(string? error)
    {
        _waiting?.Dispose();
        if (error is not null) _run?.SetTag(Tags.Error, error).SetStatus(ActivityStatusCode.Error);
        _run?.Dispose();
        (_run, _waiting, _stage) = (null, null, default);
    }

    /// <summary>Sends what waits.</summary>
    public void Dispose()
    {
        End("interrupted");
        _providers?.Dispose();
        _source.Dispose();
    }

    private static Activity? Tagged(Activity? span, string circle) => span?
        .SetTag(Tags.Decision, 0)
        .SetTag(Tags.Circle, circle)
        .SetTag(Tags.Depth, circle.Count(letter => letter == '/'));
}
