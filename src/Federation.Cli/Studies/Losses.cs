using Federation.Cli.Runs;
using Federation.Cli.Views;
using Federation.Society.Measures;

namespace Federation.Cli.Studies;

/// <summary>Where consent lost, said whatever came out: a machine that flatters consent is worthless.</summary>
internal static class Losses
{
    private const string Consent = "consent";

    /// <summary>Named beforehand, beside the primary outcome: of forty measures two seem lost by chance.</summary>
    private static readonly string[] Named = [RunMeasures.Primary, "outsideTolerance", "weeks"];

    /// <summary>Whether a pair is of consent and another rule.</summary>
    public static Func<PairReport, bool> Against(CompareReport report)
    {
        var rules = report.Cells.DistinctBy(cell => cell.Name).ToDictionary(cell => cell.Name, cell => cell.Rule);
        return pair => (rules[pair.A] == Consent) != (rules[pair.B] == Consent);
    }

    public static IEnumerable<string> Of(CompareReport report)
    {
        var cells = report.Cells.DistinctBy(cell => cell.Name).ToDictionary(cell => cell.Name);
        var against = report.Pairs.Where(Against(report)).ToArray();
        if (against.Length == 0) yield break;
        var named = string.Join(", ", Named);
        if (report.Replications < 2)
        {
            yield return $"Whether consent lost on {named} cannot be told from one replication: draw more.";
            yield break;
        }

        var better = report.Measures.ToDictionary(measure => measure.Name, measure => measure.Better);
        var worse = against.Where(pair => Worse(pair, cells[pair.A].Rule == Consent, better[pair.Measure]))
            .Select(pair => (Other: cells[cells[pair.A].Rule == Consent ? pair.B : pair.A], Pair: pair)).ToArray();
        var settings = against.Select(pair => With(cells[pair.A])).Distinct().Count();
        var lost = Together(worse.Where(one => Named.Contains(one.Pair.Measure)), settings).ToArray();
        foreach (var (with, others, measures) in lost)
            yield return Say.Sentence($"{with}consent lost to {others} on {measures}.");
        yield return lost.Length == 0
            ? $"Consent lost on none of {named} by more than chance explains: these were named beforehand."
            : $"Only {named} are looked at for losses, named beforehand; the other measures are in pairs.csv.";
        foreach (var (with, others, measures) in Together(
            worse.Where(one => !Named.Contains(one.Pair.Measure) && IsFixed(one.Pair)), settings))
            yield return Say.Sentence($"{with}consent does worse than {others} by design, in every replication by as "
                + $"much, on {measures}.");
    }

    /// <summary>Rules that consent did worse than on the same measures, and settings in which, said once.</summary>
    private static IEnumerable<(string With, string Others, string Measures)> Together(
        IEnumerable<(CellReport Other, PairReport Pair)> worse, int settings) => worse
        .GroupBy(one => (With: With(one.Other), one.Other.Rule), one => one.Pair)
        .Select(other => (other.Key.With, other.Key.Rule, Measures: string.Join(", ", other.Select(Lost).Distinct())))
        .GroupBy(other => (other.With, other.Measures), other => other.Rule)
        .Select(same => (same.Key.With, Others: string.Join(", ", same), same.Key.Measures))
        .GroupBy(same => (same.Others, same.Measures), same => same.With)
        .Select(same => (Words([.. same], settings), same.Key.Others, same.Key.Measures));

    /// <summary>"with rules.latitude=no": what both of a pair have in common; "" where nothing else varies.</summary>
    private static string With(CellReport cell) => string.Join(
        ", ", cell.Setting.Where(one => one.Key != "rule").Select(one => $"{one.Key}={one.Value}"));

    private static string Words(string[] with, int settings) => with is [""] ? ""
        : with.Length == settings ? "under every setting " : $"with {string.Join(" or ", with)} ";

    private static string Lost(PairReport pair) => Named.Contains(pair.Measure) && IsFixed(pair)
        ? $"{pair.Measure} (in every replication by the same {Math.Abs(pair.Low!.Value):0.####})" : pair.Measure;

    /// <summary>Whether no replication differs from another: the plan or the rule says so, not chance.</summary>
    private static bool IsFixed(PairReport pair) => pair.N > 1 && pair.Low == pair.High;

    private static bool Worse(PairReport pair, bool consentIsFirst, string better) =>
        (pair.Verdict, better) is ("higher", "lower") or ("lower", "higher") ? consentIsFirst
        : (pair.Verdict, better) is ("lower", "lower") or ("higher", "higher") && !consentIsFirst;
}
