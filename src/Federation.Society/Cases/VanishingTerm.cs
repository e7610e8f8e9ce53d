using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 23. The term is shortened until nothing is left of it.</summary>
internal static class VanishingTerm
{
    public static DegenerateCase Case { get; } = new(
        23, "term shortened to nothing",
        "Consent is reached by agreeing for so short a time that the circle has not met again when it is over.",
        "A term was shortened, and the agreement ended before the owner's next meeting.",
        Cure.By("process.terms=[1, 0.5]", "no circle agrees for less than half of what was asked"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            foreach (var own in circle.Agreements.Where(one => one.Owner == circle.Id))
            {
                var days = own.UntilDay - own.FromDay;
                if (days > run.World.Of(circle.Id).CadenceDays || !entries.Any(entry =>
                    entry.Kind == EntryKind.TermShortened && entry.Decision == own.Decision)) continue;
                yield return Case.At(circle.Id, own.FromDay, own.Decision, [],
                    $"agreement {own.Decision} holds {days} {(days == 1 ? "day" : "days")}, "
                    + $"{own.TermShare * 100:0.#} % of what was asked, and ends before the circle meets again");
            }
    }
}
