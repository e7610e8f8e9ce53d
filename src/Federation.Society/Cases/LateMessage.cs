
namespace Federation.Society.Cases;

/// <summary>Case 15. The circles below meet after the agreement is over.</summary>
internal static class LateMessage
{
    public static DegenerateCase Case { get; } = new(
        15, "late message",
        "An agreement reaches the people it is for after its term has ended.",
        "A circle without circles below took an agreement up on or after the owner's last day of it.",
        new Cure(["cadence.upperDays=2", "cadence.leafDays=2"], "circles that meet more often pass it on sooner"),
        Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, _) in run.Circles.Where(one => one.Circle.Links.IsEmpty))
            foreach (var agreement in circle.Agreements.Where(one => one.Owner != circle.Id))
                if (run.Owned(agreement.Decision) is { } owned && agreement.FromDay >= owned.UntilDay)
                    yield return Case.At(circle.Id, agreement.FromDay, agreement.Decision, [],
                        $"agreement {agreement.Decision} of {agreement.Owner} held until day {owned.UntilDay} and was "
                        + $"taken up here on day {agreement.FromDay}");
    }
}
