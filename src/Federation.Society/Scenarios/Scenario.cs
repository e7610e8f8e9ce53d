using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Spaces;

namespace Federation.Society.Scenarios;

/// <summary>Everything that decides what a run does, apart from the machine it runs on.</summary>
/// <remarks>Two runs of equal scenarios have equal seals, whatever the driver, silos or storage.</remarks>
public sealed record Scenario
{
    public required string Name { get; init; }
    public string About { get; init; } = "";
    public ulong Seed { get; init; } = 42;
    public int Replication { get; init; }
    public required FederationShape Federation { get; init; }
    public required IssueSpace Space { get; init; }

    /// <summary>The status quo, a point of [0,1]^d: what holds where nothing was agreed.</summary>
    public required Point StatusQuo { get; init; }

    /// <summary>Domains given at the founding; circles not named here own what is left.</summary>
    public ImmutableArray<Allotment> Domains { get; init; } = [];

    public PeopleOptions People { get; init; } = new();
    public NeedOptions Needs { get; init; } = new();
    public required ImmutableArray<Matter> Agenda { get; init; }

    /// <summary>The decision rule by its name: <see cref="RulePractices.Names"/>.</summary>
    public string Rule { get; init; } = "consent";
    public RuleOptions Rules { get; init; } = new();

    public ProcessOptions Process { get; init; } = new();
    public ReviewOptions Reviews { get; init; } = new();
    public CadenceOptions Cadence { get; init; } = new();
    public FaultOptions Faults { get; init; } = new();
    public AttackOptions Attacks { get; init; } = new();
    public MeasureOptions Measure { get; init; } = new();
    public LifeOptions Life { get; init; } = new();
    public LinkOptions Links { get; init; } = new();
    public SelectionOptions Selection { get; init; } = new();
    public BreakerOptions Breaker { get; init; } = new();
    public AdoptionOptions Adoption { get; init; } = new();
}

/// <summary>What circles there are.</summary>
public abstract record FederationShape
{
    private FederationShape() { }

    /// <summary>The real planet, down to a named depth.</summary>
    /// <param name="Scale">"countries", "subdivisions", "cities", or "neighbourhoods".</param>
    /// <param name="Circles">With "neighbourhoods": about how many circles to plan in all, up to
    /// 2,000,000; 0 takes the scale's own number.</param>
    /// <param name="ChildrenMax">More children than this and circles are inserted between, 2..24.</param>
    /// <param name="Members">Simulated people per leaf circle, 3..40.</param>
    /// <param name="Branch">A circle to expand the plan down to although the scale stops above it;
    /// empty for none. The console fills it from the agenda's circles.</param>
    public sealed record Planet(
        string Scale, long Circles, int ChildrenMax, int Members, ImmutableArray<string> Branch)
        : FederationShape;

    /// <summary>A regular tree: <c>FanOuts[k]</c> children for every circle k links below the root.</summary>
    /// <param name="Levels">A name for each level, root first: one more than the fan-outs.</param>
    public sealed record Tree(ImmutableArray<int> FanOuts, ImmutableArray<string> Levels, int Members)
        : FederationShape;

    /// <summary>Circles written out one by one, the root first.</summary>
    public sealed record Inline(InlineCircle Root) : FederationShape;
}

/// <summary>One circle of a federation written out in the scenario.</summary>
/// <param name="Segment">Its path segment.</param>
/// <param name="Members">Simulated people who live in it, 3..40; only for a circle without children.</param>
public sealed record InlineCircle(
    string Segment, string Name, string Level, string Aim, int Members, long Represented,
    ImmutableArray<InlineCircle> Children)
{
    /// <summary>Names of the first of its members; the others have numbers.</summary>
    public ImmutableArray<string> People { get; init; } = [];
}

/// <summary>A matter somebody raises.</summary>
/// <param name="Id">Its number in the agenda, from 1; decisions are named by it.</param>
/// <param name="Circle">The circle that raises it.</param>
/// <param name="Affects">The circle whose people it affects, with all below; the whole federation by default.</param>
/// <param name="Effect">"limits", "informs", "invites", "changesDomain" or "ratify".</param>
/// <param name="Position">The text as brought, a point of [0,1]^d.</param>
/// <param name="Dimensions">Indices of the dimensions it is about; the others stay at the status quo.</param>
/// <param name="TermDays">For how long the agreement is to hold, simulated days, 1..3650.</param>
/// <param name="Day">The simulated day it is raised, from 1.</param>
/// <param name="DeadlineDay">By when it must be settled; 0 for none. Orders an agenda.</param>
public sealed record Matter(
    int Id, string Title, string Circle, string Affects, string Effect, Point Position,
    ImmutableArray<int> Dimensions, int TermDays, int Day, int DeadlineDay)
{
    /// <summary>With effect "changesDomain": whose domain, and what becomes of it; else null.</summary>
    public DomainChange? Change { get; init; }

    /// <summary>Circles outside whose people it affects as well; they may object to what it does to them.</summary>
    public ImmutableArray<string> Touches { get; init; } = [];

    /// <summary>The number, from 1, of the member of the circle who shall no longer be one; 0 for none.</summary>
    public int Removes { get; init; }

    /// <summary>The number of the matter it builds on; 0 for none.</summary>
    public int After { get; init; }

    /// <summary>Whether waiting does harm, so that a mandate may be used.</summary>
    public bool Urgent { get; init; }

    /// <summary>Whether circles meet on it at once and send a representative along; then it is urgent too.</summary>
    public bool Emergency { get; init; }

    /// <summary>The name of the member who raises it; empty for the circle as a whole.</summary>
    public string By { get; init; } = "";
}
