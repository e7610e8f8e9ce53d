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
            Salience = voice.In(facets),
            IsBox = here.Practice.BoxRanges,
        };
    }

    /// <summary>How much they exaggerate, 0..1.</summary>
    public double Overstates { get; init; }

    /// <summary>How much each dimension counts for them; null where all count alike.</summary>
    public Salience? Salience { get; init; }

    /// <summary>Whether their range is a box.</summary>
    public bool IsBox { get; init; }

    /// <summary>How far a text is from a point they hold to, as they see it.</summary>
    internal double Distance(in Point stand, in Point text) =>
        Salience?.Distance(text, stand) ?? text.DistanceTo(stand);

    /// <summary>How far they say they stand from a district's median: who manipulates and would be elected, no way
    /// at all.</summary>
    internal double ClaimedDistance(in Point median) =>
        Conduct == Conduct.Manipulates ? 0 : Stand.DistanceTo(median);

    /// <summary>Whether a text lies in the range of tolerance around such a point.</summary>
    internal bool Tolerates(in Point stand, in Point text) =>
        new Acceptance(stand, Tolerance, IsBox) { Salience = Salience }.Contains(text);

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
        writer.Bool(IsBox);
        writer.Maybe(Salience?.Proposal);
        writer.Maybe(Salience?.Own);
    }

    public static Caster Read(ref CanonicalReader reader) => new(
        reader.ULong(), reader.Person(), reader.Int(), reader.Point(), reader.Point(), reader.Point(),
        reader.Number(), reader.Number(), reader.Number(), reader.Choice(Conduct.Manipulates))
    {
        Weight = reader.Long(),
        Overstates = reader.Number(),
        IsBox = reader.Bool(),
        Salience = (reader.MaybePoint(), reader.MaybePoint()) is ({ } proposal, { } own)
            ? new Salience(proposal, own) : null,
    };
}
