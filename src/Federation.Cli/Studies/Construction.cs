using Federation.Cli.Runs;
using Federation.Society.Measures;

namespace Federation.Cli.Studies;

/// <summary>Which of the rules compared do well on a measure because they go for it.</summary>
internal static class Construction
{
    public static IEnumerable<Mark> Marks(CompareReport report, string measure) => ByConstruction.All.Where(
        mark => mark.Measure == measure && report.Cells.Any(cell => cell.Rule == mark.Rule));

    /// <summary>" (among those present)": under what condition; nothing where it always does.</summary>
    public static string When(Mark mark) =>
        mark.Condition.Length == 0 ? "" : $" ({mark.Condition.Replace("`", "", StringComparison.Ordinal)})";

    /// <summary>" Optimised by construction by ...": for a caption; nothing where no rule compared does.</summary>
    public static string Caption(CompareReport report, string measure) =>
        Marks(report, measure).Select(mark => mark.Rule + When(mark)).ToArray() is { Length: > 0 } rules
            ? $" Optimised by construction by {string.Join(", ", rules)}: there it says little for the rule." : "";
}
