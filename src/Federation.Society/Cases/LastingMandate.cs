using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 25. What was decided in an emergency holds as long as it can.</summary>
internal static class LastingMandate
{
    public static DegenerateCase Case { get; } = new(
        25, "mandate never handed back",
        "A leader decides at once in an emergency, and the circle does not get to say whether it agrees.",
        "A leader used an emergency mandate, and the circle had not confirmed, changed or ended the text on its last "
        + "day.",
        new Cure(["cadence.upperDays=2", "cadence.leafDays=2"], "the circle meets soon after, and reviews it"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            foreach (var used in entries.Where(entry => entry.Kind == EntryKind.MandateUsed))
            {
                var back = entries.FirstOrDefault(entry => entry.Decision == used.Decision
                    && (entry.Kind is EntryKind.MandateConfirmed or EntryKind.MandateEnded
                        || (entry.Kind == EntryKind.Decided && entry.Version > used.Version)));
                var term = run.World.Scenario.Agenda.First(matter => matter.Id == used.Decision).TermDays;
                if ((back?.Day ?? int.MaxValue) < used.Day + term) continue;
                var name = run.Name(circle.Id, used.Speaker);
                yield return Case.At(circle.Id, used.Day, used.Decision, [name],
                    $"{name} decided matter {used.Decision} on day {used.Day} for {term} days"
                    + (back is null ? ", and nobody reviewed it" : $"; the circle reviewed it on day {back.Day}"));
            }
    }
}
