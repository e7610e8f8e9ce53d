using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Testing.Simulating.Checking;

/// <summary>Nothing is replied that was not stored before, byte for byte.</summary>
internal sealed class AnswersAreStored : Checker
{
    private readonly HashSet<(CircleId, Digest)> _stored = [];

    public override void Stored(Errand.Store store) =>
        _stored.Add((store.Circle.Id, Digest.Of(store.Circle.Answers[^1].Answer.Encode())));

    public override void Replied(CircleId circle, Answer answer)
    {
        if (!_stored.Contains((circle, Digest.Of(answer.Encode()))))
            throw new BrokenPromiseException($"{circle} replied what is not stored");
    }
}
