using Federation.Cli.Engine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.Cases;

namespace Federation.Cli.Views;

/// <summary>Degenerate cases for a person: the broadest of each kind, and how many more there are.</summary>
internal static class CaseLines
{
    private const int KindsMost = 6;

    public static void Write(Page page, IReadOnlyCollection<CaseReport>? found)
    {
        if (found is null or { Count: 0 }) return;
        var kinds = found.GroupBy(one => one.Case).OrderBy(kind => kind.Key).ToArray();
        page.Heading($"Degenerate cases: {Say.Count(found.Count, "finding", "findings")} of "
            + $"{Say.Count(kinds.Length, "kind", "kinds")}");
        foreach (var kind in kinds.Take(KindsMost)) Write(page, kind.First(), kind.Count());
        if (kinds.Length > KindsMost)
            page.Line($"And {string.Join(", ", kinds.Skip(KindsMost).Select(kind => kind.First().Name))}: "
                + "see cases.jsonl.");
    }

    /// <summary>That nobody looked, where a run has too many circles to read them all again.</summary>
    public static void NotLooked(Page page, long circles)
    {
        if (circles <= ScenarioRun.FullRecordCirclesMax) return;
        page.Heading("Degenerate cases: not looked for");
        page.Line($"Every circle's record would be read again; that is done up to "
            + $"{ScenarioRun.FullRecordCirclesMax:#,0} circles, and this run has {circles:#,0}.");
    }

    private static void Write(Page page, CaseReport first, int count)
    {
        var more = count == 1 ? ""
            : count >= DegenerateCases.FindingsMost ? $" ({count} times at least)" : $" ({count} times)";
        page.Line($"  {first.Case} {first.Name}{more}: {Place(first)}: {first.What}.");
        page.Line($"     Cure: {first.Cure}.");
    }

    private static string Place(CaseReport one) => one.Day > 0 ? $"day {one.Day}, {one.Circle}" : one.Circle;
}
