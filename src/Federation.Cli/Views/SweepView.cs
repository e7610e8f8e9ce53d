using Federation.Cli.Runs;
using Federation.Cli.Terminals;

namespace Federation.Cli.Views;

/// <summary>A sweep for a person: what mattered most, or the points with the least and the most harm.</summary>
internal static class SweepView
{
    private const int PointsShown = 10;

    public static void Write(Page page, SweepReport sweep)
    {
        page.Heading($"{sweep.Scenario}: {Say.Count(sweep.Points.Length, "point", "points")} by {sweep.Design}, "
            + $"{Say.Count(sweep.Runs, "run", "runs")}");
        if (sweep.Effects.IsEmpty) Points(page, sweep);
        else Effects(page, sweep);
        if (sweep.Note.Length > 0) page.Line($"Note: {sweep.Note}");
        page.Line("");
        page.Line($"Took {sweep.WallSeconds:0.0} s; every run and every measure is in {sweep.Folder}.");
    }

    private static void Points(Page page, SweepReport sweep)
    {
        var sorted = sweep.Points.Where(point => point.Means[sweep.Primary] is not null)
            .OrderBy(point => point.Means[sweep.Primary]).ToArray();
        var shown = sorted.Length <= 2 * PointsShown ? sorted : [.. sorted[..PointsShown], .. sorted[^PointsShown..]];
        page.Table(
            [.. sweep.Factors.Select(factor => factor.Key), sweep.Primary, "outsideTolerance", "weeks"],
            [.. shown.Select(point => (IReadOnlyList<string>)
                [.. sweep.Factors.Select(factor => point.Setting[factor.Key]),
                    .. new[] { sweep.Primary, "outsideTolerance", "weeks" }.Select(name =>
                        Number(point.Means[name]))])]);
        page.Line($"By mean harm over seeds {sweep.FirstSeed} to {sweep.LastSeed}, least first"
            + (shown.Length < sorted.Length ? $"; the {PointsShown} at each end." : "."));
    }

    private static void Effects(Page page, SweepReport sweep)
    {
        var kinds = sweep.Effects.Select(one => one.Kind).Distinct().ToArray();
        var harm = sweep.Effects.Where(one => one.Measure == sweep.Primary).ToLookup(one => one.Key);
        page.Table(
            ["", .. kinds],
            [.. sweep.Factors.OrderByDescending(factor =>
                harm[factor.Key].Select(one => one.Value ?? 0).DefaultIfEmpty().Max())
                .Select(factor => (IReadOnlyList<string>)[factor.Key, .. kinds.Select(kind =>
                    harm[factor.Key].FirstOrDefault(one => one.Kind == kind) is { } effect
                        ? $"{Number(effect.Value)} ({Number(effect.Low)} to {Number(effect.High)})" : "none")])]);
        page.Line(sweep.Design == "morris"
            ? "Of each factor on mean harm: mean, mean absolute and spread of its elementary effects over "
                + "trajectories, with 95 % intervals. A large spread beside the mean: it bends or works with others."
            : "Of each factor, the share of the variance of mean harm it explains alone and in all, with "
                + "95 % intervals. What the total has more than the first is by interaction.");
    }

    private static string Number(double? value) => value is { } known ? known.ToString("0.####") : "none";
}
