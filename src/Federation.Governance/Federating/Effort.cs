using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>What deciding took: adds up over meetings, circles and versions of a text.</summary>
/// <remarks>
/// Meeting time is kept as four counts, from which person-hours follow under any assumption about
/// minutes (docs/guide/model.md, "Person-hours"). Integers only, so any grouping adds up the same.
/// </remarks>
public sealed record Effort
{
    public static Effort None { get; } = new();

    /// <summary>Meetings in which somebody objected at least once.</summary>
    public long Objecting { get; init; }
    public long Objections { get; init; }
    public long Integrated { get; init; }

    /// <summary>Review requests that came up.</summary>
    public long Reviews { get; init; }

    /// <summary>Attendances: each reads, clarifies and decides once.</summary>
    public long Attending { get; init; }

    /// <summary>Sum of n^2 over rounds: everyone speaks, everyone listens.</summary>
    public long Speaking { get; init; }

    /// <summary>Sum of objections times those who hear them.</summary>
    public long Hearing { get; init; }

    /// <summary>How often it waited in a circle's backlog for a meeting with time left.</summary>
    public long Waited { get; init; }

    /// <summary>The last day anything of it happened.</summary>
    public Days LastDay { get; init; }

    public ImmutableArray<Moment> Moments { get; init; } = [];

    public static Effort Of(Minutes minutes, int present, Days day, ImmutableArray<Moment> moments) => new()
    {
        Objecting = minutes.Objections > 0 ? 1 : 0,
        Objections = minutes.Objections,
        Integrated = minutes.Integrated,
        Attending = present,
        Speaking = (long)present * present * minutes.Rounds,
        Hearing = (long)minutes.Objections * present,
        LastDay = day,
        Moments = Moment.Choose(moments),
    };

    public Effort Plus(Effort other) =>
        ReferenceEquals(this, None) ? other : ReferenceEquals(other, None) ? this : new()
    {
        Objecting = Objecting + other.Objecting,
        Objections = Objections + other.Objections,
        Integrated = Integrated + other.Integrated,
        Reviews = Reviews + other.Reviews,
        Attending = Attending + other.Attending,
        Speaking = Speaking + other.Speaking,
        Hearing = Hearing + other.Hearing,
        Waited = Waited + other.Waited,
        LastDay = LastDay.Later(other.LastDay),
        Moments = Moment.Merge(Moments, other.Moments),
    };

    public void Write(CanonicalWriter writer)
    {
        writer.Long(Objecting);
        writer.Long(Objections);
        writer.Long(Integrated);
        writer.Long(Reviews);
        writer.Long(Attending);
        writer.Long(Speaking);
        writer.Long(Hearing);
        writer.Long(Waited);
        LastDay.Write(writer);
        writer.List(Moments, (w, moment) => moment.Write(w));
    }

    public static Effort Read(ref CanonicalReader reader) => new()
    {
        Objecting = reader.Long(),
        Objections = reader.Long(),
        Integrated = reader.Long(),
        Reviews = reader.Long(),
        Attending = reader.Long(),
        Speaking = reader.Long(),
        Hearing = reader.Long(),
        Waited = reader.Long(),
        LastDay = Days.Read(ref reader),
        Moments = reader.List((ref r) => Moment.Read(ref r)),
    };
}
