using System.Diagnostics;

namespace Federation.Testing.Simulating;

/// <summary>The silos: how they die, stand still and come again, and who hears of it when.</summary>
internal sealed class Cluster(Simulation simulation, int count)
{
    private const int PollEvery = 25;
    private const int NoticedAfter = 12;
    private const int ViewLag = 8;
    private const int ZombieLag = 6;

    private readonly Silo?[] _at = new Silo?[count];
    private readonly List<Silo> _table = [];
    private int _lives;

    /// <summary>Silos that the table of members has as alive.</summary>
    public IReadOnlyList<Silo> Table => _table;

    public void Begin()
    {
        var silos = Enumerable.Range(0, count).Select(number => new Silo(number, ++_lives, [])).ToList();
        _table.AddRange(silos);
        foreach (var silo in silos)
        {
            _at[silo.Number] = silo;
            foreach (var other in silos) silo.Sees(other, alive: true);
        }

        Poll();
    }

    public void Suffer(Mishap mishap)
    {
        var silo = _at[mishap.Silo % count];
        var other = _at[mishap.Other % count];
        switch (mishap.Fault)
        {
            case Fault.SiloKilled: Kill(silo); break;
            case Fault.SiloFrozen: Freeze(silo, simulation.Until(mishap.Moments)); break;
            case Fault.SilosCut: Cut(silo, other, simulation.Until(mishap.Moments)); break;
            case Fault.StoreAway: simulation.StoreAwayUntil = simulation.Now + mishap.Moments; break;
            case Fault.AllKilled:
                foreach (var one in _at) Kill(one);
                break;
            default: throw new UnreachableException(mishap.Fault.ToString());
        }
    }

    public void Kill(Silo? silo)
    {
        if (silo is null || silo.IsDead) return;
        silo.IsDead = true;
        _at[silo.Number] = null;
        simulation.In(simulation.Lag(NoticedAfter), () => Declare(silo));
        simulation.In(simulation.Lag(4 * NoticedAfter), () => Start(silo.Number));
    }

    private void Start(int number)
    {
        if (_at[number] is not null) return;
        var silo = new Silo(number, ++_lives, _table);
        _at[number] = silo;
        _table.Add(silo);
        silo.Sees(silo, alive: true);
        foreach (var other in _at) if (other is not null) Tell(other, silo, alive: true);
    }

    private void Freeze(Silo? silo, int moments)
    {
        if (silo is null || silo.IsFrozen) return;
        silo.IsFrozen = true;
        simulation.In(NoticedAfter, () => { if (silo.IsFrozen) Declare(silo); });
        simulation.In(moments, () => Thaw(silo));
    }

    /// <summary>First it does all it was about to do; only then does it read that it is dead.</summary>
    private void Thaw(Silo silo)
    {
        silo.IsFrozen = false;
        var held = silo.Held.ToArray();
        silo.Held.Clear();
        foreach (var one in held) one();
        if (silo.IsDeclaredDead) simulation.In(simulation.Lag(ZombieLag), () => Kill(silo));
    }

    private void Cut(Silo? one, Silo? other, int moments)
    {
        if (one is null || other is null || one == other) return;
        one.CutFrom.Add(other);
        other.CutFrom.Add(one);
        simulation.In(NoticedAfter, () =>
        {
            if (!one.CutFrom.Contains(other) || one.IsDead || other.IsDead) return;
            Declare(other);
        });
        simulation.In(moments, () =>
        {
            one.CutFrom.Remove(other);
            other.CutFrom.Remove(one);
            if (other.IsDeclaredDead) simulation.In(simulation.Lag(ZombieLag), () => Kill(other));
        });
    }

    private void Declare(Silo silo)
    {
        if (silo.IsDeclaredDead || _table.Count == 0) return;
        silo.IsDeclaredDead = true;
        _table.Remove(silo);
        foreach (var other in _at)
            if (other is not null && other != silo) Tell(other, silo, alive: false);
    }

    private void Tell(Silo who, Silo about, bool alive) => simulation.In(simulation.Lag(ViewLag), who, () =>
    {
        // News may overtake each other; a death is never taken back.
        if (alive && about.IsDeclaredDead) return;
        who.Sees(about, alive);
        if (!alive) foreach (var call in who.Calls.Where(call => call.To == about).ToList()) simulation.Send(who, call);
    });

    /// <summary>The console asks how it goes, and so wakes the register wherever it belongs now.</summary>
    private void Poll()
    {
        simulation.In(PollEvery, Poll);
        if (_table.Count == 0) return;
        var place = Silo.Highest(_table, simulation.Situation.Undisturbed.Root);
        simulation.In(simulation.Lag(3), place, () =>
        {
            if (!simulation.IsStoreAway) place.Register ??= new RegisterShell(simulation, place);
        });
    }
}
