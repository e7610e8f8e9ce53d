namespace Federation.Society.Cases;

/// <summary>Case 10. Parenthood is a tree without gaps; here it is not.</summary>
internal static class OrphanCircle
{
    public static DegenerateCase Case { get; } = new(
        10, "orphan circle",
        "A circle has no circle above it that knows it, or circles lead round to themselves.",
        "A recorded circle's parent is not recorded or does not list it, or a circle of the plan was never founded.",
        new Cure([], "found every circle under exactly one parent: federation scenario check tells where"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
        {
            var day = entries.Count == 0 ? 0 : entries[0].Day;
            if (circle.Id != run.World.Plan.Root && BrokenLinks.Link(run, circle) is null)
                yield return Case.At(circle.Id, day, 0, [], circle.Id.Parent is { } above
                    ? $"the circle above it, {above}, does not know it" : "it is neither the top nor below another");
            foreach (var child in run.PlanOf(circle.Id).Children.Where(child => run.Find(child) is null))
                yield return Case.At(child, day, 0, [], "the plan has it and nobody ever founded it");
        }
    }
}
