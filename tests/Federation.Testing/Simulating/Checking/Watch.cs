using Federation.Governance.Circles;
using Federation.Governance.Federating;

namespace Federation.Testing.Simulating.Checking;

/// <summary>What must hold whatever fails; told of everything as it happens.</summary>
internal abstract class Checker
{
    /// <exception cref="BrokenPromiseException">It does not hold.</exception>
    public virtual void Stored(Errand.Store store) { }

    public virtual void Replied(CircleId circle, Answer answer) { }

    public virtual void End(Store store) { }
}

/// <summary>All checkers together.</summary>
internal sealed class Watch(Situation situation)
{
    private readonly Checker[] _checkers =
    [
        new ExactlyOnce(), new AnswersAreStored(), new LogbookOnlyGrows(), new DoubleLinkHolds(),
        new NoObjectionLeft(), new SealsAgree(situation),
    ];

    private int _version;
    private bool _isOver;

    public void Stored(Errand.Store store)
    {
        foreach (var checker in _checkers) checker.Stored(store);
    }

    public void Replied(CircleId circle, Answer answer)
    {
        foreach (var checker in _checkers) checker.Replied(circle, answer);
    }

    public void End(Store store)
    {
        foreach (var checker in _checkers) checker.End(store);
    }

    /// <summary>Whether the stored register has all its answers.</summary>
    public bool IsOver(Store store)
    {
        var (version, answers) = store.Register;
        if (version == _version) return _isOver;
        _version = version;
        var register = situation.Open();
        foreach (var answer in answers) register = register.Answered(answer);
        return _isOver = register.Pending is null;
    }
}
