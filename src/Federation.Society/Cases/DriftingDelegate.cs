using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Members;

namespace Federation.Society.Cases;

/// <summary>Case 20. A delegate pulls a text away from what their own circle stands for.</summary>
internal static class DriftingDelegate
{
    private const double Least = 0.1;

    public static DegenerateCase Case { get; } = new(
        20, "delegate against the circle",
        "A delegate objects to a text and asks for one that lies farther from what their circle stands for.",
        $"What a delegate's objection asks for lies at least {Least} of a dimension farther from what the circle "
        + "last said it would stand for than the text it is raised against.",
        Cure.By("process.duty=1", "the delegate speaks for the circle alone"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, entries) in run.Circles)
            foreach (var entry in entries)
            {
                if (Against(run, circle, entry) is not { } farther || farther < Least) continue;
                var child = run.PlanOf(circle.Id).Children[entry.Speaker.Via];
                var name = run.Name(circle.Id, entry.Speaker);
                yield return Case.At(circle.Id, entry.Day, entry.Decision, [name],
                    $"{name} asked for a text {farther * 100:0} % of a dimension farther from what {child} stands for");
            }
    }

    /// <summary>How much farther from the circle's stand an objection leads; null if no delegate's.</summary>
    internal static double? Against(FinishedRun run, Governance.Circles.Circle circle, Entry entry)
    {
        if (entry.Kind != EntryKind.ObjectionRaised || entry.Speaker is not { Role: Role.Delegate, Via: >= 0 }
            || entry.Speaker.Via >= circle.Links.Length || circle.Links[entry.Speaker.Via].Middle is not { } middle
            || entry.From is not { } text || entry.To is not { } asked) return null;
        var matter = run.World.Scenario.Agenda.FirstOrDefault(one => one.Id == entry.Decision);
        if (matter is null) return null;
        var facets = new Facets(matter.Dimensions, run.World.StatusQuo);
        return facets.Of(asked).DistanceTo(facets.Of(middle)) - facets.Of(text).DistanceTo(facets.Of(middle));
    }
}
