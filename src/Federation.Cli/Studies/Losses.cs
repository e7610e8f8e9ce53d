using Federation.Cli.Runs;
using Federation.Society.Measures;

namespace Federation.Cli.Studies;

/// <summary>Where consent lost, said whatever came out: a machine that flatters consent is worthless.</summary>
internal static class Losses
{
    private const string Consent = "consent";

    /// <summary>Named beforehand, beside the primary outcome: of forty measures two seem lost by chance.</summary>
    private static readonly string[] Named = [RunMeasures.Primary, "outsideTolerance", "weeks"];

    public static IEnumerable<string> Of(CompareReport report)
    {
        var rules = report.Cells.DistinctBy(cell => cell.Name).ToDictionary(cell => cell.Name, cell => cell.Rule);
        var against = report.Pairs.Where(pair => (rules[pair.A] == Consent) != (rules[pair.B] == Consent)).ToArray();
        if (against.Length == 0) yield break;
        var named = string.Join(", ", Named);
        if (report.Replications < 2)
        {
            yield return $"Whether consent lost on {named} cannot be told from one replication: draw more.";
            yield break;
        }

        var better = report.Measures.ToDictionary(measure => measure.Name, measure => measure.Better);
        var worse = against.Where(pair => Worse(pair, rules[pair.A] == Consent, better[pair.Measure]))
            .Select(pair => (Other: rules[pair.A] == Consent ? pair.B : pair.A, Pair: pair)).ToArray();
        var lost = Together(worse.Where(one => Named.Contains(one.Pair.Measure))).ToArray();
        foreach (var (others, measures) in lost) yield return $"Consent lost to {others} on {measures}.";
        yield return lost.Length == 0
            ? $"Consent lost on none of {named} by more than chance explains: these were named beforehand."
            : $"Only {named} are looked at for losses, named beforehand; the other measures are in pairs.csv.";
        foreach (var (others, measures) in Together(
            worse.Where(one => !Named.Contains(one.Pair.Measure) && IsFixed(one.Pair))))
            yield return $"Consent does worse than {others} by design, in every replication by as much, on {measures}.";
    }

    /// <summary>Settings that consent did worse than on the same measures, said once.</summary>
    private static IEnumerable<(string Others, string Measures)> Together(
        IEnumerable<(string Other, PairReport Pair)> worse) => worse
        .GroupBy(one => one.Other, one => one.Pair)
        .Select(other => (other.Key, Measures: string.Join(", ", other.Select(Lost).Distinct())))
        .GroupBy(other => other.Measures, other => other.Key)
        .Select(same => (string.Join("; ", same), same.Key));

    private static string Lost(PairReport pair) => Named.Contains(pair.Measure) && IsFixed(pair)
        ? $"{pair.Measure} (in every replication by the same {Math.Abs(pair.Low!.Value):0.####})" : pair.Measure;

    /// <summary>Whether no replication differs from another: the plan or the rule says so, not chance.</summary>
    private static bool IsFixed(PairReport pair) => pair.N > 1 && pair.Low == pair.High;

    private static bool Worse(PairReport pair, bool consentIsFirst, string better) =>
        (pair.Verdict, better) is ("higher", "lower") or ("lower", "higher") ? consentIsFirst
        : (pair.Verdict, better) is ("lower", "lower") or ("higher", "higher") && !consentIsFirst;
}
