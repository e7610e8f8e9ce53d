using System.Collections.Immutable;
using Federation.Governance.Spaces;
using Federation.Society.Runs;

namespace Federation.Cli.Runs;

/// <summary>One decision as documents show it, in units.</summary>
public record DecisionReport
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Circle { get; init; }
    public required string Effect { get; init; }
    public required string Outcome { get; init; }
    public int Version { get; init; }

    /// <summary>By dimension, in its unit; only the dimensions the matter is about.</summary>
    public ImmutableSortedDictionary<string, double> Proposed { get; init; } = Empty;

    public ImmutableSortedDictionary<string, double> Decided { get; init; } = Empty;
    public long Objections { get; init; }
    public long Integrated { get; init; }
    public long CirclesAsked { get; init; }
    public long CirclesCarried { get; init; }
    public long CirclesAdapted { get; init; }
    public long CirclesUnresolved { get; init; }
    public long CirclesUnreached { get; init; }
    public long CirclesDeclined { get; init; }
    public long ReviewRequests { get; init; }
    public long Variances { get; init; }
    public long CirclesSuspended { get; init; }
    public long CirclesRefused { get; init; }

    /// <summary>Where, by path; the weightiest eight.</summary>
    public ImmutableArray<string> RefusedIn { get; init; } = [];
    public long Contradictions { get; init; }

    /// <summary>"claim", "gap" or empty: what was wrong with the domains on the matter's way.</summary>
    public string Finding { get; init; } = "";
    public string Rung { get; init; } = "";
    /// <summary>Meetings held on it, and objections that did not count by the gate.</summary>
    public long Meetings { get; init; }

    public long Dismissed { get; init; }

    /// <summary>The rungs of the ladder tried in any circle, with their prices.</summary>
    public ImmutableArray<RungReport> Rungs { get; init; } = [];

    public int LevelsUp { get; init; }
    public int LevelsDown { get; init; }
    public RangeReport PersonHours { get; init; } = new(0, 0, 0);
    public RangeReport Weeks { get; init; } = new(0, 0, 0);
    public string TraceId { get; init; } = "";

    /// <summary>By dimension: the unit of its figures.</summary>
    public ImmutableSortedDictionary<string, string> Units { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Circles that held an objection when first asked.</summary>
    public long CirclesObjecting { get; init; }

    /// <summary>How often it waited in a circle's backlog because a meeting was full.</summary>
    public long Waited { get; init; }

    /// <summary>Reviews held and missed, and the end of its term, with the harm on each day.</summary>
    public ImmutableArray<LookReport> Looks { get; init; } = [];

    public int TermDays { get; init; }
    public HarmReport Harm { get; init; } = new(0, 0);
    public double OutsideTolerance { get; init; }

    /// <summary>What strain did to it; null where nothing strains the run.</summary>
    public StrainedReport? Strain { get; init; }

    /// <summary>The objections and integrations that moved the text most, most telling
    /// first.</summary>
    public ImmutableArray<StepReport> Moments { get; init; } = [];

    private static ImmutableSortedDictionary<string, double> Empty { get; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    public static DecisionReport Of(DecisionOutcome decision, IssueSpace space, string traceId) =>
        new()
    {
        Id = decision.Id,
        Title = decision.Title,
        Circle = decision.Circle,
        Effect = decision.Effect,
        Outcome = decision.Outcome,
        Version = decision.Version,
        Proposed = InUnits(decision.Proposed, decision.Dimensions, space),
        Decided = InUnits(decision.Decided, decision.Dimensions, space),
        Objections = decision.Objections,
        Integrated = decision.Integrated,
        CirclesAsked = decision.CirclesAsked,
        CirclesCarried = decision.CirclesCarried,
        CirclesAdapted = decision.CirclesAdapted,
        CirclesUnresolved = decision.CirclesUnresolved,
        CirclesUnreached = decision.CirclesUnreached,
        CirclesDeclined = decision.CirclesDeclined,
        ReviewRequests = decision.ReviewRequests,
        Variances = decision.Variances,
        CirclesSuspended = decision.CirclesSuspended,
        CirclesRefused = decision.CirclesRefused,
        RefusedIn = decision.RefusedIn,
        Contradictions = decision.Contradictions,
        Finding = decision.Finding,
        Rung = decision.Rung,
        Meetings = decision.Meetings,
        Dismissed = decision.Dismissed,
        Rungs = [.. decision.Rungs.Select(RungReport.Of)],
        LevelsUp = decision.LevelsUp,
        LevelsDown = decision.LevelsDown,
        PersonHours = RangeReport.Of(decision.PersonHours),
        Weeks = RangeReport.Of(decision.Weeks),
        TraceId = traceId,
        Units = decision.Dimensions.Select(index => space.Dimensions[index])
            .ToImmutableSortedDictionary(
                dimension => dimension.Name, dimension => dimension.Unit, StringComparer.Ordinal),
        CirclesObjecting = decision.CirclesObjecting,
        Waited = decision.Waited,
        Looks = [.. decision.Looks.Select(look => LookReport.Of(look, decision, space))],
        TermDays = decision.TermDays,
        Harm = new HarmReport(decision.HarmMean, decision.HarmWorstDecile),
        OutsideTolerance = decision.OutsideTolerance,
        Moments = [.. decision.Moments.Select(StepReport.Of)],
    };

    internal static ImmutableSortedDictionary<string, double> InUnits(
        Point point, ImmutableArray<int> dimensions, IssueSpace space) =>
        dimensions.ToImmutableSortedDictionary(
            index => space.Dimensions[index].Name,
            index => space.Dimensions[index].ToUnits(point[index]), StringComparer.Ordinal);
}

/// <summary>A decision with everything that happened to it: the document of
/// <c>explain</c>.</summary>
public sealed record ExplainReport : DecisionReport
{
    public ExplainReport() { }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public ExplainReport(DecisionReport decision, ImmutableArray<StepReport> steps) : base(decision)
    {
        (Id, Title, Circle) = (decision.Id, decision.Title, decision.Circle);
        (Effect, Outcome, Steps) = (decision.Effect, decision.Outcome, steps);
    }

    public ImmutableArray<StepReport> Steps { get; init; } = [];

    /// <summary>Where its trace can be looked at: Jaeger's page, or a file and how to open it; empty when
    /// nothing was traced.</summary>
    public string TraceAddress { get; init; } = "";

    /// <summary>Degenerate cases that befell it.</summary>
    public ImmutableArray<CaseReport> Cases { get; init; } = [];

    /// <summary>The proof that was written, if one was asked for.</summary>
    public WrittenProof? Proof { get; init; }
}

/// <summary>One line of minutes as documents show it.</summary>
public sealed record StepReport(
    int Day, int Cycle, string Circle, string Level, int Round, string Kind, string Member,
    string Argument, string From, string To)
{
    /// <summary>The circle it is about or comes from, where that is another; else empty.</summary>
    public string About { get; init; } = "";

    public static StepReport Of(MinuteLine line) => new(
        line.Day, line.Cycle, line.Circle, line.Level, line.Round, line.Kind, line.Member,
        line.Argument, line.From, line.To)
    {
        About = line.About,
    };
}
