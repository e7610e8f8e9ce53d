using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 16. Nobody looks at an agreement before it is over.</summary>
internal static class UnreviewedPolicy
{
    public static DegenerateCase Case { get; } = new(
        16, "expired unreviewed",
        "An agreement runs out without anybody having asked whether it worked.",
        "The owner's agreement ended before the run did, and its logbook has no review on or after the review day, or "
        + "says that it was skipped.",
        Cure.By("life.reviews=kept", "circles hold the reviews they agreed on, as long as life.horizonDays lasts"),
        Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
        {
            foreach (var gone in entries.Where(entry => entry.Kind == EntryKind.Expired))
                if (entries.LastOrDefault(entry => entry.Kind is EntryKind.Unreviewed or EntryKind.Observed
                    && entry.Decision == gone.Decision) is { Kind: EntryKind.Unreviewed } passed)
                    yield return Case.At(circle.Id, gone.Day, gone.Decision, [],
                        $"the review of agreement {gone.Decision} was skipped on day {passed.Day}, and on day "
                        + $"{gone.Day} it was over");
            foreach (var own in circle.Agreements.Where(one => one.Owner == circle.Id))
            {
                if (own.UntilDay > run.LastDay || IsReviewed(entries, own)) continue;
                yield return Case.At(circle.Id, own.UntilDay, own.Decision, [],
                    $"agreement {own.Decision} was to be reviewed on day {own.ReviewDay}; it ended on day "
                    + $"{own.UntilDay} and nobody had looked at it");
            }
        }
    }

    /// <summary>A review that changes the text is told as the decision of its next version.</summary>
    private static bool IsReviewed(IReadOnlyList<Entry> entries, Agreement own) => entries.Any(entry =>
        entry.Decision == own.Decision && entry.Day >= own.ReviewDay && (entry.Kind
            is EntryKind.ReviewHeard or EntryKind.Observed or EntryKind.Kept or EntryKind.EndAgreed
            or EntryKind.Unrenewed or EntryKind.MandateConfirmed or EntryKind.MandateEnded
            || entry is { Kind: EntryKind.Decided, Version: > 1 }));
}
