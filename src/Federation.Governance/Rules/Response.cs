using System.Collections.Immutable;
using Federation.Governance.Counting;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Rules;

/// <summary>How many stand in one cell of one dimension.</summary>
public readonly record struct Cell(int Dimension, int Number, long Weight);

/// <summary>Ballots a link person holds for others and entrusts to somebody in the circle above.</summary>
public readonly record struct Entrusted(PersonId Person, long Weight);

/// <summary>What a circle and everybody below it answer: adds up in any order, and stays bounded.</summary>
public sealed record Response
{
    public static Response None { get; } = new();

    /// <summary>People who might have taken part.</summary>
    public long Eligible { get; init; }

    /// <summary>People who did.</summary>
    public long Came { get; init; }

    /// <summary>Those drawn by lot, highest first; or the one who stands nearest.</summary>
    public ImmutableArray<Caster> Drawn { get; init; } = [];

    public Ballots? Ballots { get; init; }

    /// <summary>Ascending by dimension, then number.</summary>
    public ImmutableArray<Cell> Cells { get; init; } = [];

    /// <summary>Under delegation: what goes on to the circle above; those in a circle of delegations.</summary>
    public ImmutableArray<Entrusted> Entrusted { get; init; } = [];
    public long Lost { get; init; }

    /// <summary>The most ballots anybody held.</summary>
    public long WeightMost { get; init; }

    /// <summary>Districts that sent somebody.</summary>
    public long Seats { get; init; }

    /// <summary>What the circle decided; null unless it was asked to.</summary>
    public Point? Decision { get; init; }

    public Response Plus(Response other, Question question) => new()
    {
        Eligible = Eligible + other.Eligible,
        Came = Came + other.Came,
        Drawn = question.Inquiry == Inquiry.Nearest
            ? Nearer(Drawn, other.Drawn, question.Alternatives[0])
            : Highest(Drawn.AddRange(other.Drawn), question.Count),
        Ballots = Ballots is null ? other.Ballots : other.Ballots is null ? Ballots : Ballots.With(other.Ballots),
        Cells = Summed(Cells.AddRange(other.Cells)),
        Entrusted = Entrusted.AddRange(other.Entrusted),
        Lost = Lost + other.Lost,
        WeightMost = Math.Max(WeightMost, other.WeightMost),
        Seats = Seats + other.Seats,
    };

    internal static ImmutableArray<Caster> Highest(ImmutableArray<Caster> all, int count)
    {
        if (all.Length > 1) all = all.Sort(Caster.ByLot);
        return all.Length <= count ? all : all[..count];
    }

    internal static ImmutableArray<Cell> Summed(ImmutableArray<Cell> all) => all.Length < 2 ? all :
        [.. all.GroupBy(cell => (cell.Dimension, cell.Number))
            .OrderBy(cells => cells.Key)
            .Select(cells => new Cell(cells.Key.Dimension, cells.Key.Number, cells.Sum(cell => cell.Weight)))];

    private static ImmutableArray<Caster> Nearer(ImmutableArray<Caster> left, ImmutableArray<Caster> right, Point to)
    {
        if (left.IsEmpty || right.IsEmpty) return left.IsEmpty ? right : left;
        var (a, b) = (left[0].ClaimedDistance(to), right[0].ClaimedDistance(to));
        return a < b || (a.Equals(b) && Caster.ByLot(left[0], right[0]) <= 0) ? left : right;
    }

    public void Write(CanonicalWriter writer)
    {
        writer.Long(Eligible);
        writer.Long(Came);
        writer.List(Drawn, (w, caster) => caster.Write(w));
        writer.Bool(Ballots is not null);
        Ballots?.Write(writer);
        writer.List(Cells, (w, cell) =>
        {
            w.Int(cell.Dimension);
            w.Int(cell.Number);
            w.Long(cell.Weight);
        });
        writer.List(Entrusted, (w, one) =>
        {
            w.Person(one.Person);
            w.Long(one.Weight);
        });
        writer.Long(Lost);
        writer.Long(WeightMost);
        writer.Long(Seats);
        writer.Maybe(Decision);
    }

    public static Response Read(ref CanonicalReader reader) => new()
    {
        Eligible = reader.Long(),
        Came = reader.Long(),
        Drawn = reader.List((ref r) => Caster.Read(ref r)),
        Ballots = reader.Bool() ? Ballots.Read(ref reader) : null,
        Cells = reader.List((ref r) => new Cell(r.Int(), r.Int(), r.Long())),
        Entrusted = reader.List((ref r) => new Entrusted(r.Person(), r.Long())),
        Lost = reader.Long(),
        WeightMost = reader.Long(),
        Seats = reader.Long(),
        Decision = reader.MaybePoint(),
    };
}
