using System.Collections.Concurrent;
using Federation.Contracts.Tracing;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Grains.Federations;
using Microsoft.Extensions.Logging;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Tracing;

/// <summary>Begins the traces of a silo's circles, and says which are kept.</summary>
internal sealed class Tracer(
    SpanSources sources, SiloWorlds worlds, CircleMeters meters, TraceAddress addresses, TimeProvider clock,
    ILogger<Tracer> log)
{
    private readonly ConcurrentDictionary<string, TracedRun> _runs = new(StringComparer.Ordinal);
    private readonly Limiter _firstPages = new(SpanSampling.FirstPagesPerSecond, clock);
    private readonly Limiter _elections = new(SpanSampling.ElectionsPerSecond, clock);

    public DateTimeOffset Now => clock.GetUtcNow();

    public ILogger Log => log;

    public CircleMeters Meters => meters;

    public TraceAddress Addresses => addresses;

    /// <summary>What the register hands to the circle it asks; null when nothing is traced or measured.</summary>
    public string? Begin(string run, Request request, Register register)
    {
        if (!(sources.IsOn || meters.IsOn) || request.Kind is Kind.Reseal) return null;
        var settled = register.Settled.Select(settlement => settlement.Taken.Proposal.Id);
        var asked = request.Asking is Asking.Convene { Raised: var raised }
            ? raised.Select(proposal => proposal.Id)
            : [request.Decision];
        return Traceparent.With(
            Traceparent.Of(TraceIds.Of(run, request.Decision), Traceparent.NoSpan, kept: sources.IsOn),
            null, asked.Intersect(settled));
    }

    /// <summary>The spans of one circle; asked for once it is reached by a trace.</summary>
    public CircleTrace Of(string run, CircleId circle, Surroundings here)
    {
        var traced = _runs.GetOrAdd(run, name => new TracedRun(name, worlds.Find(name)!, Sampling));
        var planned = traced.Plan.Find(circle);
        return new CircleTrace(this, traced, here, new CircleSpan(sources.Of(TracedRun.LevelOf(planned)), planned));
    }

    public bool KeepsFirstPage() => sources.IsOn && (!sources.Sampling.Limited || _firstPages.Take());

    public bool KeepsElection() => sources.IsOn && (!sources.Sampling.Limited || _elections.Take());

    private SpanSampling Sampling => sources.IsOn ? sources.Sampling : sources.Sampling with { Ratio = 0 };
}
