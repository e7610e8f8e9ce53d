using Federation.Cli.Runs;
using Federation.Cli.Views;

namespace Federation.Cli.Studies;

/// <summary>What a comparison's figures say and do not say, for somebody who reads no tables.</summary>
internal static class PlainWords
{
    /// <summary>More pairs than this are left to the tables.</summary>
    private const int PairsMost = 12;

    /// <summary>Where consent lost comes first and is never cut; then the pairs, those of consent and another rule
    /// and the decided ones first.</summary>
    public static IEnumerable<string> Says(CompareReport report)
    {
        foreach (var sentence in Losses.Of(report)) yield return sentence;
        var primary = report.Pairs.Where(pair => pair.Measure == report.Primary).ToArray();
        if (Saved(primary) is { } saved) yield return saved;
        var against = Losses.Against(report);
        foreach (var pair in primary.OrderBy(pair => !against(pair)).ThenBy(pair => pair.Verdict == "open")
            .Take(PairsMost))
            yield return Primary(pair, report, primary.Length);
        if (primary.Length > PairsMost)
            yield return Say.Count(primary.Length - PairsMost, "further pair is", "further pairs are")
                + " in pairs.csv.";
    }

    public static IEnumerable<string> SaysNot(CompareReport report)
    {
        yield return "Simulated people: nothing here is a finding about a real society.";
        yield return "The intervals are over what each replication draws again, within one scenario and its "
            + "assumptions; under other assumptions the order may turn round: vary them.";
        if (report.Replications is > 1 and < 30)
            yield return $"{report.Replications} replications are few: Student's intervals lean on a bell shape then.";
        if (Construction.Sentence(report) is { Length: > 0 } construction) yield return construction;
        yield return "Person-hours and weeks rest on assumed minutes and rhythms.";
    }

    private static string Primary(PairReport pair, CompareReport report, int pairs)
    {
        var names = $"{pair.A} against {pair.B}: ";
        if (pair.Difference is not { } difference) return $"{names}no replication has a figure of both.";
        if (pair is { Difference: 0, Low: 0, High: 0 }) return $"{names}harm is the same in every replication.";
        if (pair.N < 2)
            return $"{names}in the one replication harm is {(difference > 0 ? "higher" : "lower")} by "
                + $"{Number(Math.Abs(difference))}; how much of it is chance, one replication cannot tell.";
        var (less, most) = difference > 0 ? (pair.Low, pair.High) : (-pair.High, -pair.Low);
        var size = $"{(difference > 0 ? "higher" : "lower")} by {Number(Math.Abs(difference))} "
            + $"(95 % interval {Number(less)} to {Number(most)}; {Number(Size(pair.Effect))} standard deviations)";
        return names + pair.Verdict switch
        {
            "lower" or "higher" => $"harm is {size}.",
            "equivalent" => $"harm is {size}: too little to matter, the 90 % interval lying within "
                + $"{Number(report.SmallestEffect)}, the smallest difference of interest.",
            _ when less > 0 => $"which has less harm stays open; in these replications it is {size}, which is no "
                + $"longer certain when all {pairs} pairs are judged together (Holm).",
            _ => $"which has less harm stays open; in these replications it is {size}.",
        };
    }

    private static double? Size(double? value) => value is { } known ? Math.Abs(known) : null;

    private static string? Saved(PairReport[] primary)
    {
        var widths = primary.Select(pair => (pair.High - pair.Low) / (pair.UnpairedHigh - pair.UnpairedLow))
            .OfType<double>().Where(double.IsFinite).ToArray();
        if (widths.Length == 0) return null;
        var (width, over) = (widths.Average(), Say.Count(widths.Length, "pair", "pairs"));
        return width < 1
            ? $"The same draws for every setting make the intervals {Say.Share(width)} as wide as they would be "
                + $"without (mean over {over})."
            : $"The same draws for every setting make the intervals no narrower here: {Say.Share(width)} as wide as "
                + $"without (mean over {over}).";
    }

    private static string Number(double? value) => value is { } known ? known.ToString("0.####") : "unknown";
}
