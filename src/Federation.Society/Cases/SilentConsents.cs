using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 18. Silence is taken for consent, and is only absence.</summary>
internal static class SilentConsents
{
    public static DegenerateCase Case { get; } = new(
        18, "unread and consented to",
        "A text passes because nobody objected in time, and hardly anybody had read it.",
        "A text was consented to in silence, and more than half of the members had not read it.",
        Cure.By("process.lazyDays=0", "the circle meets, and everybody is heard"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
        {
            var members = circle.Links.IsEmpty ? run.PlanOf(circle.Id).People
                : circle.Links.Sum(link => link.Delegates.Length + (link.Leader is null ? 0 : 1));
            foreach (var silent in entries.Where(entry =>
                entry.Kind == EntryKind.SilentConsent && entry.Round * 2 > members))
                yield return Case.At(circle.Id, silent.Day, silent.Decision, [],
                    $"matter {silent.Decision} was consented to in silence; {silent.Round} members had not read it");
        }
    }
}
