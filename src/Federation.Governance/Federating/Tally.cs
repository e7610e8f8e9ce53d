using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>What one decision came to in a circle and everything below it, added up exactly.</summary>
/// <remarks>
/// Integers and fixed point only, so that any grouping of circles adds up to the same figures.
/// Meeting time is kept as four counts, from which hours follow under any assumption (model 2.5).
/// </remarks>
public sealed record Tally
{
    public static Tally None { get; } = new();

    public long Asked { get; init; }
    public long Carried { get; init; }
    public long Adapted { get; init; }
    public long Unresolved { get; init; }
    public long Declined { get; init; }

    /// <summary>Circles in which somebody objected on the first asking.</summary>
    public long Objecting { get; init; }
    public long Objections { get; init; }
    public long Integrated { get; init; }
    public long Reviews { get; init; }

    /// <summary>Attendances: each reads and clarifies once.</summary>
    public long Attending { get; init; }

    /// <summary>Sum of n^2 over rounds: everyone speaks, everyone listens.</summary>
    public long Speaking { get; init; }

    /// <summary>Attendances at a decision.</summary>
    public long Deciding { get; init; }

    /// <summary>Sum of objections times those who hear them.</summary>
    public long Hearing { get; init; }

    /// <summary>People living in the leaf circles counted below.</summary>
    public long People { get; init; }

    /// <summary>Those of them whose range of tolerance the way it is carried out does not reach.</summary>
    public long Outside { get; init; }

    /// <summary>Realised harm times people, in units of 2^-40.</summary>
    public Int128 Harm { get; init; }

    /// <summary>The same by how harmed, for the worst-off tenth.</summary>
    public ImmutableArray<HarmBin> Harms { get; init; } = [];

    /// <summary>The last day anything of it happened.</summary>
    public Days LastDay { get; init; }

    /// <summary>The deepest circle reached.</summary>
    public int DepthMax { get; init; }

    public ImmutableArray<Moment> Moments { get; init; } = [];

    public Tally Plus(Tally other) => ReferenceEquals(this, None) ? other : ReferenceEquals(other, None) ? this : new()
    {
        Asked = Asked + other.Asked,
        Carried = Carried + other.Carried,
        Adapted = Adapted + other.Adapted,
        Unresolved = Unresolved + other.Unresolved,
        Declined = Declined + other.Declined,
        Objecting = Objecting + other.Objecting,
        Objections = Objections + other.Objections,
        Integrated = Integrated + other.Integrated,
        Reviews = Reviews + other.Reviews,
        Attending = Attending + other.Attending,
        Speaking = Speaking + other.Speaking,
        Deciding = Deciding + other.Deciding,
        Hearing = Hearing + other.Hearing,
        People = People + other.People,
        Outside = Outside + other.Outside,
        Harm = Harm + other.Harm,
        Harms = HarmBin.Merge(Harms, other.Harms),
        LastDay = LastDay.Later(other.LastDay),
        DepthMax = Math.Max(DepthMax, other.DepthMax),
        Moments = Moment.Merge(Moments, other.Moments),
    };

    public void Write(CanonicalWriter writer)
    {
        foreach (var count in (ReadOnlySpan<long>)[
            Asked, Carried, Adapted, Unresolved, Declined, Objecting, Objections, Integrated, Reviews,
            Attending, Speaking, Deciding, Hearing, People, Outside]) writer.Long(count);
        writer.Wide(Harm);
        writer.List(Harms, (w, bin) => bin.Write(w));
        LastDay.Write(writer);
        writer.Int(DepthMax);
        writer.List(Moments, (w, moment) => moment.Write(w));
    }

    public static Tally Read(ref CanonicalReader reader) => new()
    {
        Asked = reader.Long(),
        Carried = reader.Long(),
        Adapted = reader.Long(),
        Unresolved = reader.Long(),
        Declined = reader.Long(),
        Objecting = reader.Long(),
        Objections = reader.Long(),
        Integrated = reader.Long(),
        Reviews = reader.Long(),
        Attending = reader.Long(),
        Speaking = reader.Long(),
        Deciding = reader.Long(),
        Hearing = reader.Long(),
        People = reader.Long(),
        Outside = reader.Long(),
        Harm = reader.Wide(),
        Harms = reader.List((ref r) => HarmBin.Read(ref r)),
        LastDay = Days.Read(ref reader),
        DepthMax = reader.Int(),
        Moments = reader.List((ref r) => Moment.Read(ref r)),
    };
}
