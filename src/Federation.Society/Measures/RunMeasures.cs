using System.Collections.Immutable;
using Federation.Governance.Federating;
using Federation.Society.Adoption;
using Federation.Society.Breakers;
using Federation.Society.People;
using Federation.Society.Runs;

namespace Federation.Society.Measures;

/// <summary>What is measured of a finished run, whatever rule it was decided by.</summary>
/// <remarks>Of several matters the mean. The primary outcome comes first: realised harm, which no rule
/// can see, so none optimises it.</remarks>
public static class RunMeasures
{
    /// <summary>The name of the primary outcome.</summary>
    public const string Primary = "harmMean";

    private static readonly ImmutableArray<RunMeasure> Each =
    [
        .. OutcomeMeasures.All, .. PeopleMeasures.All, .. BudgetMeasures.All, .. StormMeasures.All,
        .. PowerMeasures.All, .. AdoptionMeasures.All, .. StrainMeasures.All,
    ];

    /// <summary>In the order of <see cref="Of"/>.</summary>
    public static ImmutableArray<Measure> All { get; } =
    [
        .. Each.Select(one => one.Measure with { OptimisedBy = ByConstruction.Rules(one.Measure.Name) }),
    ];

    /// <summary>Where a measure stands in <see cref="All"/>; -1 for no such name.</summary>
    public static int IndexOf(string name)
    {
        for (var at = 0; at < All.Length; at++)
            if (All[at].Name == name) return at;
        return -1;
    }

    /// <summary>Runs a world by the reference driver and measures it. Pure: one world has one result, wherever and
    /// however often it is run.</summary>
    /// <param name="answered">Called after each answer of a circle; what it throws breaks the run off.</param>
    public static ImmutableArray<double> Run(World world, Action answered)
    {
        var reference = new Reference(world) { Answered = answered };
        return Of(reference, reference.Run());
    }

    /// <summary>Every measure of a run that came to its end; not a number where it has no meaning.</summary>
    public static ImmutableArray<double> Of(Reference run, Register register)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(register);
        var (world, outcome) = (run.World, Outcomes.Of(run.World, register));
        var measured = new MeasuredRun(outcome, new PeopleLedger(run, register))
        {
            Strain = Strained.Of(
                world, outcome, other => new World(other, world.Plan, world.Genesis), run.Answered),
            Storm = Storms.Over(run.World, run.Circles.Values),
            Budget = AttackBudget.Of(run.World),
            Seats = SeatPower.Of(run.World),
            Adoption = Adoptions.In(run.World),
        };
        return [.. Each.Select(one => one.Of(measured))];
    }
}

/// <summary>A measure and how it is taken.</summary>
internal sealed record RunMeasure(Measure Measure, Func<MeasuredRun, double> Of);

/// <summary>A run as measures see it.</summary>
internal sealed record MeasuredRun(RunOutcome Outcome, PeopleLedger People)
{
    /// <summary>What a storm made of it; null without a power grid.</summary>
    public BreakerOutcome? Storm { get; init; }

    /// <summary>Null where the plan is too large, or under a null model.</summary>
    public AttackBudget? Budget { get; init; }

    /// <summary>Beside the same run without strain; null where nothing strains it, or it is too large.</summary>
    public StrainOutcome? Strain { get; init; }

    /// <summary>How an innovation went; null without one.</summary>
    public AdoptionOutcome? Adoption { get; init; }

    /// <summary>Null under a null model or with more seats than can be counted.</summary>
    public SeatPower? Seats { get; init; }

    /// <summary>The mean over matters in which a figure has a meaning.</summary>
    public double Mean(Func<DecisionOutcome, double> figure) => Mean(Outcome.Decisions.Select(figure));

    public double MeanOfMatters(Func<MatterLedger, double> figure) => Mean(People.Matters.Select(figure));

    public static double Mean(IEnumerable<double> figures)
    {
        var known = figures.Where(double.IsFinite).ToArray();
        return known.Length == 0 ? double.NaN : known.Sum() / known.Length;
    }
}
