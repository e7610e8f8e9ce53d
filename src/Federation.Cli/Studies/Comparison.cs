using System.Collections.Immutable;
using Federation.Cli.Runs;
using Federation.Society.Measures;
using Federation.Study.Statistics;

namespace Federation.Cli.Studies;

/// <summary>From the runs of a comparison to its figures: every cell, and every pair one step apart.</summary>
/// <param name="measured">Each run's measures, by run.</param>
/// <param name="smallest">The smallest difference of interest, by measure; the primary outcome's among them.</param>
internal sealed class Comparison(StudyPlan plan, ImmutableArray<double>[] measured,
    ImmutableSortedDictionary<string, double> smallest)
{
    public CompareReport Report(double seconds, string folder)
    {
        var cells = Cells().ToImmutableArray();
        var pairs = Pairs().ToImmutableArray();
        var report = new CompareReport
        {
            Scenario = plan.Cells[0].Scenario.Name,
            Seed = plan.Draws[0].Seed,
            Replications = plan.Draws.Length,
            Structure = Words(plan),
            SmallestEffect = smallest[RunMeasures.Primary],
            SmallestEffects = smallest,
            Primary = RunMeasures.Primary,
            Measures = [.. RunMeasures.All.Select(Of)],
            Cells = cells,
            Pairs = pairs,
            Budgets = Budgets.Of(plan),
            Folder = folder,
            WallSeconds = seconds,
        };
        var elsewhere = Owners.Differences(plan, measured);
        return report with
        {
            Says = [.. PlainWords.Says(report)],
            SaysNot = [.. elsewhere.Length > 0 ? [elsewhere] : (string[])[], .. PlainWords.SaysNot(report)],
        };
    }

    /// <summary>One measure of one cell, replication by replication.</summary>
    private double[] Values(int cell, int measure) => [.. Enumerable.Range(0, plan.Draws.Length)
        .Select(draw => measured[(draw * plan.Cells.Length) + cell][measure])];

    private IEnumerable<CellReport> Cells()
    {
        for (var at = 0; at < plan.Cells.Length; at++)
        {
            var cell = plan.Cells[at];
            var factors = Crossing.Of(cell.Scenario);
            for (var measure = 0; measure < RunMeasures.All.Length; measure++)
            {
                var values = Values(at, measure);
                var mean = Mean(values, measure);
                yield return new CellReport(
                    cell.Name, cell.Scenario.Rule, factors.Shaped, factors.Amendable, factors.Nested, factors.Latitude,
                    cell.Settings.ToImmutableSortedDictionary(StringComparer.Ordinal), RunMeasures.All[measure].Name,
                    Known(mean.Mean), Known(mean.Low), Known(mean.High), mean.Count, [.. values.Select(Known)]);
            }
        }
    }

    /// <summary>A measure's mean with Student's interval, cut off at the measure's bounds.</summary>
    public static Interval Mean(double[] values, int measure)
    {
        var (mean, bounds) = (Student.Of(Sample.Known(values)), RunMeasures.All[measure]);
        return mean with { Low = Math.Max(mean.Low, bounds.Low), High = Math.Min(mean.High, bounds.High) };
    }

    private IEnumerable<PairReport> Pairs()
    {
        var steps = (from a in Enumerable.Range(0, plan.Cells.Length)
                     from b in Enumerable.Range(a + 1, plan.Cells.Length - a - 1)
                     where plan.Cells[a].IsOneStepFrom(plan.Cells[b])
                     select (A: a, B: b)).ToArray();
        for (var measure = 0; measure < RunMeasures.All.Length; measure++)
        {
            var differences = steps.Select(step =>
                PairedDifference.Of(Values(step.A, measure), Values(step.B, measure))).ToArray();
            var adjusted = Holm.Adjust([.. differences.Select(one => one.Probability)]);
            var name = RunMeasures.All[measure].Name;
            for (var i = 0; i < steps.Length; i++)
                yield return Of(steps[i].A, steps[i].B, name, differences[i],
                    differences[i].Verdict(adjusted[i], smallest.GetValueOrDefault(name)));
        }
    }

    private PairReport Of(int a, int b, string measure, PairedDifference one, Verdict verdict) => new(
        plan.Cells[a].Name, plan.Cells[b].Name, measure,
        Known(one.Difference.Mean), Known(one.Difference.Low), Known(one.Difference.High), one.Difference.Count,
        Known(one.Drawn.Low), Known(one.Drawn.High), Known(one.Apart.Low), Known(one.Apart.High),
        Known(one.Correlation), Known(one.Effect), Known(one.Ratio),
        verdict.ToString().ToLowerInvariant());

    public static MeasureReport Of(Measure measure) => new(
        measure.Name, measure.Unit, measure.Better.ToString().ToLowerInvariant(), measure.Meaning, measure.Source,
        Known(measure.Low), Known(measure.High), measure.OptimisedBy);

    public static double? Known(double value) => double.IsFinite(value) ? value : null;

    private static string Words(StudyPlan plan) => plan.Redraws && Structures.IsRedrawn(plan.Cells[0].Scenario)
        ? "Each replication draws people, needs and what they believe again, and the plan: every level's fan-out "
            + "by -1, 0 or 1 and up to two members fewer or more a circle"
        : "Each replication draws people, needs and what they believe again, place by place; the plan of circles "
            + "is the one written";
}
