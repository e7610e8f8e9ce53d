using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>What people are asked. Values are never renumbered.</summary>
public enum Inquiry : byte
{
    /// <summary>Who is drawn by lot?</summary>
    Draw = 0,

    /// <summary>A ballot on the alternatives.</summary>
    Rank = 1,

    /// <summary>On which side of some marks do you stand?</summary>
    Place = 2,

    /// <summary>Who stands nearest to the one alternative?</summary>
    Nearest = 3,

    /// <summary>Decide it among yourselves, circle by circle, and say how.</summary>
    Decide = 4,
}

/// <summary>What a lot is drawn for; each has lots of its own. Values are never renumbered.</summary>
public enum Drawing : byte
{
    Ruler = 0,
    Alternatives = 1,
    Panel = 2,
    Reports = 3,
    Talk = 4,
    Candidates = 5,
}

/// <summary>One question to everybody below a circle, with all that is needed to go on from the answer.</summary>
/// <param name="Dimensions">The dimensions the matter is about; points are in these.</param>
/// <param name="StatusQuo">What holds now.</param>
/// <param name="Brought">The text as it is put; <paramref name="Amended"/> as it is after integration.</param>
/// <remarks>Bounded: at most six alternatives, a few dozen people drawn by lot and eight marks.</remarks>
public sealed record Question(
    Inquiry Inquiry, int Decision, ImmutableArray<int> Dimensions, Point StatusQuo, Point Brought, Point Amended)
{
    public Drawing Drawing { get; init; }

    /// <summary>How many are drawn.</summary>
    public int Count { get; init; }

    /// <summary>Only people living here or below are drawn; null for everybody.</summary>
    public CircleId? Within { get; init; }

    public ImmutableArray<Point> Alternatives { get; init; } = [];

    /// <summary>Whether district by district one person answers for all.</summary>
    public bool ByDistricts { get; init; }

    /// <summary>The depth of the circle that decides; districts lie below it.</summary>
    public int OwnerDepth { get; init; }

    /// <summary>Whom everybody may meet in talk before they answer.</summary>
    public ImmutableArray<Caster> Partners { get; init; } = [];

    /// <summary>Who was drawn before, for what comes later.</summary>
    public ImmutableArray<Caster> Drawn { get; init; } = [];

    /// <summary>Looking for medians: how often the marks were refined, and per dimension the cell looked
    /// into and how many stand below it.</summary>
    public int Refined { get; init; }
    public ImmutableArray<long> Cells { get; init; } = [];
    public ImmutableArray<long> Below { get; init; } = [];

    internal Facets Facets(Point whole) => new(Dimensions, whole);

    public void Write(CanonicalWriter writer)
    {
        writer.Byte((byte)Inquiry);
        writer.Int(Decision);
        writer.Ints(Dimensions);
        writer.Point(StatusQuo);
        writer.Point(Brought);
        writer.Point(Amended);
        writer.Byte((byte)Drawing);
        writer.Int(Count);
        writer.Text(Within?.Path ?? "");
        writer.List(Alternatives, (w, point) => w.Point(point));
        writer.Bool(ByDistricts);
        writer.Int(OwnerDepth);
        writer.List(Partners, (w, caster) => caster.Write(w));
        writer.List(Drawn, (w, caster) => caster.Write(w));
        writer.Int(Refined);
        writer.List(Cells, (w, cell) => w.Long(cell));
        writer.List(Below, (w, below) => w.Long(below));
    }

    public static Question Read(ref CanonicalReader reader) => new(
        reader.Choice(Inquiry.Decide), reader.Int(), reader.Ints(), reader.Point(), reader.Point(), reader.Point())
    {
        Drawing = reader.Choice(Drawing.Candidates),
        Count = reader.Int(),
        Within = reader.Text() is { Length: > 0 } path ? new CircleId(path) : null,
        Alternatives = reader.List((ref r) => r.Point()),
        ByDistricts = reader.Bool(),
        OwnerDepth = reader.Int(),
        Partners = reader.List((ref r) => Caster.Read(ref r)),
        Drawn = reader.List((ref r) => Caster.Read(ref r)),
        Refined = reader.Int(),
        Cells = reader.List((ref r) => r.Long()),
        Below = reader.List((ref r) => r.Long()),
    };
}
