using System.Collections.Immutable;
using Federation.Cli.Runs;
using Federation.Society.Measures;
using Federation.Study.Statistics;
using Federation.Study.Tables;

namespace Federation.Cli.Studies;

/// <summary>From the runs of a sweep to its figures.</summary>
/// <param name="measured">Each run's measures, by run.</param>
internal sealed class Sweep(StudyPlan plan, Design design, ImmutableArray<double>[] measured)
{
    /// <summary>A measure of a point over seeds: points outside, measures inside.</summary>
    private readonly Interval[][] _means =
    [
        .. Enumerable.Range(0, plan.Cells.Length).Select(cell => Enumerable.Range(0, RunMeasures.All.Length)
            .Select(measure => Comparison.Mean([.. Enumerable.Range(0, plan.Draws.Length)
                .Select(draw => measured[(draw * plan.Cells.Length) + cell][measure])], measure)).ToArray()),
    ];

    public SweepReport Report(double seconds, string folder) => new()
    {
        Scenario = plan.Cells[0].Scenario.Name,
        Design = design.Name,
        FirstSeed = plan.Draws[0].Seed,
        LastSeed = plan.Draws[^1].Seed,
        Runs = plan.Runs,
        Primary = RunMeasures.Primary,
        Factors = [.. design.Factors.Select(Of)],
        Measures = [.. RunMeasures.All.Select(Comparison.Of)],
        Points = [.. plan.Cells.Select(Point)],
        Effects = [.. Effects()],
        Note = design.Note,
        Folder = folder,
        WallSeconds = seconds,
    };

    /// <summary>One row a point and measure.</summary>
    public Table Points()
    {
        var rows = (from cell in Enumerable.Range(0, plan.Cells.Length)
                    from measure in Enumerable.Range(0, RunMeasures.All.Length)
                    select (Cell: cell, Measure: measure)).ToArray();
        return new Table([
            new Column.Wholes("point", [.. rows.Select(row => row.Cell + 1L)]),
            .. design.Factors.Select((factor, k) => new Column.Words(
                factor.Key, [.. rows.Select(row => plan.Cells[row.Cell].Settings[k].Value)])),
            new Column.Words("measure", [.. rows.Select(row => RunMeasures.All[row.Measure].Name)]),
            new Column.Numbers("mean", [.. rows.Select(row => _means[row.Cell][row.Measure].Mean)]),
            new Column.Numbers("low", [.. rows.Select(row => _means[row.Cell][row.Measure].Low)]),
            new Column.Numbers("high", [.. rows.Select(row => _means[row.Cell][row.Measure].High)]),
            new Column.Wholes("n", [.. rows.Select(row => (long)_means[row.Cell][row.Measure].Count)]),
        ]);
    }

    public static Table Effects(SweepReport report) => new(
        new Column.Words("key", [.. report.Effects.Select(one => one.Key)]),
        new Column.Words("measure", [.. report.Effects.Select(one => one.Measure)]),
        new Column.Words("kind", [.. report.Effects.Select(one => one.Kind)]),
        new Column.Numbers("value", [.. report.Effects.Select(one => one.Value ?? double.NaN)]),
        new Column.Numbers("low", [.. report.Effects.Select(one => one.Low ?? double.NaN)]),
        new Column.Numbers("high", [.. report.Effects.Select(one => one.High ?? double.NaN)]));

    private IEnumerable<EffectReport> Effects() =>
        from measure in Enumerable.Range(0, RunMeasures.All.Length)
        from effect in design.Effects([.. _means.Select(means => means[measure].Mean)])
        select new EffectReport(
            design.Factors[effect.Factor].Key, RunMeasures.All[measure].Name, effect.Kind,
            Comparison.Known(effect.Value), Comparison.Known(effect.Low), Comparison.Known(effect.High));

    private PointReport Point(Cell cell, int at) => new(
        cell.Settings.ToImmutableSortedDictionary(StringComparer.Ordinal),
        RunMeasures.All.Select((measure, k) => KeyValuePair.Create(measure.Name, Comparison.Known(_means[at][k].Mean)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal));

    private static FactorReport Of(Factor factor) => factor switch
    {
        Factor.Levels levels => new(levels.Key, levels.Values, null, null),
        Factor.Range range => new(range.Key, [], range.Low, range.High),
        _ => new(factor.Key, [], null, null),
    };
}
