using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>An agreement in force, as the register knows it.</summary>
/// <param name="UntilDay">The day its term is over; <paramref name="ReviewDay"/> the day of its next review.</param>
/// <param name="SeenDay">The last day it was carried down or looked at: nothing falls due before the next.</param>
/// <param name="HeardVersion">The version a review was held of because somebody objected; 0 for none.</param>
/// <param name="Objections">Raised against it since it was last looked at.</param>
public sealed record InForce(
    int Decision, CircleId Owner, int Version, int UntilDay, int ReviewDay, int SeenDay, int HeardVersion,
    ImmutableArray<Review> Objections)
{
    // Harm is measured at least so often.
    private const int LookEveryDays = 365;

    /// <summary>What falls due next, and when.</summary>
    public (int Day, Due Due) Next(Life life)
    {
        if (!life.GoesOn) return (Math.Max(UntilDay, SeenDay + 1), Due.Expiry);
        var review = ReviewDay < UntilDay ? ReviewDay : int.MaxValue;
        var next = !Objections.IsEmpty ? (SeenDay, Due.Review)
            : UntilDay <= review && UntilDay <= SeenDay + LookEveryDays ? (UntilDay, Due.Expiry)
            : review <= SeenDay + LookEveryDays ? (review, life.Reviews ? Due.Review : Due.Missed)
            : (SeenDay + LookEveryDays, Due.Look);
        return (Math.Max(next.Item1, SeenDay + 1), next.Item2);
    }
}

/// <summary>A matter that was parked, what its circle stood for then, and when it comes back.</summary>
public sealed record Shelved(Taken Taken, Point Middle, int Day);

/// <summary>What will fall due after the agenda is settled: reviews, ends of terms, parked matters.</summary>
/// <remarks>Each agreement has one thing due at a time, so the docket is as long as the agenda.</remarks>
public sealed record Docket(Life Life)
{
    /// <summary>Ascending by decision.</summary>
    public ImmutableArray<InForce> InForce { get; private init; } = [];

    public ImmutableArray<Shelved> Shelved { get; private init; } = [];

    /// <summary>How often everybody was convened because the terms of roles were over.</summary>
    public int Elections { get; private init; }

    /// <summary>The first thing due within the horizon; null when there is none.</summary>
    /// <param name="agendaDay">The day the next matter is raised, which meets domains as they are then; 0 for
    /// none.</param>
    /// <remarks>Neither an agreement nor a parked matter: people's terms are over.</remarks>
    public (int Day, InForce? Agreement, Due Due, Shelved? Parked)? First(int agendaDay)
    {
        (int Day, InForce?, Due, Shelved?)? first = null;
        if (Life is { GoesOn: true, RoleDays: > 0 }) first = ((Elections + 1) * Life.RoleDays, null, default, null);
        foreach (var parked in Shelved)
            if (first is null || parked.Day < first.Value.Day) first = (parked.Day, null, default, parked);
        foreach (var agreement in InForce)
            if (agreement.Next(Life) is var (day, due) && (first is null || day < first.Value.Day))
                first = (day, agreement, due, null);
        return first?.Day <= (Life.GoesOn ? Life.HorizonDays : agendaDay) ? first : null;
    }

    /// <remarks>A change of a domain ends with its term even where nothing else is looked at again.</remarks>
    public Docket Adopted(Taken taken, Reply.SpreadOut spread, int day) =>
        !Life.GoesOn && taken.Proposal.Change is null ? this : With(new InForce(
            taken.Proposal.Id, taken.Owner, spread.Version, spread.UntilDay, spread.ReviewDay, day, 0, []));

    /// <summary>A parked matter comes back after half the term it asked for.</summary>
    public Docket Parked(Taken taken, Point middle, int day) =>
        !Life.GoesOn ? this : this with
        {
            Shelved = Shelved.Add(new Shelved(taken, middle, day + Math.Max(1, taken.Proposal.TermDays / 2))),
        };

    public Docket Raised(Shelved parked) => this with { Shelved = Shelved.Remove(parked) };

    public Docket Elected() => this with { Elections = Elections + 1 };

    /// <summary>After a circle met: what it parked comes back at once if its opinion moved far enough.</summary>
    public Docket Moved(CircleId circle, Point middle, int day) => Shelved.IsEmpty ? this : this with
    {
        Shelved = [.. Shelved.Select(parked =>
            parked.Taken.Owner == circle && parked.Middle.DistanceTo(middle) > Life.Movement + Tolerance.Epsilon
                ? parked with { Day = Math.Min(parked.Day, day + 1) } : parked)],
    };

    /// <summary>Objections go on the owner's agenda: once for each version of a text.</summary>
    public Docket Objected(ImmutableArray<Objected> objections, int day)
    {
        var docket = this;
        foreach (var one in objections.GroupBy(one => one.Decision).OrderBy(one => one.Key))
        {
            if (!Life.Reviews || Find(one.Key) is not { } agreement) continue;
            if (agreement.HeardVersion == agreement.Version || day < agreement.SeenDay) continue;
            docket = docket.With(agreement with
            {
                HeardVersion = agreement.Version,
                SeenDay = day,
                Objections = Review.Choose([.. one.Select(objected => objected.Review)]),
            });
        }

        return docket;
    }

    /// <summary>After it was looked at: the next thing due, or nothing where it no longer holds.</summary>
    public Docket Looked(InForce agreement, Reply.Looked looked, int day) =>
        looked.Verdict is Verdict.Ended or Verdict.Expired
            ? this with { InForce = InForce.RemoveAll(one => one.Decision == agreement.Decision) }
            : With(agreement with
            {
                Version = looked.Version,
                UntilDay = looked.UntilDay,
                ReviewDay = looked.ReviewDay,
                SeenDay = Math.Max(day, agreement.SeenDay),
                Objections = [],
            });

    private InForce? Find(int decision) => InForce.FirstOrDefault(one => one.Decision == decision);

    private Docket With(InForce agreement)
    {
        var others = InForce.RemoveAll(one => one.Decision == agreement.Decision);
        var at = others.TakeWhile(one => one.Decision < agreement.Decision).Count();
        return this with { InForce = others.Insert(at, agreement) };
    }
}
