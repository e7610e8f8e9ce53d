using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Testing.Simulating.Checking;

namespace Federation.Testing.Simulating;

/// <summary>What one simulation came to.</summary>
/// <param name="Broken">The promise that was broken; null when all held.</param>
/// <param name="Happened">How many mishaps of the plan found their occasion.</param>
public sealed record Verdict(string? Broken, Extent Extent, int Happened, int AskedAgain, int Refused, int Activations);

/// <summary>Silos, a network and a store in one thread, where everything takes as long as a seed says and
/// fails as a plan says, around the machine itself.</summary>
public sealed class Simulation
{
    /// <summary>After all has healed, an end within as many times the undisturbed run's moments.</summary>
    private const int ConvergesWithin = 12;

    private readonly MishapPlan _plan;
    private readonly Random _random;
    private readonly PriorityQueue<Action, (int Moment, int Tie, long Number)> _coming = new();
    private readonly Dictionary<CircleId, int> _asked = [];
    private readonly Cluster _cluster;
    private readonly Network _network;
    private readonly Writing _writing;
    private long _number;
    private bool _isMeasuring;

    public Simulation(Situation situation, MishapPlan plan, Protocol protocol)
    {
        (Situation, _plan, Protocol, _random) = (situation, plan, protocol, new Random(plan.Seed ^ 0x5EED));
        Mishaps = new Mishaps(plan);
        Watch = new Watch(situation);
        _cluster = new Cluster(this, plan.Silos);
        _network = new Network(this, _cluster);
        _writing = new Writing(this, _cluster);
    }

    internal Situation Situation { get; }
    internal Protocol Protocol { get; }
    internal Store Store { get; } = new();
    internal Mishaps Mishaps { get; }
    internal Watch Watch { get; }
    internal int Now { get; private set; }
    internal int Activations { get; private set; }
    internal int StoreAwayUntil { get; set; }
    internal bool IsStoreAway => Now < StoreAwayUntil && Now < _plan.HealsAt;

    /// <summary>Whether what is broken now may still be broken.</summary>
    internal bool IsSafetyPhase => Now < _plan.HealsAt;

    internal int Until(int moments) => Math.Min(moments, Math.Max(1, _plan.HealsAt - Now));

    public Verdict Run()
    {
        string? broken = null;
        try
        {
            RunToTheEnd();
            Watch.End(Store);
        }
        catch (BrokenPromiseException promise)
        {
            broken = promise.Message;
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            broken = $"the machine threw {thrown.GetType().Name}: {thrown.Message}";
        }

        return new Verdict(
            broken, Mishaps.Counted(Now), Mishaps.Happened, _network.AskedAgain, _network.Refused, Activations);
    }

    /// <summary>How many occasions there are when nothing goes wrong.</summary>
    internal Extent Measure()
    {
        _isMeasuring = true;
        RunToTheEnd();
        return Mishaps.Counted(Now);
    }

    internal int Lag(int most) => 1 + _random.Next(most);

    internal bool Toss() => _random.Next(2) == 0;

    internal int Asked(CircleId circle) => _asked[circle];

    internal void In(int moments, Action what) =>
        _coming.Enqueue(what, (Now + moments, _random.Next(), ++_number));

    /// <summary>Happens on a silo: not if it is dead by then, and after it thaws if it is frozen.</summary>
    internal void In(int moments, Silo on, Action what) => In(moments, () =>
    {
        if (on.IsDead) return;
        if (on.IsFrozen) on.Held.Add(what);
        else what();
    });

    internal void Send(Silo from, Call call) => _network.Send(from, call);

    internal void Write(Silo silo, Errand.Store store, int version, Action<Written> told) =>
        _writing.Write(silo, store, version, told);

    internal void Write(Silo silo, Answer[] answers, int version, Action<Written> told) =>
        _writing.Write(silo, answers, version, told);

    internal CircleShell Activate(Silo silo, CircleId circle)
    {
        if (silo.Circles.TryGetValue(circle, out var known)) return known;
        Activations++;
        var shell = new CircleShell(this, silo, circle);
        silo.Circles[circle] = shell;
        return shell;
    }

    internal void CountAsked(CircleId circle) => _asked[circle] = _asked.GetValueOrDefault(circle) + 1;

    private void RunToTheEnd()
    {
        _cluster.Begin();
        var most = _plan.HealsAt + (_isMeasuring ? 1_000_000 : (Situation.Extent.Moments + 500) * ConvergesWithin);
        var over = int.MaxValue;
        while (_coming.TryDequeue(out var next, out var when))
        {
            Now = when.Moment;
            if (over == int.MaxValue && Watch.IsOver(Store))
            {
                if (_isMeasuring) return;
                // Whoever still believes to be at work has time to do harm.
                over = Math.Max(Now, _plan.HealsAt) + 300;
            }

            if (Now > over) return;
            if (Now > most) throw new BrokenPromiseException($"no end {Now - _plan.HealsAt} moments after all healed");
            foreach (var mishap in Mishaps.At(Now)) _cluster.Suffer(mishap);
            next();
        }
    }
}
