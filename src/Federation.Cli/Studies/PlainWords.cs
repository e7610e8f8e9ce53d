using Federation.Cli.Runs;
using Federation.Cli.Views;
using Federation.Society.Measures;

namespace Federation.Cli.Studies;

/// <summary>What a comparison's figures say and do not say, for somebody who reads no tables.</summary>
internal static class PlainWords
{
    private const string Consent = "consent";

    /// <summary>Named beforehand, beside the primary outcome: of forty measures two seem lost by chance.</summary>
    private static readonly string[] Named = [RunMeasures.Primary, "outsideTolerance", "weeks"];

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
                    $"Nothing is shown by {rule} doing well on {measure.Name}: {rule} goes for it by construction"
                    + $"{When(measure.Name, rule)}.";
        yield return "The intervals are over people, needs and plans drawn again, within one scenario and its "
            + "assumptions; under other assumptions the order may turn round: vary them.";
        yield return "Person-hours and weeks rest on assumed minutes and rhythms.";
        yield return "Simulated people: nothing here is a finding about a real society.";
        if (report.Replications < 30)
            yield return $"{report.Replications} replications are few: Student's intervals lean on a bell shape then.";
    }

    private static string When(string measure, string rule) => ByConstruction.All.First(mark =>
        mark.Measure == measure && mark.Rule == rule).Condition is { Length: > 0 } condition ? $" ({condition})" : "";

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
        var worse = against.Where(pair => Worse(pair, rules[pair.A] == Consent, better[pair.Measure]))
            .ToLookup(pair => rules[pair.A] == Consent ? pair.B : pair.A);
        foreach (var other in worse)
            if (Measures(other.Where(pair => IsFixed(pair))) is { Length: > 0 } measures)
                yield return $"Consent does worse than {other.Key} by design, in every replication by as much, on "
                    + $"{measures}.";
        var lost = worse.Select(other => (other.Key, Measures: Measures(other.Where(pair =>
            !IsFixed(pair) && Named.Contains(pair.Measure))))).Where(other => other.Measures.Length > 0).ToArray();
        foreach (var other in lost) yield return $"Consent lost to {other.Key} on {other.Measures}.";
        var named = string.Join(", ", Named);
        yield return lost.Length == 0
            ? $"Consent lost on none of {named} by more than chance explains: these were named beforehand."
            : $"Only {named} are looked at for losses, named beforehand; the other measures are in pairs.csv.";
    }

    private static string Measures(IEnumerable<PairReport> pairs) =>
        string.Join(", ", pairs.Select(pair => pair.Measure).Distinct());

    /// <summary>Whether no replication differs from another: the plan or the rule says so, not chance.</summary>
    private static bool IsFixed(PairReport pair) => pair.N > 1 && pair.Low == pair.High;

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
