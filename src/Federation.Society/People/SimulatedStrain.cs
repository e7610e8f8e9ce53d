using System.Collections.Immutable;
using Federation.Governance.Chance;
using Federation.Governance.Linking;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.Places;
using Federation.Society.Scenarios;

namespace Federation.Society.People;

/// <summary>Who strains one circle of a simulated world.</summary>
/// <remarks>
/// Drawn by person, by child link, by circle or by host, never by matter: who is captured stays so.
/// Every share has a draw of its own.
/// </remarks>
internal sealed class SimulatedStrain : Strain
{
    private enum Drawn : uint
    {
        Captured, Delegate, Circle, Blocks, Leaves, Exaggerates, Manipulates, Infiltrated, Chair, Leader,
    }

    private readonly World _world;
    private readonly PlannedCircle _planned;
    private readonly Point _target;
    private readonly ulong _key;
    private ImmutableArray<Voice>? _fakes;

    private SimulatedStrain(World world, PlannedCircle planned)
    {
        (_world, _planned) = (world, planned);
        _target = Fixed.Round(Point.Filled(world.StatusQuo.Dimensions, Attacks.Target));
        _key = Keys.Of(planned.Id.Path);
        IsCaptured = Is(Drawn.Circle, Attacks.Circles) || HostIsCaptured();
    }

    public static Strain Of(World world, PlannedCircle planned) =>
        world.Scenario.Attacks.Any || world.Scenario.People.Overload > 0
            ? new SimulatedStrain(world, planned) : None;

    /// <summary>Whether everybody in the circle speaks for the target.</summary>
    public bool IsCaptured { get; }

    public override bool RulesInvalid => Is(Drawn.Chair, Attacks.Facilitators);

    public override ImmutableArray<Voice> Fakes => _fakes ??= Infiltrators();

    private AttackOptions Attacks => _world.Scenario.Attacks;

    public override Voice Heard(in Voice voice)
    {
        var person = voice.Person;
        if (IsCaptured || IsPersonCaptured(person) || IsLinkCaptured(voice))
            return Captured(voice, Conduct.Captured);
        if (Is(person, Drawn.Blocks, Attacks.Blockers)) return voice with { Conduct = Conduct.Blocks };
        if (Is(person, Drawn.Manipulates, Attacks.Manipulators)) return voice with { Conduct = Conduct.Manipulates };
        return Is(person, Drawn.Exaggerates, Attacks.Exaggerators)
            ? voice with { Conduct = Conduct.Exaggerates, Overstates = Attacks.Exaggeration }
            : voice;
    }

    public override double Elects(PersonId by, PersonId of, double fitness) =>
        Attacks.Elections != "strategic" || !IsPersonCaptured(by) ? fitness : IsPersonCaptured(of) ? 1 : 0;

    public override bool Leaves(PersonId person) => Is(person, Drawn.Leaves, Attacks.Leavers);

    public override bool Copes(PersonId person, int seats, int decision, int version)
    {
        var overload = _world.Scenario.People.Overload;
        return seats < 2 || overload <= 0 || _world.Dice.Uniform(
            _planned.Place.Key ^ ulong.RotateLeft(person.Place, 32), (ulong)decision, (uint)version,
            (uint)person.Index, Purpose.Attendance, 1) * (1 + (overload * (seats - 1))) < 1;
    }

    private bool IsPersonCaptured(PersonId person) => Is(person, Drawn.Captured, Attacks.Captured);

    /// <remarks>An imperative mandate is written down: the circle above holds a delegate to it.</remarks>
    private bool IsLinkCaptured(in Voice voice) => voice.Via >= 0 && voice.Role switch
    {
        Role.Delegate => _world.Practice.Links.Mandate == Mandate.Free
            && Is(voice.Person, Drawn.Delegate, Attacks.Delegates),
        Role.Leader => Is(voice.Person, Drawn.Leader, Attacks.Leaders),
        _ => false,
    };

    private Voice Captured(in Voice voice, Conduct conduct) => voice with
    {
        Conduct = conduct,
        Stated = _target,
        Belief = _target,
        Mandate = null,
        Snapshot = voice.Snapshot with { Preference = _target, Tolerance = 0, Conviction = 1 },
    };

    private ImmutableArray<Voice> Infiltrators()
    {
        var count = (int)Math.Round(Attacks.Sybils * _planned.People);
        if (count == 0 || !Is(Drawn.Infiltrated, Attacks.Infiltrated)) return [];
        var fakes = ImmutableArray.CreateBuilder<Voice>(count);
        for (var i = 0; i < count; i++)
        {
            var name = new PersonId(_planned.PeoplePlace.Key, FakesFrom + i);
            fakes.Add(Captured(
                new Voice(Role.Resident, -1, new Snapshot(name, _target, 0, 1, FakeSkill), _target, null),
                Conduct.Fake));
        }

        return fakes.MoveToImmutable();
    }

    // As able as people are on average: no better at writing texts than anybody.
    private const double FakeSkill = 0.5;

    private bool HostIsCaptured() =>
        _world.Scenario.Faults.Hosts is > 0 and var hosts && Attacks.Hosts > 0
        && _world.Dice.Uniform(_key % (ulong)hosts, 0, 0, 0, Purpose.Fault) < Attacks.Hosts;

    private bool Is(Drawn what, double share) =>
        share > 0 && _world.Dice.Uniform(_key, 0, 0, 0, Purpose.Capture, (uint)what) < share;

    private bool Is(PersonId person, Drawn what, double share) =>
        share > 0 && _world.Dice.Uniform(
            person.Place, 0, 0, (uint)person.Index, Purpose.Capture, (uint)what) < share;
}
