using System.Collections.Immutable;
using Federation.Governance.Chance;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Testing;

/// <summary>A circle written by hand: everything about it is what the test says.</summary>
/// <remarks>Meets every day, everybody comes, and everybody reads its need without error.</remarks>
public sealed class TestCircle(string path, params string[] children) : Surroundings
{
    private static readonly Dice Dice = new(7, 0);

    public static Digest TestGenesis { get; } = Digest.Of("test"u8);

    public override CircleId Id { get; } = new(path);
    public override int Depth { get; } = path.Count(letter => letter == '/');
    public override ImmutableArray<CircleId> Children { get; } =
        [.. children.Select(child => new CircleId($"{path}/{child}"))];

    public ImmutableArray<Snapshot> People { get; init; } = [];
    public override int Residents => People.Length;
    public override Digest Genesis => TestGenesis;
    public override Practice Practice => HowTheyDecide;
    public Practice HowTheyDecide { get; init; } = new();
    public override Point StatusQuo => Fixed.Round(Now);
    public Point Now { get; init; } = new(.5, .5);
    public override Domain Domain => Owns ?? new(
        Id, [.. Enumerable.Range(0, Now.Dimensions)], Bounds.Unit(Now.Dimensions), Id,
        Fixed.Round(Practice.Latitude));
    public Domain? Owns { get; init; }

    /// <summary>The federation it is part of, which knows what its children were given.</summary>
    public TestFederation? Within { get; set; }

    public override Domain DomainBelow(int child) => Within?.Of(Children[child]).Domain ?? base.DomainBelow(child);

    public override bool IsContested(Proposal proposal) => Within is { } all && all.Circles.Any(other =>
        other.Owns is { } claimed && Owns is { } own && claimed.Rivals(own) && claimed.Covers(proposal));
    public override Point Need => Fixed.Round(Serves ?? Now);
    public Point? Serves { get; init; }
    public override int CadenceDays => Every;
    public int Every { get; init; } = 1;
    public override int Phase => 0;

    /// <summary>What a person believes this circle needs; its need when null.</summary>
    public Func<PersonId, Point>? Believes { get; init; }

    /// <summary>How qualified one person thinks another; a fixed draw when null.</summary>
    public Func<PersonId, PersonId, double>? Thinks { get; init; }

    /// <summary>The resident whom all find unfit to be a member; -1 for nobody.</summary>
    public int Unfit { get; init; } = -1;

    public Func<PersonId, bool> Comes { get; init; } = _ => true;

    public override Snapshot Resident(int index) => People[index];

    public override int IndexOf(PersonId resident)
    {
        for (var i = 0; i < People.Length; i++)
            if (People[i].Person == resident) return i;
        return -1;
    }

    public override Point Signal(PersonId person, double skill, int decision) =>
        Fixed.Round(Believes?.Invoke(person) ?? Need);

    public override Point ReportNoise(PersonId person, int decision) =>
        Point.Filled(Now.Dimensions, 0);

    public override bool Attends(PersonId person, int decision, int version) => Comes(person);

    public override double Perceived(PersonId by, PersonId of, Role role) =>
        role == Role.Resident && of.Index == Unfit ? 0 : Thinks?.Invoke(by, of) ?? Dice.Uniform(
            of.Place, (ulong)of.Index, 0, (uint)by.Index, Purpose.Qualification, (uint)role);

    public override ulong Lot(PersonId person, int decision) =>
        Dice.Words(person.Place, (ulong)decision, 0, (uint)person.Index, Purpose.Tie).A;
}
