using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Circles;

/// <summary>What a circle agreed to, or carries out of what a circle above agreed to.</summary>
/// <param name="Decision">The matter's number.</param>
/// <param name="Owner">The circle whose agreement it is; only its owner changes the text.</param>
/// <param name="Text">The owner's text, from which latitude is measured.</param>
/// <param name="CarriedOut">How this circle carries it out: the text itself at the owner.</param>
/// <param name="UntilDay">The first simulated day it no longer holds.</param>
/// <param name="ReviewDay">When the circle looks at it again: half its term, or a quarter if a
/// concern is measured.</param>
/// <param name="TermShare">The agreed share of the term asked, 0..1.</param>
/// <param name="Resolved">False where the text holds without the circle's consent: it could not settle its own
/// way, or its leader decided at once and the circle has not reviewed that yet.</param>
public sealed record Agreement(
    int Decision, int Version, CircleId Owner, Effect Effect, ImmutableArray<int> Dimensions,
    Point Text, Point CarriedOut, double Latitude, int FromDay, int UntilDay, int ReviewDay,
    double TermShare, bool Resolved)
{
    /// <summary>The change of a child's domain it is about; null for any other agreement.</summary>
    public DomainChange? Change { get; init; }

    /// <summary>The domains it changed as they were before, to return to when its term is over.</summary>
    public ImmutableArray<Domain> Before { get; init; } = [];

    /// <summary>The dimension a measured concern has its own metric on; -1 for none.</summary>
    public int Metric { get; init; } = -1;

    /// <summary>Whether its circle looks at its own way again with the next text that comes.</summary>
    public bool IsDue { get; init; }

    /// <summary>Where members divided: the text of each sub-circle; else empty, and the circle has one.</summary>
    public ImmutableArray<Point> Parts { get; init; } = [];

    /// <summary>The number of the part of each resident or, above the leaves, of each child.</summary>
    public ImmutableArray<int> PartOf { get; init; } = [];

    /// <summary>How it is carried out by a resident, or for a child, of this number.</summary>
    public Point CarriedOutFor(int number) => Parts.IsEmpty ? CarriedOut : Parts[PartOf[number]];

    /// <summary>Whether it is carried out otherwise than the owner's text says.</summary>
    public bool IsAdapted => CarriedOut.DistanceTo(Text) >= Federating.Considering.SameText;

    public bool InForce(int day) => FromDay <= day && day < UntilDay;

    public void Write(CanonicalWriter writer)
    {
        writer.Int(Decision);
        writer.Int(Version);
        writer.Text(Owner.Path);
        writer.Byte((byte)Effect);
        writer.Ints(Dimensions);
        writer.Point(Text);
        writer.Point(CarriedOut);
        writer.Number(Latitude);
        writer.Int(FromDay);
        writer.Int(UntilDay);
        writer.Int(ReviewDay);
        writer.Number(TermShare);
        writer.Bool(Resolved);
        writer.Maybe(Change);
        writer.List(Before, (w, domain) => domain.Write(w));
        writer.Int(Metric);
        writer.Bool(IsDue);
        writer.List(Parts, (w, part) => w.Point(part));
        writer.Ints(PartOf);
    }

    public static Agreement Read(ref CanonicalReader reader) =>
        new(reader.Int(), reader.Int(), reader.Circle(), reader.Choice(Effect.Ratify), reader.Ints(),
            reader.Point(), reader.Point(), reader.Number(), reader.Int(), reader.Int(), reader.Int(),
            reader.Number(), reader.Bool())
        {
            Change = reader.MaybeChange(),
            Before = reader.List((ref r) => Domain.Read(ref r)),
            Metric = reader.Int(),
            IsDue = reader.Bool(),
            Parts = reader.List((ref r) => r.Point()),
            PartOf = reader.Ints(),
        };
}
