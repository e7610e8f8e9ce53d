using Federation.Contracts.Circles;
using Federation.Contracts.Federations;
using Federation.Governance.Federating;
using Federation.Grains.Circles;
using Federation.Grains.Placement;
using Federation.Grains.Tracing;
using Federation.Grains.Waves;
using Federation.Storage.Records;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Federation.Grains.Federations;

/// <summary>The register on a silo: asks what the register waits for, and stores each answer.</summary>
/// <remarks>
/// A reminder, and every poll, wakes it after its silo died; it goes on from the answers it stored.
/// </remarks>
[SubtreePlacement]
internal sealed class RegisterGrain(
    [PersistentState("register", GrainHosting.StorageName)] IPersistentState<RegisterState> stored,
    RegisterStore store, SiloWorlds worlds, Asker asker, Tracer tracer, ILogger<RegisterGrain> log)
    : Grain, IRegisterGrain, IRemindable
{
    private const string Wake = "go on";
    private static readonly TimeSpan WakeEvery = TimeSpan.FromMinutes(1);

    private Register? _register;
    private Task? _driving;
    private Stopped _failure = Stopped.Not;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        GoOn();
        return Task.CompletedTask;
    }

    public async Task Start(string scenario)
    {
        if (_failure.StoreFull) await ReadAgain();
        if (stored.State.Record is not { } record)
        {
            await SpeakingStorage.Spoken(
                $"No reminder of run {this.GetPrimaryKeyString()} was stored",
                () => this.RegisterOrUpdateReminder(Wake, WakeEvery, WakeEvery));
            await Write(new RegisterRecord(scenario, []), null);
        }
        else if (record.Scenario != scenario)
        {
            throw new InvalidOperationException(
                $"Run {this.GetPrimaryKeyString()} was begun with another scenario.");
        }

        GoOn();
    }

    public Task<string?> Scenario() => Task.FromResult(stored.State.Record?.Scenario);

    public async Task<byte[][]> Answers() => stored.State.Record is { } record
        ? [.. (await store.Answers(this.GetGrainId(), record)).Select(answer => answer.Encode())]
        : [];

    public Task<RunStanding> Poll()
    {
        GoOn();
        var pending = _register?.Pending;
        return Task.FromResult(new RunStanding(
            stored.State.Record is not null, stored.State.Record?.Count ?? 0, (_register?.Cycles ?? 1) - 1,
            pending?.Request.Kind.ToString().ToLowerInvariant() ?? "", pending?.Circle.Path ?? "",
            _register is { Pending: null }, _failure.Why, _failure.Forgotten, _failure.StoreFull));
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        GoOn();
        if (_register is { Pending: null }) await Sleep();
    }

    private void GoOn()
    {
        if (stored.State.Record is not { } record || _driving is { IsCompleted: false }) return;
        if (_register is { Pending: null } || _failure.Why.Length > 0) return;
        _driving = Drive(record);
    }

    private async Task Drive(RegisterRecord record)
    {
        try
        {
            if (_register is null)
            {
                var register = worlds.Open(record.Scenario).OpenRegister();
                foreach (var answer in await store.Answers(this.GetGrainId(), record))
                    register = register.Answered(answer);
                _register = register;
            }

            while (_register.Pending is { } order) await Ask(order);
            await Sleep();
        }
        catch (Exception failure) when (Retrying.IsAskedAgain(failure))
        {
            // Another activation of this register is ahead, or the store is away: this one gives way.
            DeactivateOnIdle();
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Run {Run} cannot go on.", this.GetPrimaryKeyString());
            if (_failure == Stopped.Not) _failure = Stopped.By(failure);
        }
    }

    private async Task Ask(Register.Order order)
    {
        DelayDeactivation(TimeSpan.FromHours(1));
        var key = CircleKey.Of(this.GetPrimaryKeyString(), order.Circle);
        var told = await asker.Ask(
            key, order.Request, tracer.Begin(this.GetPrimaryKeyString(), order.Request, _register!));
        if (told.Answer is not { } answer)
        {
            await RequireUpToDate();
            _failure = new Stopped(told.Why, (Refusal)told.Refusal == Refusal.Forgotten);
            throw new InvalidOperationException($"{(Refusal)told.Refusal}: {told.Why}");
        }

        var (next, full) = stored.State.Record!.Given(answer);
        await Write(next, full);
        _register = _register!.Answered(answer);
    }

    /// <summary>What refuses an old register need not refuse the one that is ahead of it.</summary>
    private async Task RequireUpToDate()
    {
        var known = stored.Etag;
        await stored.ReadStateAsync();
        if (stored.Etag != known)
            throw new InconsistentStateException($"Run {this.GetPrimaryKeyString()} went on elsewhere.");
    }

    /// <summary>Whoever begins again says that there is room now.</summary>
    private async Task ReadAgain()
    {
        await stored.ReadStateAsync();
        (_register, _failure) = (null, Stopped.Not);
    }

    /// <exception cref="StoreFailedException">It was not stored, or nobody knows; this activation ends,
    /// and the next one reads what is.</exception>
    private Task Write(RegisterRecord next, AnswersPage? full) =>
        store.Write(this.GetGrainId(), stored, next, full, DeactivateOnIdle);

    /// <summary>Nothing is left to wake for. If it cannot be said now, the next tick says it.</summary>
    private async Task Sleep()
    {
        try
        {
            if (await this.GetReminder(Wake) is { } reminder) await this.UnregisterReminder(reminder);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "The reminder of run {Run} stays for now.", this.GetPrimaryKeyString());
        }
    }
}
