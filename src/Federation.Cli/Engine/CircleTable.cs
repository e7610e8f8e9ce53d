using Federation.Cli.Runs;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;
using Federation.Society.People;
using Federation.Society.Places;
using Federation.Society.Runs;

namespace Federation.Cli.Engine;

/// <summary>What became of every matter in every circle, as rows of circles.csv.</summary>
internal static class CircleTable
{
    /// <summary>For every circle, in the order given, a row for every matter of the agenda.</summary>
    public static IEnumerable<CircleRow> Rows(IReadOnlyCollection<RecordedCircle> circles, World world)
    {
        var known = circles.ToDictionary(one => one.Circle.Id, one => one.Circle);
        foreach (var recorded in circles)
        {
            var planned = world.Plan.Find(recorded.Circle.Id);
            foreach (var matter in world.Scenario.Agenda)
            {
                var entries = recorded.Entries.Where(entry => entry.Decision == matter.Id).ToArray();
                yield return new CircleRow(
                    planned.Id.Path, planned.Level, planned.Depth, planned.People, planned.Represented,
                    matter.Id, Standing(recorded.Circle, matter, world, entries),
                    entries.Count(entry => entry.Kind == EntryKind.ObjectionRaised),
                    planned.IsLeaf ? Harm(recorded.Circle, planned, matter, world, known) : 0);
            }
        }
    }

    /// <summary>Counted as the decision's own figures are: against the owner's text.</summary>
    private static string Standing(Circle circle, Society.Scenarios.Matter matter, World world, Entry[] entries) =>
        Agreed(circle, matter.Id) switch
        {
            null => entries.LastOrDefault(entry =>
                entry.Kind is EntryKind.Parked or EntryKind.Ended or EntryKind.Expired)?.Kind switch
            {
                { } kind => kind.ToString().ToLowerInvariant(),
                null => "not asked",
            },
            { } agreed when agreed.Owner == circle.Id => "decided",
            { Effect: Effect.Ratify } agreed => agreed.Resolved ? "ratified" : "refused",
            { Resolved: false } => "unresolved",
            { Decision: var id } when circle.Variances.FirstOrDefault(one =>
                one.Decision == id && one.Circle == circle.Id) is { } except
                => except.Suspends ? "suspended" : "variance",
            { Effect: Effect.Invites } agreed when agreed.CarriedOut == world.StatusQuo => "declined",
            { IsAdapted: true } => "adapted",
            _ => "carried",
        };

    /// <summary>How far the way it is carried out lies from the leaf's need, plus the price of
    /// differing from its siblings (model 1.2).</summary>
    private static double Harm(
        Circle leaf, PlannedCircle planned, Society.Scenarios.Matter matter, World world,
        Dictionary<CircleId, Circle> known)
    {
        var agreement = Agreed(leaf, matter.Id);
        var facets = new Facets(agreement?.Dimensions ?? matter.Dimensions, world.StatusQuo);
        var need = facets.Of(world.Of(planned.Id).Need);
        if (agreement is not { } agreed)
            return Fixed.Round(facets.Of(world.StatusQuo).DistanceTo(need));
        var harm = facets.Of(agreed.CarriedOut).DistanceTo(need);
        if (agreed.Owner == leaf.Id || planned.Id.Parent is not { } above) return Fixed.Round(harm);

        var others = world.Plan.Find(above).Children
            .Where(sibling => sibling != leaf.Id && known.ContainsKey(sibling))
            .Select(sibling => Agreed(known[sibling], matter.Id)).OfType<Agreement>().ToArray();
        if (others.Length == 0) return Fixed.Round(harm);
        var sum = Point.Filled(world.Scenario.Space.Count, 0);
        foreach (var other in others) sum += other.CarriedOut;
        var apart = agreed.CarriedOut.DistanceTo(sum * (1.0 / others.Length));
        return Fixed.Round(harm + (world.Practice.Coordination * apart));
    }

    private static Agreement? Agreed(Circle circle, int decision) =>
        circle.Agreements.FirstOrDefault(agreement => agreement.Decision == decision);
}
