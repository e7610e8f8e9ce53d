using Federation.Cli.Runs;
using Federation.Cli.Views;

namespace Federation.Cli.Studies;

/// <summary>What a comparison's figures say and do not say, for somebody who reads no tables.</summary>
internal static class PlainWords
{
    private const string Consent = "consent";

    public static IEnumerable<string> Says(CompareReport report)
    {
        var primary = report.Pairs.Where(pair => pair.Measure == report.Primary).ToArray();
        foreach (var pair in primary.Take(20)) yield return Primary(pair, report);
        if (primary.Length > 20) yield return $"{primary.Length - 20} further pairs are in pairs.csv.";
        foreach (var sentence in ConsentLost(report)) yield return sentence;
        if (Saved(primary) is { } saved) yield return saved;
    }

    public static IEnumerable<string> SaysNot(CompareReport report)
    {
        foreach (var measure in report.Measures)
            foreach (var rule in measure.OptimisedBy.Where(rule => report.Cells.Any(cell => cell.Rule == rule)))
                yield return
                    $"Nothing is shown by {rule} doing well on {measure.Name}: {rule} goes for it by construction.";
        yield return "The intervals are over people, needs and plans drawn again, within one scenario and its "
            + "assumptions; under other assumptions the order may turn round: vary them.";
        yield return "Person-hours and weeks rest on assumed minutes and rhythms.";
        yield return "Simulated people: nothing here is a finding about a real society.";
        if (report.Replications < 30)
            yield return $"{report.Replications} replications are few: Student's intervals lean on a bell shape then.";
    }

    private static string Primary(PairReport pair, CompareReport report)
    {
        var size = $"by {Number(Math.Abs(pair.Difference ?? 0))} (95 % interval of the difference "
            + $"{Number(pair.Low)} to {Number(pair.High)}; {Number(pair.Effect)} standard deviations)";
        return $"{pair.A} against {pair.B}: " + pair.Verdict switch
        {
            "lower" => $"harm is lower, {size}.",
            "higher" => $"harm is higher, {size}.",
            "equivalent" =>
                $"harm differs {size}, less than {Number(report.SmallestEffect)}, the smallest difference of interest.",
            _ => $"which has less harm stays open; it differs {size}.",
        };
    }

    /// <summary>A machine that flatters consent is worthless, so this is said whatever came out.</summary>
    private static IEnumerable<string> ConsentLost(CompareReport report)
    {
        var better = report.Measures.ToDictionary(measure => measure.Name, measure => measure.Better);
        var rules = report.Cells.DistinctBy(cell => cell.Name).ToDictionary(cell => cell.Name, cell => cell.Rule);
        var against = report.Pairs.Where(pair => (rules[pair.A] == Consent) != (rules[pair.B] == Consent)).ToArray();
        if (against.Length == 0) yield break;
        var lost = against.Where(pair => Worse(pair, rules[pair.A] == Consent, better[pair.Measure]))
            .GroupBy(pair => rules[pair.A] == Consent ? pair.B : pair.A).ToArray();
        foreach (var other in lost)
        {
            var measures = string.Join(", ", other.Select(pair => pair.Measure).Distinct());
            yield return $"Consent lost to {other.Key} on {measures}.";
        }


        if (lost.Length == 0) yield return "Consent lost on no measure by more than chance explains.";
    }

    private static bool Worse(PairReport pair, bool consentIsFirst, string better) =>
        (pair.Verdict, better) is ("higher", "lower") or ("lower", "higher") ? consentIsFirst
        : (pair.Verdict, better) is ("lower", "lower") or ("higher", "higher") && !consentIsFirst;

    private static string? Saved(PairReport[] primary)
    {
        var widths = primary.Select(pair => (pair.High - pair.Low) / (pair.UnpairedHigh - pair.UnpairedLow))
            .OfType<double>().Where(double.IsFinite).ToArray();
        return widths.Length == 0 ? null
            : $"The same draws for every setting make the intervals {Say.Share(widths.Average())} as wide as "
                + $"they would be without (mean over {Say.Count(widths.Length, "pair", "pairs")}).";
    }

    private static string Number(double? value) => value is { } known ? known.ToString("0.####") : "unknown";
}
