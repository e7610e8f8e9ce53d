using Federation.Governance.Chance;
using Federation.Governance.Circles;

namespace Federation.Testing.Simulating;

/// <summary>One life of a simulated silo: what it holds, and whom it believes alive.</summary>
internal sealed class Silo(int number, int life, IEnumerable<Silo> living)
{
    private readonly HashSet<Silo> _living = [.. living];

    public int Number => number;
    public int Life => life;
    public bool IsDead { get; set; }
    public bool IsFrozen { get; set; }
    public bool IsDeclaredDead { get; set; }

    /// <summary>Who does not hear it, nor it them.</summary>
    public HashSet<Silo> CutFrom { get; } = [];

    /// <summary>What reached it while it stood still.</summary>
    public List<Action> Held { get; } = [];

    public Dictionary<CircleId, CircleShell> Circles { get; } = [];
    public RegisterShell? Register { get; set; }
    public List<Call> Calls { get; } = [];

    public void Sees(Silo other, bool alive)
    {
        if (alive) _living.Add(other);
        else _living.Remove(other);
    }

    /// <summary>Where it sends what is for a circle: the highest of the silos it believes alive.</summary>
    public Silo Place(CircleId circle) => Highest(_living, circle);

    public static Silo Highest(IEnumerable<Silo> silos, CircleId circle)
    {
        var place = Keys.Of(circle.Path);
        return silos.MaxBy(silo => Mix(place ^ unchecked((ulong)silo.Number * 0x9E3779B97F4A7C15)))!;
    }

    private static ulong Mix(ulong value)
    {
        value ^= value >> 31;
        value = unchecked(value * 0xBF58476D1CE4E5B9);
        return value ^ (value >> 29);
    }
}
