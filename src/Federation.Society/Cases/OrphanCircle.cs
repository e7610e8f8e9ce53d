namespace Federation.Society.Cases;

/// <summary>Case 10. Parenthood is a tree without gaps; here it is not.</summary>
internal static class OrphanCircle
{
    public static DegenerateCase Case { get; } = new(
        10, "orphan circle",
        "A circle is on the chart and belongs to nothing: nobody of it sits above, or no circle above knows it.",
        "Nobody sits for a circle in the one above, neither a leader nor a delegate; or its parent is not recorded or "
        + "does not list it, or a circle of the plan was never founded.",
        Cure.By("federation.members=30", "a circle of more people finds somebody who takes the role"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
        {
            var day = entries.Count == 0 ? 0 : entries[0].Day;
            if (circle.Id != run.World.Plan.Root && BrokenLinks.Link(run, circle) is null)
                yield return Case.At(circle.Id, day, 0, [], circle.Id.Parent is { } above
                    ? $"the circle above it, {above}, does not know it" : "it is neither the top nor below another");
            for (var number = 0; number < circle.Links.Length; number++)
                if (circle.Links[number] is { Leader: null, Delegates.IsEmpty: true }
                    && run.Find(run.PlanOf(circle.Id).Children[number]) is { } alone)
                    yield return Case.At(alone.Circle.Id, day, 0, [],
                        $"nobody sits for it in {circle.Id}: it has neither a leader nor a delegate");
            foreach (var child in run.PlanOf(circle.Id).Children.Where(child => run.Find(child) is null))
                yield return Case.At(child, day, 0, [], "the plan has it and nobody ever founded it");
        }
    }
}
