using Federation.Governance.Circles;
using Federation.Governance.Federating;

namespace Federation.Testing.Simulating;

/// <summary>Writes that take their time and may fail before, between and after.</summary>
internal sealed class Writing(Simulation simulation, Cluster cluster)
{
    private const int LagMost = 3;

    /// <summary>How long a store that confirms too early takes to commit.</summary>
    private const int CommitLag = 4;

    public void Write(Silo silo, Errand.Store store, int version, Action<Written> told)
    {
        var id = store.Circle.Id;
        Begin(silo, told, () => simulation.Store.VersionOf(id) == version, mishap =>
        {
            var before = simulation.Store.Circles.TryGetValue(id, out var known) ? known : ((int, byte[])?)null;
            if (simulation.Protocol.StoresPagesFirst) WritePages(id, store);
            if (mishap is Fault.CrashBetweenPageAndCircle && simulation.Protocol.StoresPagesFirst) return;
            simulation.Store.Write(store.Circle);
            simulation.Watch.Stored(store);
            if (mishap is Fault.CrashBetweenPageAndCircle) return;
            if (!simulation.Protocol.StoresPagesFirst) WritePages(id, store);
            if (simulation.Protocol.ConfirmsAfterCommit) return;
            simulation.In(CommitLag, () =>
            {
                if (silo.IsDead && simulation.Store.VersionOf(id) == version + 1) simulation.Store.Undo(id, before);
            });
        });
    }

    public void Write(Silo silo, Answer[] answers, int version, Action<Written> told) => Begin(
        silo, told, () => simulation.Store.Register.Version == version, mishap =>
        {
            if (mishap is not Fault.CrashBetweenPageAndCircle) simulation.Store.Write(answers);
        });

    private void Begin(Silo silo, Action<Written> told, Func<bool> follows, Action<Fault?> write) =>
        simulation.In(simulation.Lag(LagMost), () =>
        {
            // What a silo sent before it died may arrive, or not.
            if (silo.IsDead && simulation.Toss()) return;
            var outcome = Attempt(silo, follows, write);
            if (outcome is not Written.SiloDied) simulation.In(simulation.Lag(LagMost), silo, () => told(outcome));
        });

    private Written Attempt(Silo silo, Func<bool> follows, Action<Fault?> write)
    {
        var mishap = simulation.Mishaps.Next(Occasion.Store)?.Fault;
        if (simulation.IsStoreAway || mishap is Fault.StoreRefuses) return Written.Failed;
        if (mishap is Fault.StoreConflict) return Written.Conflict;
        if (mishap is Fault.CrashBeforeStore) return Died(silo);
        if (simulation.Protocol.ChecksVersions && !follows()) return Written.Conflict;
        write(mishap);
        return mishap switch
        {
            Fault.StoreUncertain => Written.Failed,
            Fault.CrashBetweenPageAndCircle or Fault.CrashAfterStore => Died(silo),
            _ => Written.Done,
        };
    }

    private Written Died(Silo silo)
    {
        cluster.Kill(silo);
        return Written.SiloDied;
    }

    private void WritePages(CircleId circle, Errand.Store store)
    {
        foreach (var page in store.Pages) simulation.Store.Write(circle, page);
    }
}
