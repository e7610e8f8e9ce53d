using System.Collections.Immutable;
using System.Diagnostics;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;

namespace Federation.Governance.Federating;

/// <summary>A matter of the agenda and the simulated day somebody raises it.</summary>
public sealed record Raising(Proposal Proposal, int Day);

/// <summary>How a matter ended, as the register knows it.</summary>
/// <param name="Cycle">The cycle that settled it.</param>
/// <param name="Spread">What became of it below; null when it was parked.</param>
/// <param name="Spent">What earlier, narrower cycles took.</param>
public sealed record Settlement(Taken Taken, int Cycle, Reply.SpreadOut? Spread, Effort Spent);

/// <summary>The scope's seal at the end of a cycle.</summary>
public sealed record CycleSeal(int Cycle, Days Day, CircleId Scope, Digest Seal);

/// <summary>The one book in which cycles are numbered and dated; its rules are pure.</summary>
/// <remarks>
/// A cycle runs over a scope, the lowest circle that holds the origin and everybody affected. What
/// the scope refers joins the next simulated day with the scope's parent as scope. The register is
/// always waiting for exactly one answer, so what it is fed decides everything: to store it, store
/// the answers.
/// </remarks>
public sealed record Register
{
    private Register() { }

    public required Digest Genesis { get; init; }
    public required CircleId Root { get; init; }

    /// <summary>What was raised and not admitted yet, by day, then number.</summary>
    public ImmutableArray<Admission> Waiting { get; private init; } = [];

    /// <summary>Cycles admitted so far, the founding included.</summary>
    public int Cycles { get; private init; } = 1;

    public ImmutableArray<Settlement> Settled { get; private init; } = [];
    public ImmutableArray<CycleSeal> Seals { get; private init; } = [];

    /// <summary>Circles and people as the founding counted them.</summary>
    public long Circles { get; private init; }
    public long People { get; private init; }

    /// <summary>Whom to ask what; null when everything is settled.</summary>
    public Order? Pending { get; private init; }

    private Admission? Current { get; init; }
    private ImmutableArray<Taken> Unspread { get; init; } = [];
    private ImmutableArray<CircleId> Dirty { get; init; } = [];
    private ImmutableSortedDictionary<int, Effort> Spent { get; init; } =
        ImmutableSortedDictionary<int, Effort>.Empty;

    /// <summary>One request and the circle it goes to.</summary>
    public sealed record Order(CircleId Circle, Request Request);

    /// <summary>A cycle to be held.</summary>
    public sealed record Admission(Days Day, CircleId Scope, ImmutableArray<Proposal> Raised);

    public static Register Open(Digest genesis, CircleId root, IEnumerable<Raising> agenda)
    {
        var waiting = agenda
            .GroupBy(raising => raising.Day).OrderBy(day => day.Key)
            .SelectMany(day => day
                .GroupBy(raising => Scope(raising.Proposal)).OrderBy(scope => scope.Key)
                .Select(scope => new Admission(Days.Same(day.Key), scope.Key,
                    [.. scope.Select(raising => raising.Proposal).OrderBy(proposal => proposal.Id)])));
        var register = new Register { Genesis = genesis, Root = root, Waiting = [.. waiting] };
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
        Reply.Convened convened => Convened(answer, convened),
        Reply.SpreadOut spread => Spread(answer, spread),
        Reply.Resealed => Sealed(answer, Root) with { Pending = null },
        _ => throw new UnreachableException(answer.Reply.GetType().Name),
    };

    private Register Convened(Answer answer, Reply.Convened convened)
    {
        var scope = Current!.Scope;
        var register = Sealed(answer, scope) with
        {
            Dirty = scope == Root ? [] : Dirty.Add(scope),
            Unspread = [.. convened.Taken.Where(taken => taken.IsCarriedDown)],
            Settled = Settled.AddRange(convened.Taken.Where(taken => !taken.IsCarriedDown)
                .Select(taken => new Settlement(taken, Cycles - 1, null, SpentOn(taken)))),
        };
        return convened.Referred.IsEmpty
            ? register.SpreadNext(answer.Day)
            : register.Widen(scope, answer.Day, convened.Referred).SpreadNext(answer.Day);
    }

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
        var later = new Admission(new Days(met.Low + 1, met.Mid + 1, met.High + 1), parent, raised);
        var at = Waiting.TakeWhile(waiting => waiting.Day.Mid <= later.Day.Mid).Count();
        return this with { Waiting = Waiting.Insert(at, later), Spent = spent };
    }

    private Register SpreadNext(Days day) => Unspread.IsEmpty
        ? Next()
        : Asking(Unspread[0].Owner, Unspread[0].Proposal.Id, Unspread[0].Effort.LastDay, new Asking.Spread());

    private Register Spread(Answer answer, Reply.SpreadOut spread)
    {
        var taken = Unspread[0];
        var register = taken.Owner == Root
            ? Sealed(answer, Root)
            : this with { Dirty = Dirty.Add(taken.Owner) };
        return (register with
        {
            Unspread = Unspread.RemoveAt(0),
            Settled = register.Settled.Add(new Settlement(taken, Cycles - 1, spread, SpentOn(taken))),
        }).SpreadNext(answer.Day);
    }

    private Effort SpentOn(Taken taken) => Spent.GetValueOrDefault(taken.Proposal.Id, Effort.None);

    private Register Next()
    {
        if (!Waiting.IsEmpty)
        {
            var admitted = Waiting[0];
            return (this with { Waiting = Waiting.RemoveAt(0), Current = admitted, Cycles = Cycles + 1 })
                .Asking(admitted.Scope, 0, admitted.Day,
                    new Asking.Convene(admitted.Raised, [], null));
        }

        return Dirty.IsEmpty
            ? this with { Pending = null }
            : Asking(Root, 0, Seals[^1].Day, new Asking.Reseal([.. Dirty.Distinct().Order()]));
    }

    private Register Sealed(Answer answer, CircleId scope) => this with
    {
        Seals = Seals.Add(new CycleSeal(Cycles - 1, answer.Day, scope, answer.Seal)),
    };

    private Register Asking(CircleId circle, int decision, Days day, Asking asking) => this with
    {
        Pending = new Order(circle, new Request(Genesis, Cycles - 1, decision, 0, day, asking)),
    };

    private static CircleId Scope(Proposal proposal)
    {
        var scope = proposal.Affects;
        while (!proposal.Origin.IsWithin(scope)) scope = scope.Parent!.Value;
        return scope;
    }
}
