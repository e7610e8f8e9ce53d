using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.Runs;

namespace Federation.Society.Cases;

/// <summary>Case 21. The differences of the base do not reach the top.</summary>
internal static class HomogeneousTop
{
    private const double ShareLeast = 0.1;
    private const int SeatsLeast = 4;

    public static DegenerateCase Case { get; } = new(
        21, "homogeneous top",
        "Every level averages away what people below differ in, and the top agrees easily about everybody else.",
        $"With at least {SeatsLeast} people at the top and two levels below, their stands vary less than "
        + $"{ShareLeast} times as much as those of all people.",
        Cure.By("process.duty=0", "delegates say where they stand themselves, not where the middle of a circle is"),
        Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        var root = run.World.Plan.Root;
        if (run.Find(root) is not { } top || top.Circle.Links.IsEmpty) yield break;
        if (run.PlanOf(root).Children.All(child => run.PlanOf(child).IsLeaf)) yield break;
        var above = Stands(run, top);
        if (above.Count < SeatsLeast) yield break;
        var below = Spread([.. run.Circles.Where(one => one.Circle.Links.IsEmpty)
            .SelectMany(leaf => Stands(run, leaf))]);
        var share = below <= 0 ? 1 : Spread(above) / below;
        if (share >= ShareLeast) yield break;
        yield return Case.At(root, run.LastDay, 0, [],
            $"the stands of the {above.Count} people at the top vary {share * 100:0.#} % as much as those of "
            + $"{run.Register.People} people below");
    }

    private static List<Point> Stands(FinishedRun run, RecordedCircle recorded)
    {
        var here = run.World.Of(recorded.Circle.Id);
        var voices = Voices.All(recorded.Circle, here, 0);
        var stands = new List<Point>(voices.Length);
        foreach (ref readonly var voice in voices.AsSpan())
            stands.Add(here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief));
        return stands;
    }

    /// <summary>Mean squared distance from the mean.</summary>
    private static double Spread(List<Point> points)
    {
        if (points.Count == 0) return 0;
        var sum = Point.Filled(points[0].Dimensions, 0);
        foreach (var point in points) sum += point;
        var mean = sum * (1.0 / points.Count);
        return points.Sum(point => (point - mean).LengthSquared) / points.Count;
    }
}
