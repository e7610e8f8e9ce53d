using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Federating;

namespace Federation.Testing.Simulating;

/// <summary>A circle on a simulated silo: does what the grain does, one request after the other.</summary>
internal sealed class CircleShell
{
    private readonly Simulation _simulation;
    private readonly Silo _silo;
    private readonly Surroundings _here;
    private readonly Queue<(byte[] Request, Action<Told> Reply)> _waiting = [];
    private readonly List<Call> _calls = [];
    private Wave _wave;
    private int _version;
    private Action<Told>? _reply;
    private bool _isOver;

    public CircleShell(Simulation simulation, Silo silo, CircleId id)
    {
        (_simulation, _silo, _here) = (simulation, silo, simulation.Situation.Of(id));
        (_wave, _version) = (null!, 0);
        Read(id);
    }

    private Protocol Protocol => _simulation.Protocol;

    public void Receive(byte[] request, Action<Told> reply)
    {
        _waiting.Enqueue((request, reply));
        GoOn();
    }

    private void Read(CircleId id)
    {
        (var circle, _version) = _simulation.Store.Read(id);
        _wave = Wave.Of(circle);
    }

    private void GoOn()
    {
        while (_reply is null && !_isOver && _waiting.TryDequeue(out var next))
        {
            _reply = next.Reply;
            Begin(new Event.Asked(Request.Decode(next.Request)));
        }
    }

    /// <summary>A kept answer holds, and a write is refused if this activation is behind. Before it asks,
    /// refuses or fails, a circle reads whether it still is what it believes.</summary>
    private void Begin(Event.Asked asked)
    {
        if (Protocol.ReadsBeforeItSpeaks && !IsSafe(asked) && _simulation.Store.VersionOf(_here.Id) != _version)
        {
            if (_simulation.IsStoreAway)
            {
                End(new Told.Failed());
                return;
            }

            Read(_here.Id);
        }

        Carry(asked);
    }

    private bool IsSafe(Event.Asked asked)
    {
        try
        {
            return _wave.Take(asked, _here).Errands is [Errand.Reply or Errand.Store];
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            return false;
        }
    }

    private void Carry(Event happened)
    {
        var step = Protocol.Take(_wave, happened, _here, _simulation.Asked(_here.Id));
        _wave = step.Wave;
        foreach (var errand in step.Errands)
        {
            switch (errand)
            {
                case Errand.Reply reply:
                    _simulation.Watch.Replied(_here.Id, reply.Answer);
                    Done(new Told.Answered(reply.Answer.Encode()));
                    break;
                case Errand.Refuse refuse:
                    Done(new Told.Refused(refuse.Refusal, refuse.Why));
                    break;
                case Errand.Store store:
                    _simulation.Write(_silo, store, _version, written => Stored(store, written));
                    break;
                case Errand.Ask ask:
                    Ask(ask);
                    break;
                default:
                    throw new UnreachableException(errand.GetType().Name);
            }
        }
    }

    private void Ask(Errand.Ask ask)
    {
        Call? call = null;
        call = new Call(ask.Circle, ask.Request, ask.Child, told => Heard(call!, told));
        _calls.Add(call);
        _simulation.Send(_silo, call);
    }

    private void Heard(Call call, Told told)
    {
        if (_isOver || !_calls.Remove(call)) return;
        switch (told)
        {
            case Told.Answered answered:
                Carry(new Event.Answered(call.Child, Answer.Decode(answered.Answer)));
                break;
            case Told.Refused when Protocol.DoubtsRefusals && _simulation.Store.VersionOf(_here.Id) != _version:
                End(new Told.Failed());
                break;
            default:
                Done(told);
                break;
        }
    }

    private void Stored(Errand.Store store, Written written)
    {
        if (_isOver) return;
        if (written is Written.Done || !Protocol.HeedsFailedStore)
        {
            _version++;
            Carry(new Event.Stored());
        }
        else if (Protocol.EndsAfterFailedStore)
        {
            End(new Told.Failed());
        }
        else
        {
            Done(new Told.Failed());
        }
    }

    /// <summary>One request is over; whatever was under way is forgotten, what is stored is what is.</summary>
    private void Done(Told told)
    {
        if (_reply is not { } reply) return;
        _reply = null;
        foreach (var call in _calls) call.IsOver = true;
        _calls.Clear();
        _wave = Wave.Of(_wave.Circle);
        reply(told);
        GoOn();
    }

    /// <summary>The activation is over; the next one reads what is stored.</summary>
    private void End(Told told)
    {
        _isOver = true;
        foreach (var call in _calls) call.IsOver = true;
        if (_silo.Circles.GetValueOrDefault(_here.Id) == this) _silo.Circles.Remove(_here.Id);
        _reply?.Invoke(told);
        while (_waiting.TryDequeue(out var next)) next.Reply(new Told.Failed());
    }
}
