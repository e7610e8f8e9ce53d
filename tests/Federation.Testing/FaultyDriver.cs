using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Testing;

/// <summary>
/// Runs a register over machines and a network that fail under a seed: messages arrive late, twice,
/// in any order or never; activations die before and after a store, and a circle may have two.
/// </summary>
/// <remarks>
/// What the machine expects of a driver, and this one does: an answer is matched with the request it
/// answers; a store is refused unless it follows the version the activation was read from; an idle
/// activation that missed a store is read again; one whose child refuses an older cycle is dropped.
/// </remarks>
public sealed class FaultyDriver(Func<CircleId, Surroundings> world, Faults faults, int seed)
{
    private const int StepsMax = 200_000;

    private readonly Random _random = new(seed);
    private readonly Dictionary<CircleId, (int Version, byte[] Bytes)> _stored = [];
    private readonly Dictionary<(CircleId, int), byte[]> _pages = [];
    private readonly Dictionary<long, Activation> _live = [];
    private readonly List<Message> _underway = [];
    private Register _register = null!;
    private long _activations;

    /// <summary>How many messages were taken up, stores confirmed and calls repeated.</summary>
    public int Steps { get; private set; }

    public IEnumerable<Circle> Circles => _stored.Values.Select(stored => Circle.Decode(stored.Bytes));

    private sealed record Call(long Asker, int Child, CircleId To, Request Request);

    private abstract record Message
    {
        public sealed record Asked(Call Call) : Message;
        public sealed record Answered(Call Call, byte[] Answer) : Message;
        public sealed record Refused(Call Call, Refusal Refusal, string Why) : Message;
        public sealed record Stored(long Activation) : Message;
    }

    private sealed class Activation(long number, Wave wave, int version)
    {
        public long Number => number;
        public Wave Wave { get; set; } = wave;
        public int Version { get; set; } = version;
        public Dictionary<int, Call> Outstanding { get; } = [];
        public List<Call> Callers { get; } = [];
    }

    public Register Run(Register register)
    {
        _register = register;
        while (_register.Pending is not null)
        {
            if (++Steps > StepsMax) throw new InvalidOperationException($"seed {seed}: no end after {StepsMax} steps");
            if (Steps == faults.CrashAllAt) _live.Clear();
            if (Roll(faults.Crash) && _live.Count > 0) _live.Remove(Pick(_live.Keys.Order().ToList()));
            if (_underway.Count == 0 || Roll(faults.AskedAgain)) AskAgain();
            else TakeUp();
        }

        return _register;
    }

    private bool Roll(int percent) => percent > 0 && _random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> some) => some[_random.Next(some.Count)];

    private void AskAgain()
    {
        List<Call> open = [new(0, 0, _register.Pending!.Circle, _register.Pending.Request)];
        foreach (var number in _live.Keys.Order()) open.AddRange(_live[number].Outstanding.Values);
        // A driver whose messages never fail asks everything once and then waits.
        if (faults.AskedAgain > 0) _underway.Add(new Message.Asked(Pick(open)));
        else _underway.AddRange(open.Select(call => new Message.Asked(call)));
    }

    private void TakeUp()
    {
        var at = _random.Next(_underway.Count);
        var message = _underway[at];
        if (message is Message.Stored stored)
        {
            _underway.RemoveAt(at);
            if (Roll(faults.StoreUnknown)) _live.Remove(stored.Activation);
            else if (_live.TryGetValue(stored.Activation, out var confirmed)) Run(confirmed, new Event.Stored(), null);
            return;
        }

        if (!Roll(faults.Twice)) _underway.RemoveAt(at);
        if (Roll(faults.Lost)) return;
        switch (message)
        {
            case Message.Asked asked: Deliver(asked.Call); break;
            case Message.Answered answered: Deliver(answered.Call, Answer.Decode(answered.Answer)); break;
            case Message.Refused refused: Deliver(refused.Call, refused); break;
            default: throw new UnreachableException(message.GetType().Name);
        }
    }

    private void Deliver(Call call)
    {
        var sent = call with { Request = Request.Decode(call.Request.Encode()) };
        Run(Activate(call.To), new Event.Asked(sent.Request), sent);
    }

    private Activation Activate(CircleId circle)
    {
        var version = _stored.TryGetValue(circle, out var stored) ? stored.Version : 0;
        var candidates = new List<Activation>();
        foreach (var number in _live.Keys.Order().ToList())
        {
            var one = _live[number];
            if (one.Wave.Circle.Id != circle) continue;
            if (one.Wave.Activity is null && one.Version != version) _live.Remove(number);
            else candidates.Add(one);
        }

        if (candidates.Count > 0 && !Roll(faults.SecondActivation)) return Pick(candidates);
        var wave = version == 0 ? Wave.Planned(circle) : Wave.Of(Circle.Decode(stored.Bytes));
        var activation = new Activation(++_activations, wave, version);
        _live.Add(activation.Number, activation);
        return activation;
    }

    private void Deliver(Call call, Answer answer)
    {
        if (call.Asker == 0)
        {
            if (_register.Pending?.Request.Hash == call.Request.Hash) _register = _register.Answered(answer);
        }
        else if (_live.TryGetValue(call.Asker, out var asker)
            && asker.Outstanding.TryGetValue(call.Child, out var open) && open.Request.Hash == call.Request.Hash)
        {
            asker.Outstanding.Remove(call.Child);
            Run(asker, new Event.Answered(call.Child, answer), null);
        }
    }

    private void Deliver(Call call, Message.Refused refused)
    {
        var isOpen = call.Asker == 0 && _register.Pending?.Request.Hash == call.Request.Hash;
        if (refused.Refusal is not (Refusal.Busy or Refusal.OlderCycle) || (isOpen && refused.Refusal is Refusal.OlderCycle))
            throw new InvalidOperationException($"seed {seed}: {refused.Refusal}: {refused.Why}");
        if (refused.Refusal is Refusal.OlderCycle && _live.TryGetValue(call.Asker, out var asker)
            && asker.Outstanding.TryGetValue(call.Child, out var open) && open.Request.Hash == call.Request.Hash)
            _live.Remove(call.Asker);
    }

    private void Run(Activation activation, Event happened, Call? call)
    {
        var step = activation.Wave.Take(happened, world(activation.Wave.Circle.Id));
        activation.Wave = step.Wave;
        if (call is not null && step.Wave.Activity is { } activity && activity.Hash == call.Request.Hash)
            activation.Callers.Add(call);
        foreach (var errand in step.Errands)
        {
            switch (errand)
            {
                case Errand.Ask ask:
                    var asked = new Call(activation.Number, ask.Child, ask.Circle, ask.Request);
                    activation.Outstanding[ask.Child] = asked;
                    _underway.Add(new Message.Asked(asked));
                    break;
                case Errand.Store store:
                    Store(activation, store);
                    break;
                case Errand.Reply reply:
                    IEnumerable<Call> callers = reply.Kept ? [call!] : activation.Callers;
                    foreach (var caller in callers)
                        _underway.Add(new Message.Answered(caller, reply.Answer.Encode()));
                    if (!reply.Kept) activation.Callers.Clear();
                    break;
                case Errand.Refuse refuse:
                    _underway.Add(new Message.Refused(call!, refuse.Refusal, refuse.Why));
                    break;
                default:
                    throw new UnreachableException(errand.GetType().Name);
            }
        }
    }

    private void Store(Activation activation, Errand.Store store)
    {
        var id = store.Circle.Id;
        var version = _stored.TryGetValue(id, out var stored) ? stored.Version : 0;
        if (version != activation.Version || Roll(faults.StoreFails))
        {
            _live.Remove(activation.Number);
            return;
        }

        foreach (var page in store.Pages) KeepPage(id, page);
        activation.Version = version + 1;
        _stored[id] = (version + 1, store.Circle.Encode());
        _underway.Add(new Message.Stored(activation.Number));
    }

    /// <summary>A page is never rewritten with other entries, whoever writes it.</summary>
    private void KeepPage(CircleId circle, LogbookPage page)
    {
        var bytes = page.Encode();
        if (_pages.TryGetValue((circle, page.Number), out var kept) && !kept.AsSpan().SequenceEqual(bytes))
            throw new InvalidOperationException($"seed {seed}: page {page.Number} of {circle} was written twice.");
        _pages[(circle, page.Number)] = bytes;
    }
}
