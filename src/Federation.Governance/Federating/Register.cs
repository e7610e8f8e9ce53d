using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>A matter of the agenda and the simulated day somebody raises it.</summary>
public sealed record Raising(Proposal Proposal, int Day);

/// <summary>How a matter ended, as the register knows it.</summary>
/// <param name="Cycle">The cycle that settled it.</param>
/// <param name="Spread">What became of it below; null when it was parked.</param>
/// <param name="Spent">What earlier, narrower cycles took.</param>
public sealed record Settlement(Taken Taken, int Cycle, Reply.SpreadOut? Spread, Effort Spent)
{
    /// <summary>Where another rule than consent decided: the text as it was put, and amended; else empty.</summary>
    public ImmutableArray<Point> Drafts { get; init; } = [];
}

/// <summary>What came of an agreement in force when something was due for it.</summary>
/// <param name="Looked">The owner's answer, with what the agreement did until that day.</param>
/// <param name="After">What it does from then on; null where nothing was carried down.</param>
/// <param name="Effort">What looking and carrying down took.</param>
public sealed record Look(int Decision, int Cycle, int Day, Reply.Looked Looked, Reach? After, Effort Effort);

/// <summary>The scope's seal at the end of a cycle.</summary>
public sealed record CycleSeal(int Cycle, Days Day, CircleId Scope, Digest Seal);

/// <summary>The one book in which cycles are numbered and dated; its rules are pure.</summary>
/// <remarks>
/// A cycle runs over a scope, the lowest circle that holds the origin and everybody affected. What
/// the scope refers joins the next simulated day with the scope's parent as scope. The register is
/// always waiting for exactly one answer, so what it is fed decides everything: to store it, store
/// the answers.
/// </remarks>
public sealed partial record Register
{
    private Register() { }

    public required Digest Genesis { get; init; }
    public required CircleId Root { get; init; }

    /// <summary>What was raised and not admitted yet, by day, then number.</summary>
    public ImmutableArray<Admission> Waiting { get; private init; } = [];

    /// <summary>Cycles admitted so far, the founding included.</summary>
    public int Cycles { get; private init; } = 1;

    public ImmutableArray<Settlement> Settled { get; private init; } = [];

    /// <summary>What a rule was asked about, by matter: the text as it was put, and amended.</summary>
    private ImmutableSortedDictionary<int, ImmutableArray<Point>> Drafts { get; init; } =
        ImmutableSortedDictionary<int, ImmutableArray<Point>>.Empty;
    public ImmutableArray<CycleSeal> Seals { get; private init; } = [];

    /// <summary>What falls due once matters are settled.</summary>
    public Docket Docket { get; private init; } = new(Life.None);

    /// <summary>What came of it, oldest first.</summary>
    public ImmutableArray<Look> Looks { get; private init; } = [];

    /// <summary>Circles and people as the founding counted them.</summary>
    public long Circles { get; private init; }
    public long People { get; private init; }

    /// <summary>Whom to ask what; null when everything is settled.</summary>
    public Order? Pending { get; private init; }

    private Admission? Current { get; init; }
    private Looking? Under { get; init; }
    private ImmutableArray<Taken> Undecided { get; init; } = [];
    private ImmutableArray<Taken> Unspread { get; init; } = [];
    private ImmutableArray<CircleId> Dirty { get; init; } = [];
    private ImmutableSortedDictionary<int, Effort> Spent { get; init; } =
        ImmutableSortedDictionary<int, Effort>.Empty;

    /// <summary>One request and the circle it goes to.</summary>
    public sealed record Order(CircleId Circle, Request Request);

    /// <summary>A cycle to be held.</summary>
    public sealed record Admission(Days Day, CircleId Scope, ImmutableArray<Proposal> Raised);

    /// <summary>An agreement being looked at.</summary>
    /// <param name="Looked">The owner's answer; null until it comes.</param>
    private sealed record Looking(InForce Agreement, Reply.Looked? Looked, int Day);

    public static Register Open(
        Digest genesis, CircleId root, IEnumerable<Raising> agenda, Life? life = null)
    {
        var waiting = agenda
            .GroupBy(raising => raising.Day).OrderBy(day => day.Key)
            .SelectMany(day => day
                .GroupBy(raising => Scope(raising.Proposal)).OrderBy(scope => scope.Key)
                .Select(scope => new Admission(Days.Same(day.Key), scope.Key,
                    [.. scope.Select(raising => raising.Proposal).OrderBy(proposal => proposal.Id)])));
        var register = new Register
        {
            Genesis = genesis, Root = root, Waiting = [.. waiting], Docket = new Docket(life ?? Life.None),
        };
        return register.Asking(root, 0, Days.Same(0), new Asking.Found());
    }

    /// <summary>The root's newest seal; null before the founding.</summary>
    public Digest? RootSeal => Seals.LastOrDefault(seal => seal.Scope == Root)?.Seal;

    /// <summary>The register after the answer it was waiting for.</summary>
    public Register Answered(Answer answer) => answer.Reply switch
    {
        Reply.Founded founded => (this with { Circles = founded.Circles, People = founded.People })
            .Asking(Root, 0, answer.Day, new Asking.Lead([], [])),
        Reply.Seated => Sealed(answer, Root).Next(),
        Reply.Heeded heeded => Heeded(answer, heeded),
        Reply.Convened convened => Convened(answer, convened),
        Reply.SpreadOut spread => Under is { } under
            ? Over(under, spread.Reach, spread.Effort, answer) : Spread(answer, spread),
        Reply.Looked looked => Looked(answer, looked),
        Reply.Ruled ruled => Ruled(answer, ruled.Taken),
        Reply.Resealed => Sealed(answer, Root) with { Pending = null },
        _ => throw new UnreachableException(answer.Reply.GetType().Name),
    };

    private Register Convened(Answer answer, Reply.Convened convened)
    {
        var scope = Current!.Scope;
        var register = Sealed(answer, scope) with
        {
            Dirty = scope == Root ? [] : Dirty.Add(scope),
            Undecided = [.. convened.Taken.Where(taken => taken.IsOpen)],
            Unspread = [.. convened.Taken.Where(taken => taken.IsCarriedDown)],
            Settled = TimeSpent.Onto(Settled, convened.Spent),
            Docket = Docket.Moved(scope, convened.Middle, answer.Day.Mid)
                .Objected(convened.Objected, answer.Day.Mid),
        };
        foreach (var taken in convened.Taken)
            if (taken.IsOpen) continue;
            else if (!taken.Adopted) register = register.Park(taken, convened.Middle);
            else if (!taken.IsCarriedDown)
                register = register.Settle(taken, null).Relink(taken, answer.Day);
        return convened.Referred.IsEmpty
            ? register.SpreadNext(answer.Day)
            : register.Widen(scope, answer.Day, convened.Referred).SpreadNext(answer.Day);
    }

    private Register Park(Taken taken, Point middle) => Settle(taken, null) with
    {
        Docket = Docket.Parked(taken, middle, taken.Effort.LastDay.Mid),
    };

    /// <summary>A matter that was parked and came back is settled anew.</summary>
    private Register Settle(Taken taken, Reply.SpreadOut? spread) => this with
    {
        Settled = Settled.RemoveAll(one => one.Taken.Proposal.Id == taken.Proposal.Id)
            .Add(new Settlement(taken, Cycles - 1, spread, SpentOn(taken))
            {
                Drafts = Drafts.GetValueOrDefault(taken.Proposal.Id, []),
            }),
    };

    /// <summary>After a removal the circle above convenes until the seats are others': the first time they
    /// are left and delegates elected, the second time a leader is named.</summary>
    private Register Relink(Taken taken, Days met)
    {
        if (!taken.Vacates) return this;
        var scope = taken.Owner == Root ? Root : taken.Owner.Parent!.Value;
        return Join(new Admission(met.After(1), scope, [])).Join(new Admission(met.After(2), scope, []));
    }

    private Register Join(Admission later) => this with
    {
        Waiting = Waiting.Insert(Waiting.TakeWhile(waiting => waiting.Day.Mid <= later.Day.Mid).Count(), later),
    };

    /// <summary>What a scope refers joins the day after it met, in the order it comes in.</summary>
    private Register Widen(CircleId scope, Days met, ImmutableArray<Referral> referred)
    {
        var spent = Spent;
        foreach (var referral in referred)
            spent = spent.SetItem(referral.Proposal.Id,
                spent.GetValueOrDefault(referral.Proposal.Id, Effort.None).Plus(referral.Effort));
        var parent = scope.Parent ?? throw new UnreachableException("The root refers to nobody.");
        var raised = Current!.Raised.Where(proposal =>
            referred.Any(referral => referral.Proposal.Id == proposal.Id)).ToImmutableArray();
        return Join(new Admission(met.After(1), parent, raised)) with { Spent = spent };
    }

    /// <summary>The rule decided: what it adopted is carried down, what it refused is settled for good.</summary>
    private Register Ruled(Answer answer, Taken taken)
    {
        var register = taken.Owner == Root ? Sealed(answer, Root) : this with { Dirty = Dirty.Add(taken.Owner) };
        register = register with
        {
            Undecided = Undecided.RemoveAt(0),
            Drafts = Drafts.SetItem(taken.Proposal.Id, Undecided[0].Drafts),
        };
        return (taken.Adopted
            ? register with { Unspread = register.Unspread.Add(taken) }
            : register.Settle(taken, null)).SpreadNext(answer.Day);
    }

    private Register SpreadNext(Days day) => !Undecided.IsEmpty
        ? Asking(
            Undecided[0].Owner, Undecided[0].Proposal.Id, Undecided[0].Effort.LastDay,
            new Asking.Rule(Undecided[0]))
        : Unspread.IsEmpty
        ? Next()
        : Asking(Unspread[0].Carrier, Unspread[0].Proposal.Id, Unspread[0].Effort.LastDay, new Asking.Spread());

    private Register Spread(Answer answer, Reply.SpreadOut spread)
    {
        var taken = Unspread[0];
        var register = taken.Carrier == Root
            ? Sealed(answer, Root)
            : this with { Dirty = Dirty.Add(taken.Carrier) };
        return (register.Settle(taken, spread) with
        {
            Unspread = Unspread.RemoveAt(0),
            // A ratified text is not the owner's alone.
            Docket = taken.Proposal.Effect is not Effect.Ratify
                ? Docket.Adopted(taken, spread, answer.Day.Mid) : Docket,
        }).SpreadNext(answer.Day);
    }

    private Effort SpentOn(Taken taken) => Spent.GetValueOrDefault(taken.Proposal.Id, Effort.None);

    private Register Next()
    {
        var due = Docket.First(Waiting.IsEmpty ? 0 : Waiting[0].Day.Mid);
        if (!Waiting.IsEmpty && (due is null || Waiting[0].Day.Mid <= due.Value.Day)) return Admit(Waiting[0]);
        if (due is var (day, agreement, what, parked))
        {
            if (Docket.Life.GoesOn && Cycles >= Docket.Life.CyclesMax)
                throw new TooManyCyclesException(Docket.Life, day);
            return parked is not null ? Again(parked, day)
                : agreement is not null ? LookAt(agreement, what, day)
                : (this with { Docket = Docket.Elected() }).Admit(new Admission(Days.Same(day), Root, []));
        }

        return Dirty.IsEmpty
            ? this with { Pending = null }
            : Asking(Root, 0, Seals[^1].Day, new Asking.Reseal([.. Dirty.Distinct().Order()]));
    }

    private Register Admit(Admission admitted)
    {
        var register = this with { Waiting = Waiting.Remove(admitted), Current = admitted, Cycles = Cycles + 1 };
        var touching = admitted.Raised.RemoveAll(proposal => proposal.Touches.IsEmpty);
        return touching.IsEmpty ? register.Convene()
            : register.Asking(admitted.Scope, 0, admitted.Day, new Asking.Heed(touching));
    }

    private Register Convene() =>
        Asking(Current!.Scope, 0, Current.Day, new Asking.Convene(Current.Raised, [], null));

    /// <summary>What a neighbour objects to affects everybody up to the circle above both; whom it touches
    /// is heard once.</summary>
    private Register Heeded(Answer answer, Reply.Heeded heeded)
    {
        var (raised, spent) = (Current!.Raised, Spent);
        foreach (var stance in heeded.Stances)
        {
            var at = raised.IndexOf(raised.First(proposal => proposal.Id == stance.Decision));
            var affects = stance.Consents ? raised[at].Affects : raised[at].Common;
            raised = raised.SetItem(at, raised[at] with { Affects = affects, Touches = [] });
            spent = spent.SetItem(
                stance.Decision, spent.GetValueOrDefault(stance.Decision, Effort.None).Plus(stance.Effort));
        }

        var register = Sealed(answer, Current.Scope) with
        {
            Dirty = Current.Scope == Root ? Dirty : Dirty.Add(Current.Scope),
            Current = Current with { Raised = raised, Day = Current.Day.Later(answer.Day) },
            Spent = spent,
        };
        return register.Convene();
    }

    private Register Sealed(Answer answer, CircleId scope) => this with
    {
        Seals = Seals.Add(new CycleSeal(Cycles - 1, answer.Day, scope, answer.Seal)),
    };

    private Register Asking(CircleId circle, int decision, Days day, Asking asking, int version = 0) => this with
    {
        Pending = new Order(circle, new Request(Genesis, Cycles - 1, decision, version, day, asking)),
    };

    private static CircleId Scope(Proposal proposal)
    {
        var scope = proposal.Common;
        while (!proposal.Origin.IsWithin(scope)) scope = scope.Parent!.Value;
        return scope;
    }
}
