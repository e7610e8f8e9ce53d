using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>Somebody who takes part in a decision by a rule, in the matter's dimensions.</summary>
/// <param name="Lot">Drawn for the question at hand; the highest lots are drawn.</param>
/// <param name="Depth">Links from the circle they take part in up to the root.</param>
/// <param name="Stand">Where they really stand.</param>
/// <param name="Tolerance">Radius of their range of tolerance, coordinate units.</param>
public sealed record Caster(
    ulong Lot, PersonId Person, int Depth, Point Preference, Point Belief, Point Stand, double Tolerance,
    double Conviction, double Skill, Conduct Conduct)
{
    /// <summary>Ballots they hold, their own included.</summary>
    public long Weight { get; init; } = 1;

    internal static Caster Of(in Voice voice, Facets facets, ulong lot, Surroundings here)
    {
        var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
        return new Caster(
            lot, voice.Person, here.Depth, facets.Of(voice.Snapshot.Preference), facets.Of(voice.Belief),
            Fixed.Round(facets.Of(stand)), voice.Snapshot.Tolerance, voice.Snapshot.Conviction,
            voice.Snapshot.Skill, voice.Conduct)
        {
            Overstates = voice.Overstates,
        };
    }

    /// <summary>How much they exaggerate, 0..1.</summary>
    public double Overstates { get; init; }

    /// <summary>The one drawn first of two.</summary>
    internal static int ByLot(Caster left, Caster right) => left.Lot != right.Lot
        ? right.Lot.CompareTo(left.Lot)
        : left.Person.CompareTo(right.Person);

    public void Write(CanonicalWriter writer)
    {
        writer.ULong(Lot);
        writer.Person(Person);
        writer.Int(Depth);
        writer.Point(Preference);
        writer.Point(Belief);
        writer.Point(Stand);
        writer.Number(Tolerance);
        writer.Number(Conviction);
        writer.Number(Skill);
        writer.Byte((byte)Conduct);
        writer.Long(Weight);
        writer.Number(Overstates);
    }

    public static Caster Read(ref CanonicalReader reader) => new(
        reader.ULong(), reader.Person(), reader.Int(), reader.Point(), reader.Point(), reader.Point(),
        reader.Number(), reader.Number(), reader.Number(), reader.Choice(Conduct.Manipulates))
    {
        Weight = reader.Long(),
        Overstates = reader.Number(),
    };
}
