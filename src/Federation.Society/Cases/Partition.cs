using Federation.Governance.Circles;
using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 26. A part is cut off, and both sides decide the same thing.</summary>
internal static class Partition
{
    public static DegenerateCase Case { get; } = new(
        26, "partition",
        "An agreement does not get through to a part of the federation, and that part decides for itself.",
        "A text was not carried down a link, and below it a circle that has no such agreement holds one of its own "
        + "on the same dimensions and days.",
        Cure.By("links.delegates=5", "more people on a link, so that one of them gets through"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            foreach (var lost in entries.Where(entry =>
                entry is { Kind: EntryKind.NotCarriedDown, Speaker.Via: >= 0, Version: > 0 }))
            {
                if (run.Owned(lost.Decision) is not { } above) continue;
                var part = run.PlanOf(circle.Id).Children[lost.Speaker.Via];
                foreach (var below in run.Circles.Where(one => one.Circle.Id.IsWithin(part)))
                    if (Own(below.Circle, above) is { } own)
                        yield return Case.At(below.Circle.Id, Math.Max(lost.Day, own.FromDay), own.Decision, [],
                            $"agreement {above.Decision} of {above.Owner} never came through to {part}; here "
                            + $"agreement {own.Decision} of its own holds on the same question");
            }
    }

    private static Agreement? Own(Circle circle, Agreement above) =>
        circle.Agreements.Any(one => one.Decision == above.Decision) ? null
            : circle.Agreements.FirstOrDefault(own => own.Owner == circle.Id
                && own.Dimensions.Any(above.Dimensions.Contains)
                && Math.Max(own.FromDay, above.FromDay) < Math.Min(own.UntilDay, above.UntilDay));
}
