using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Federating;

namespace Federation.Testing.Simulating;

/// <summary>A federation with its agenda, and what becomes of it when nothing goes wrong.</summary>
public sealed class Situation
{
    private readonly Func<CircleId, Surroundings> _world;
    private readonly Func<Register> _open;

    public Situation(string name, Func<CircleId, Surroundings> world, Func<Register> open)
    {
        (Name, _world, _open) = (name, world, open);
        var plain = new PlainDriver(world);
        Undisturbed = plain.Run(open());
        States = plain.Circles.ToImmutableSortedDictionary(circle => circle.Key, circle => circle.Value.Encode());
        Circles = plain.Circles.Values.ToImmutableArray();
        Extent = new Simulation(this, MishapPlan.Calm(0), new Protocol()).Measure();
    }

    public string Name { get; }

    /// <summary>The register at the end of the undisturbed run.</summary>
    public Register Undisturbed { get; }

    /// <summary>Every circle's stored bytes at the end of the undisturbed run.</summary>
    public ImmutableSortedDictionary<CircleId, byte[]> States { get; }

    public ImmutableArray<Circle> Circles { get; }

    public Extent Extent { get; }

    public Register Open() => _open();

    /// <summary>The register that was given these answers.</summary>
    public Register After(IEnumerable<Answer> answers) =>
        answers.Aggregate(Open(), (register, answer) => register.Answered(answer));

    public Surroundings Of(CircleId circle) => _world(circle);
}
