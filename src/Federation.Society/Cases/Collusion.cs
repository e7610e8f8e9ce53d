using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;
using Federation.Society.Runs;

namespace Federation.Society.Cases;

/// <summary>Case 30. The links along one chain carry one word, and it is not their circles'.</summary>
internal static class Collusion
{
    private const double Least = 0.1;
    private const double SameWish = 0.05;

    public static DegenerateCase Case { get; } = new(
        30, "collusion along a chain",
        "Delegates of circles one above the other ask for one and the same text against their own circles.",
        $"On two adjacent levels the delegates of one chain objected to a matter, asked for texts within {SameWish} of "
        + $"a dimension of each other, and each led at least {Least} away from what the delegate's circle stands for.",
        Cure.By("links.mandate=imperative", "the circle writes down what its delegates may consent to, and the circle "
            + "above holds them to it"),
        Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var above in run.Circles.Where(one => !one.Circle.Links.IsEmpty))
            foreach (var upper in Disloyal(run, above))
            {
                var middle = run.PlanOf(above.Circle.Id).Children[upper.Speaker.Via];
                if (run.Find(middle) is not { } below) continue;
                var lower = Disloyal(run, below).FirstOrDefault(entry => entry.Decision == upper.Decision
                    && Apart(run, entry, upper) <= SameWish);
                if (lower is null) continue;
                string[] names = [run.Name(middle, lower.Speaker), run.Name(above.Circle.Id, upper.Speaker)];
                yield return Case.At(above.Circle.Id, upper.Day, upper.Decision, names,
                    $"{string.Join(" and ", names)} asked for the same text, each against the circle that sent them");
            }
    }

    private static IEnumerable<Entry> Disloyal(FinishedRun run, RecordedCircle one) => one.Entries.Where(entry =>
        DriftingDelegate.Against(run, one.Circle, entry) is { } farther && farther >= Least);

    private static double Apart(FinishedRun run, Entry left, Entry right)
    {
        var facets = new Facets(
            run.World.Scenario.Agenda.First(matter => matter.Id == left.Decision).Dimensions, run.World.StatusQuo);
        return facets.Of((Point)left.To!).DistanceTo(facets.Of((Point)right.To!));
    }
}
