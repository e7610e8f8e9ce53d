using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 19. What one circle asks undoes what many had settled.</summary>
internal static class Cascade
{
    private const int RedoneLeast = 3;
    private const int RedonePerReview = 3;

    public static DegenerateCase Case { get; } = new(
        19, "cascade",
        "A late objection changes a text that circles below are carrying out, and they have to begin again.",
        $"One version of a text made at least {RedoneLeast} circles settle again what they had settled, at least "
        + $"{RedonePerReview} for each review that was heard.",
        Cure.By("process.reviewsMax=0", "a text holds for its term; what is wrong with it waits for the review day"),
        Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        var redone = Redone(run);
        foreach (var (circle, entries) in run.Circles)
            foreach (var heard in entries.Where(entry => entry.Kind == EntryKind.ReviewHeard)
                .GroupBy(entry => (entry.Decision, entry.Version)))
            {
                var again = redone.GetValueOrDefault(heard.Key, 0);
                if (again < RedoneLeast || again < RedonePerReview * heard.Count()) continue;
                yield return Case.At(circle.Id, heard.First().Day, heard.Key.Decision, [],
                    $"{heard.Count()} {(heard.Count() == 1 ? "review" : "reviews")} made version {heard.Key.Version} "
                    + $"of matter {heard.Key.Decision}, and {again} circles that had settled how to carry it out "
                    + "had to settle it again");
            }
    }

    /// <summary>By matter and version: circles that had settled an earlier version themselves.</summary>
    private static Dictionary<(int Decision, int Version), int> Redone(FinishedRun run)
    {
        var redone = new Dictionary<(int, int), int>();
        foreach (var (_, entries) in run.Circles)
            foreach (var same in entries.Where(entry => entry.Kind
                is EntryKind.CarriedOut or EntryKind.Adapted).GroupBy(entry => entry.Decision))
                foreach (var later in same.Where(entry => entry.Version > same.First().Version))
                    redone[(same.Key, later.Version)] = redone.GetValueOrDefault((same.Key, later.Version)) + 1;
        return redone;
    }
}
