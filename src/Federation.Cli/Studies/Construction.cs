using Federation.Cli.Runs;
using Federation.Society.Measures;

namespace Federation.Cli.Studies;

/// <summary>Which of the rules compared do well on a measure because they go for it.</summary>
internal static class Construction
{
    public static IEnumerable<Mark> Marks(CompareReport report, string measure) => ByConstruction.All.Where(
        mark => mark.Measure == measure && report.Cells.Any(cell => cell.Rule == mark.Rule));

    /// <summary>All marks of the rules compared in one sentence, what is alike said once; "" where there are
    /// none.</summary>
    public static string Sentence(CompareReport report)
    {
        var compared = report.Cells.Select(cell => cell.Rule).Distinct().ToArray();
        var marks = report.Measures.SelectMany(measure => Marks(report, measure.Name)
                .GroupBy(When, mark => mark.Rule)
                .Select(alike => (Rules: Rules([.. alike], compared), measure.Name, When: alike.Key)))
            .GroupBy(mark => (mark.Rules, mark.When), mark => mark.Name)
            .Select(alike => $"{alike.Key.Rules} on {string.Join(", ", alike)}{alike.Key.When}").ToArray();
        return marks.Length == 0 ? ""
            : $"Nothing is shown by doing well where a rule goes for it by construction: {string.Join("; ", marks)}.";
    }

    private static string Rules(string[] marked, string[] compared) =>
        compared.Length > 1 && marked.Length == compared.Length ? "every rule compared" : string.Join(", ", marked);

    /// <summary>" (among those present)": under what condition; nothing where it always does.</summary>
    public static string When(Mark mark) =>
        mark.Condition.Length == 0 ? "" : $" ({mark.Condition.Replace("`", "", StringComparison.Ordinal)})";

    /// <summary>" Optimised by construction by ...": for a caption; nothing where no rule compared does.</summary>
    public static string Caption(CompareReport report, string measure) =>
        Marks(report, measure).Select(mark => mark.Rule + When(mark)).ToArray() is { Length: > 0 } rules
            ? $" Optimised by construction by {string.Join(", ", rules)}: there it says little for the rule." : "";
}
