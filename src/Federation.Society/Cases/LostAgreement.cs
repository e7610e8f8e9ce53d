using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 28. Circles are merged or split, and what they had agreed is nobody's.</summary>
internal static class LostAgreement
{
    public static DegenerateCase Case { get; } = new(
        28, "agreement lost",
        "When circles or domains are merged or split, an agreement whose term still runs ends up with no owner.",
        "A matter was adopted, its term was not over when the run ended, nobody ended it, and no circle owns it.",
        Cure.By("process.handover=both", "both secretaries list what goes along with the domain"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        var ended = run.Circles.SelectMany(one => one.Entries).Where(IsEnd).Select(entry => entry.Decision).ToHashSet();
        foreach (var taken in run.Register.Settled.Select(settled => settled.Taken))
        {
            var number = taken.Proposal.Id;
            if (!taken.Adopted || ended.Contains(number) || run.Owned(number) is not null
                || taken.Effort.LastDay.Mid + taken.TermDays <= run.LastDay) continue;
            yield return Case.At(taken.Owner, run.LastDay, number, [],
                $"agreement {number}, made here on day {taken.Effort.LastDay.Mid} for {taken.TermDays} days, "
                + "is nobody's any more");
        }
    }

    private static bool IsEnd(Entry entry) => entry.Kind is EntryKind.Ended or EntryKind.Expired
        or EntryKind.EndAgreed or EntryKind.Unrenewed or EntryKind.MandateEnded or EntryKind.MemberRemoved;
}
