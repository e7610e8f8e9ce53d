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

    /// <summary>Objections that did not count, by the gate; concerns are among them.</summary>
    public long Dismissed { get; init; }

    /// <summary>Meetings held on the matter, or posts it was lazily consented to under.</summary>
    public long Meetings { get; init; }

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

    /// <summary>Ballots filled in, under the rules that use them.</summary>
    public long Balloting { get; init; }

    /// <summary>The last day anything of it happened.</summary>
    public Days LastDay { get; init; }

    /// <summary>The rungs of the ladder tried, ascending, with their prices.</summary>
    public ImmutableArray<RungPrice> Rungs { get; init; } = [];

    public ImmutableArray<Moment> Moments { get; init; } = [];

    /// <param name="days">The day of every meeting on the matter.</param>
    internal static Effort Of(
        Minutes minutes, Meeting meeting, ReadOnlySpan<Days> days, ImmutableArray<Moment> moments) => new()
    {
        Objecting = minutes.Objections > 0 ? 1 : 0,
        Objections = minutes.Objections,
        Integrated = minutes.Integrated,
        Dismissed = minutes.Dismissed,
        Meetings = days.Length,
        Attending = minutes.Attending,
        Speaking = minutes.Speaking,
        Hearing = (long)minutes.Objections * meeting.Present.Length,
        LastDay = days[^1],
        Rungs = Priced(minutes.Climbs, days, meeting.Awaited > 0 ? 1 : 0),
        Moments = Moment.Choose(moments),
    };

    /// <summary>A rung taken besides the meeting.</summary>
    public Effort Climbing(Climb climb, int days) => this with
    {
        Attending = Attending + climb.Attending,
        Speaking = Speaking + climb.Speaking,
        Rungs = RungPrice.Merge(Rungs, [RungPrice.Of(climb, days)]),
    };

    private static ImmutableArray<RungPrice> Priced(ImmutableArray<Climb> climbs, ReadOnlySpan<Days> days, int at)
    {
        if (climbs.IsEmpty) return [];
        var prices = ImmutableArray.CreateBuilder<RungPrice>(climbs.Length);
        foreach (var climb in climbs)
        {
            var to = Math.Min(at + climb.Meetings, days.Length - 1);
            RungPrice.Add(prices, RungPrice.Of(climb, days[to].Mid - days[Math.Min(at, to)].Mid));
            at = to;
        }

        return prices.DrainToImmutable();
    }

    public Effort Plus(Effort other) =>
        ReferenceEquals(this, None) ? other : ReferenceEquals(other, None) ? this : new()
    {
        Objecting = Objecting + other.Objecting,
        Objections = Objections + other.Objections,
        Integrated = Integrated + other.Integrated,
        Dismissed = Dismissed + other.Dismissed,
        Meetings = Meetings + other.Meetings,
        Reviews = Reviews + other.Reviews,
        Attending = Attending + other.Attending,
        Speaking = Speaking + other.Speaking,
        Hearing = Hearing + other.Hearing,
        Waited = Waited + other.Waited,
        Balloting = Balloting + other.Balloting,
        LastDay = LastDay.Later(other.LastDay),
        Rungs = RungPrice.Merge(Rungs, other.Rungs),
        Moments = Moment.Merge(Moments, other.Moments),
    };

    public void Write(CanonicalWriter writer)
    {
        writer.Long(Objecting);
        writer.Long(Objections);
        writer.Long(Integrated);
        writer.Long(Dismissed);
        writer.Long(Meetings);
        writer.Long(Reviews);
        writer.Long(Attending);
        writer.Long(Speaking);
        writer.Long(Hearing);
        writer.Long(Waited);
        writer.Long(Balloting);
        LastDay.Write(writer);
        writer.List(Rungs, (w, price) => price.Write(w));
        writer.List(Moments, (w, moment) => moment.Write(w));
    }

    public static Effort Read(ref CanonicalReader reader) => new()
    {
        Objecting = reader.Long(),
        Objections = reader.Long(),
        Integrated = reader.Long(),
        Dismissed = reader.Long(),
        Meetings = reader.Long(),
        Reviews = reader.Long(),
        Attending = reader.Long(),
        Speaking = reader.Long(),
        Hearing = reader.Long(),
        Waited = reader.Long(),
        Balloting = reader.Long(),
        LastDay = Days.Read(ref reader),
        Rungs = reader.List((ref r) => RungPrice.Read(ref r)),
        Moments = reader.List((ref r) => Moment.Read(ref r)),
    };
}
