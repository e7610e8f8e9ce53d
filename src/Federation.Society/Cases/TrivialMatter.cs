using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;

namespace Federation.Society.Cases;

/// <summary>Case 29. Any answer would do, and everybody is asked (which end to open an egg at).</summary>
internal static class TrivialMatter
{
    private const double Small = 0.05;

    public static DegenerateCase Case { get; } = new(
        29, "trivial matter",
        "A matter nobody has an argument about climbs from circle to circle and takes everybody's time.",
        $"A matter rose at least one level, moved what holds by less than {Small} of a dimension, and nobody "
        + "objected or asked for a review anywhere.",
        new Cure([], "let the circle that raised it decide: agenda[].affects names it alone"), Find);

    private static IEnumerable<Finding> Find(FinishedRun run)
    {
        var disputed = run.Circles.SelectMany(one => one.Entries).Where(entry => entry.Kind
            is EntryKind.ObjectionRaised or EntryKind.ReviewRequested).Select(entry => entry.Decision).ToHashSet();
        foreach (var settled in run.Register.Settled)
        {
            var taken = settled.Taken;
            if (!taken.Adopted || taken.Proposal.LevelsUp == 0 || disputed.Contains(taken.Proposal.Id)) continue;
            var facets = new Facets(taken.Proposal.Dimensions, run.World.StatusQuo);
            var moved = facets.Of(settled.Spread?.Text ?? taken.Text).DistanceTo(facets.Of(run.World.StatusQuo));
            if (moved >= Small) continue;
            yield return Case.At(taken.Owner, taken.Effort.LastDay.Mid, taken.Proposal.Id, [],
                $"matter {taken.Proposal.Id} rose {taken.Proposal.LevelsUp} levels and reached "
                + $"{settled.Spread?.Reach.Asked ?? 0} circles without one argument, to move what holds by "
                + $"{moved * 100:0.#} % of a dimension");
        }
    }
}
