using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Spaces;

namespace Federation.Society.Cases;

/// <summary>Case 13. A circle and one above it hold texts that cannot both be kept.</summary>
internal static class ContradictoryPolicies
{
    public static DegenerateCase Case { get; } = new(
        13, "contradictory policies",
        "A circle's own agreement and a limit from above are in force together and cannot both be kept.",
        "Two agreements in force on the same days and dimensions, the lower one's text outside the upper one's limit.",
        Cure.By("process.latitude=0.5", "the limit leaves room for what circles agreed before"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        foreach (var (circle, _) in run.Circles)
        {
            var above = circle.Agreements.Where(one => one.Owner != circle.Id && one.Effect == Effect.Limits);
            foreach (var limit in above)
                foreach (var own in circle.Agreements.Where(one => one.Owner.IsWithin(limit.Owner)
                    && one.Owner != limit.Owner && one.Effect != Effect.Informs))
                {
                    var from = Math.Max(limit.FromDay, own.FromDay);
                    var shared = own.Dimensions.Where(limit.Dimensions.Contains).ToImmutableArray();
                    if (shared.IsEmpty || from >= Math.Min(limit.UntilDay, own.UntilDay)) continue;
                    var facets = new Facets(shared, run.World.StatusQuo);
                    var apart = facets.Of(own.Text).DistanceTo(facets.Of(limit.Text));
                    if (Tolerance.Within(apart, limit.Latitude) || own.Owner != circle.Id) continue;
                    yield return Case.At(circle.Id, from, own.Decision, [],
                        $"its own agreement {own.Decision} says {run.InUnits(own.Text, shared)}, while agreement "
                        + $"{limit.Decision} of {limit.Owner} limits it to around {run.InUnits(limit.Text, shared)}");
                }
        }
    }
}
