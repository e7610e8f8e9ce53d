using Federation.Governance.Circles;
using Federation.Governance.Federating;

namespace Federation.Testing.Simulating.Checking;

/// <summary>What must hold whatever fails; told of everything as it happens.</summary>
internal abstract class Checker
{
    /// <exception cref="BrokenPromiseException">It does not hold.</exception>
    public virtual void Stored(Errand.Store store) { }

    public virtual void Replied(CircleId circle, Answer answer) { }

    public virtual void End(Store store, Books books) { }
}

/// <summary>All checkers together.</summary>
internal sealed class Watch(Situation situation)
{
    private readonly Checker[] _checkers =
    [
        new LogbookOnlyGrows(), new ExactlyOnce(situation), new AnswersAreStored(), new DoubleLinkHolds(situation),
        new NoObjectionLeft(situation), new SealsAgree(situation),
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
        var books = new Books(store);
        foreach (var checker in _checkers) checker.End(store, books);
    }

    /// <summary>Whether the stored register has all its answers.</summary>
    public bool IsOver(Store store)
    {
        var (version, answers) = store.Register;
        if (version == _version) return _isOver;
        _version = version;
        return _isOver = situation.After(answers).Pending is null;
    }
}
