using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;

namespace Federation.Governance.Federating;

/// <summary>How an agreement is carried out in a circle and below, and whom that reaches.</summary>
internal static class Reaching
{
    /// <summary>How children carry it out, with the harm of those who are leaves: how far each is from
    /// its need, and how far from its siblings' mean (docs/guide/model.md, "Needs and harm").</summary>
    public static Reach Below(Circle circle, Surroundings here)
    {
        var reach = Reach.None;
        var considered = Considering.Said(circle);
        if (considered.Length == 0) return reach;
        var sum = Point.Filled(here.Dimensions, 0);
        foreach (var one in considered) sum += one.CarriedOut;
        var (harms, harm) = (new List<HarmBin>(), Int128.Zero);
        foreach (var one in considered)
        {
            reach = reach.Plus(one.Reach with { Harms = [] });
            harms.AddRange(one.Reach.Harms);
            if (one.People == 0) continue;
            var apart = considered.Length == 1 ? 0 : one.CarriedOut
                .DistanceTo((sum - one.CarriedOut) * (1.0 / (considered.Length - 1)));
            var bin = HarmBin.Of(
                Fixed.Round(one.NeedDistance + (here.Practice.Coordination * apart)), one.People);
            harms.Add(bin);
            harm += bin.Sum;
        }

        return reach with { Harm = reach.Harm + harm, Harms = HarmBin.Merge(harms) };
    }

    public static Reach Own(Circle circle, Agreement agreement, Surroundings here)
    {
        var ratifies = agreement.Effect == Effect.Ratify;
        var except = Granting.Of(circle, agreement.Decision);
        var free = agreement.Resolved && except is null;
        var declined = Considering.Declined(agreement, here);
        var adapted = agreement.IsAdapted;
        return new Reach
        {
            Asked = 1,
            Unresolved = agreement.Resolved || ratifies ? 0 : 1,
            Refused = agreement.Resolved || !ratifies ? 0 : 1,
            Varied = except is { Suspends: false } ? 1 : 0,
            Suspended = except is { Suspends: true } ? 1 : 0,
            Declined = free && declined ? 1 : 0,
            Adapted = free && !declined && adapted ? 1 : 0,
            Carried = free && !declined && !adapted ? 1 : 0,
            Contradicted = Limiting.Contradicting(circle, agreement, agreement.FromDay).Count(),
            People = here.Residents,
            Outside = here.IsLeaf ? OutsideOf(circle, agreement, here) : 0,
            DepthMax = here.Depth,
        };
    }

    /// <summary>People of the circle itself whom the way it is carried out does not reach.</summary>
    public static int OutsideOf(Circle circle, Agreement agreement, Surroundings here)
    {
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        var outside = 0;
        for (var index = 0; index < here.Residents; index++)
        {
            var voice = Voices.Living(circle, here, index);
            var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
            var range = new Acceptance(
                facets.Of(stand), voice.Snapshot.Tolerance * here.Practice.Widening(agreement.TermShare),
                here.Practice.BoxRanges) { Salience = voice.In(facets) };
            if (!range.Contains(facets.Of(agreement.CarriedOutFor(index)))) outside++;
        }

        return outside;
    }

    public static double NeedDistance(Agreement agreement, int day, Surroundings here)
    {
        var facets = new Facets(agreement.Dimensions, here.StatusQuo);
        return Dividing.Mean(agreement, text => facets.Of(text).DistanceTo(facets.Of(here.NeedOn(day))));
    }
}
