using Federation.Contracts.Circles;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Grains.Federations;
using Federation.Grains.Placement;
using Federation.Grains.Tracing;
using Federation.Grains.Waves;
using Orleans.Storage;
using Request = Federation.Governance.Federating.Request;

namespace Federation.Grains.Circles;

/// <summary>A circle on a silo: does what the wave machine says and decides nothing.</summary>
[SubtreePlacement]
internal sealed class CircleGrain(
    [PersistentState("circle", GrainHosting.StorageName)] IPersistentState<CircleState> stored,
    CircleStore store, SiloWorlds worlds, Asker asker, SiloGauge gauge, Tracer tracer,
    CircleMeters meters)
    : Grain, ICircleGrain
{
    private string _run = "";
    private Surroundings _here = null!;
    private Wave _wave = null!;
    private CircleTrace? _trace;
    private string? _level;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (_run, var id) = CircleKey.Parse(this.GetPrimaryKeyString());
        var world = worlds.Find(_run) ?? await worlds.Get(_run);
        _here = world.Of(id);
        _wave = Stored(id);
        if (!meters.IsOn) return;
        _level = TracedRun.LevelOf(world.Plan.Find(id));
        meters.Activated(_level, 1);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_level is not null) meters.Activated(_level, -1);
        return Task.CompletedTask;
    }

    public Task<byte[]?> Standing() =>
        Task.FromResult(_wave.Circle.IsFounded ? _wave.Circle.Encode() : null);

    public async Task<Told> Ask(Request request, string? trace)
    {
        var spans = trace is null ? null : Trace.Begin(request, trace);
        try
        {
            return await Carry(new Event.Asked(request), spans);
        }
        catch (Exception failure) when (spans is not null && !Retrying.IsAskedAgain(failure))
        {
            spans.Failed(failure.GetType().FullName!);
            throw;
        }
        finally
        {
            // Whatever was under way is over; what is stored is what is.
            _wave = Wave.Of(_wave.Circle);
        }
    }

    /// <summary>The first step of a request. Another activation, on a silo that saw the cluster otherwise,
    /// may have stored since: an answer that was kept holds all the same, and a write is refused then, but
    /// before it asks, refuses or fails, a circle reads what is stored.</summary>
    private async Task<Step> Begin(Event asked, RequestSpans? spans)
    {
        try
        {
            if (Take(asked, spans) is { Errands: [Errand.Reply or Errand.Store] } safe) return safe;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // An old state need not fit a new request; if it is not old, the next line fails again.
        }

        await stored.ReadStateAsync();
        _wave = Stored(_wave.Circle.Id);
        return Take(asked, spans);
    }

    private Step Take(Event happened, RequestSpans? spans) =>
        spans is null ? _wave.Take(happened, _here) : spans.Take(_wave, happened);

    /// <summary>A refusal is passed on if this circle is still up to date; else whoever asked asks again.</summary>
    private async Task<Told> PassOn(Told refusal)
    {
        var known = stored.Etag;
        await stored.ReadStateAsync();
        if (stored.Etag == known) return refusal;
        _wave = Stored(_wave.Circle.Id);
        throw new InconsistentStateException($"{_wave.Circle.Id} was at work elsewhere: {refusal.Why}");
    }

    private Wave Stored(CircleId id) =>
        stored.State.Circle is { } circle ? Wave.Of(circle) : Wave.Planned(id);

    private CircleTrace Trace => _trace ??= tracer.Of(_run, _wave.Circle.Id, _here);

    /// <param name="spans">Watches and tells; null when nothing is traced.</param>
    private async Task<Told> Carry(Event happened, RequestSpans? spans)
    {
        while (true)
        {
            var step = happened is Event.Asked ? await Begin(happened, spans) : Take(happened, spans);
            _wave = step.Wave;
            switch (step.Errands)
            {
                case [Errand.Reply reply]:
                    gauge.CountAnswered();
                    return Told.Of(reply.Answer, spans?.Raised);
                case [Errand.Refuse refuse]:
                    if (refuse.Refusal == Refusal.Forgotten) gauge.CountForgotten();
                    return Told.Of(refuse.Refusal, refuse.Why);
                case [Errand.Store storing]:
                    await store.Write(this.GetGrainId(), stored, storing, DeactivateOnIdle);
                    if (_level is not null) meters.Count(_level, _wave.Activity!.Work.Entries);
                    spans?.Stored(storing.Circle.Answers[^1].Answer);
                    happened = new Event.Stored();
                    break;
                default:
                    var told = await Pacing.All(
                        [.. step.Errands.Cast<Errand.Ask>()], _here.Depth, ask => AskChild(ask, spans));
                    foreach (var (ask, answer) in told)
                    {
                        if (answer.Answer is null) return await PassOn(answer);
                        spans?.Heard(answer);
                    }

                    foreach (var (ask, answer) in told[..^1])
                        _wave = _wave.Take(new Event.Answered(ask.Child, answer.Answer!), _here).Wave;
                    happened = new Event.Answered(told[^1].Ask.Child, told[^1].Told.Answer!);
                    break;
            }
        }
    }

    private Task<Told> AskChild(Errand.Ask ask, RequestSpans? spans)
    {
        var key = CircleKey.Of(_run, ask.Circle);
        return spans is null ? asker.Ask(key, ask.Request, null) : spans.Ask(asker, key, ask);
    }
}
