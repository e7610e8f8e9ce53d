using Federation.Governance.Federating;

namespace Federation.Testing.Simulating;

/// <summary>The register on a simulated silo: asks what it waits for, stores each answer, goes on.</summary>
internal sealed class RegisterShell
{
    private readonly Simulation _simulation;
    private readonly Silo _silo;
    private readonly int _version;
    private Answer[] _answers;
    private Register _register;
    private int _written;
    private bool _isOver;

    public RegisterShell(Simulation simulation, Silo silo)
    {
        (_simulation, _silo) = (simulation, silo);
        (_version, _answers) = simulation.Store.Register;
        if (!simulation.Protocol.RegisterReadsItsAnswers) _answers = [];
        _register = simulation.Situation.Open();
        foreach (var answer in _answers) _register = _register.Answered(answer);
        GoOn();
    }

    private void GoOn()
    {
        if (_register.Pending is not { } order) return;
        _simulation.Send(_silo, new Call(order.Circle, order.Request, -1, Heard));
    }

    private void Heard(Told told)
    {
        if (_isOver) return;
        switch (told)
        {
            case Told.Answered answered:
                Write([.. _answers, Answer.Decode(answered.Answer)]);
                break;
            case Told.Refused when _simulation.Protocol.DoubtsRefusals
                && _simulation.Store.Register.Version != _version + _written:
                End();
                break;
            case Told.Refused refused:
                throw new BrokenPromiseException($"the run stopped: {refused.Refusal}, {refused.Why}");
            default:
                End();
                break;
        }
    }

    private void Write(Answer[] answers)
    {
        if (!_simulation.Protocol.RegisterStoresFirst)
        {
            _simulation.Write(_silo, answers, _version + _written, written => { if (written is Written.Done) _written++; });
            Take(answers);
            return;
        }

        _simulation.Write(_silo, answers, _version + _written, written =>
        {
            if (_isOver) return;
            if (written is not Written.Done)
            {
                End();
                return;
            }

            _written++;
            Take(answers);
        });
    }

    private void Take(Answer[] answers)
    {
        _answers = answers;
        _register = _register.Answered(answers[^1]);
        GoOn();
    }

    private void End()
    {
        _isOver = true;
        if (_silo.Register == this) _silo.Register = null;
    }
}

/// <summary>A promise of the protocol that a simulation saw broken.</summary>
public sealed class BrokenPromiseException(string what) : Exception(what);
