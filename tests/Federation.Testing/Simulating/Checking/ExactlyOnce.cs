using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;

namespace Federation.Testing.Simulating.Checking;

/// <summary>Every key is answered once in every circle, and every decision ends once in each it concerns.</summary>
internal sealed class ExactlyOnce : Checker
{
    private readonly HashSet<(CircleId, int, Kind, int, int)> _answered = [];

    public override void Stored(Errand.Store store)
    {
        var circle = store.Circle;
        if (circle.Answers.IsEmpty) throw new BrokenPromiseException($"{circle.Id} stored no answer");
        var given = circle.Answers[^1];
        if (!_answered.Add((circle.Id, circle.Cycle, given.Kind, given.Decision, given.Version)))
            throw new BrokenPromiseException(
                $"{circle.Id} answered cycle {circle.Cycle} {given.Kind} of {given.Decision} version {given.Version} twice");
    }

    public override void End(Store store)
    {
        foreach (var (id, stored) in store.Circles)
        {
            var ended = Circle.Decode(stored.Bytes).Logbook.Open
                .Where(entry => entry.Kind is EntryKind.Decided or EntryKind.CarriedOut && entry.Decision > 0)
                .GroupBy(entry => (entry.Kind, entry.Cycle, entry.Decision, entry.Version, entry.To))
                .FirstOrDefault(same => same.Count() > 1);
            if (ended is not null) throw new BrokenPromiseException($"{id} ended decision {ended.Key.Decision} twice");
        }
    }
}
