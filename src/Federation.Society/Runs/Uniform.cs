using System.Collections.Immutable;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.People;

namespace Federation.Society.Runs;

/// <summary>What one text would do to everybody if it held everywhere as it is.</summary>
/// <remarks>The same people as first drawn, the same measures: harm by distance from each leaf's need
/// (nobody differs from a neighbour, so the second term of harm is nought), and people outside their
/// range of tolerance.</remarks>
public static class Uniform
{
    public static Reach Carried(World world, Point text, ImmutableArray<int> dimensions)
    {
        var facets = new Facets(dimensions, world.StatusQuo);
        var carried = facets.Of(text);
        var reach = Reach.None;
        foreach (var leaf in world.Plan.All().Where(circle => circle.IsLeaf))
        {
            var here = world.Of(leaf.Id);
            var outside = 0;
            foreach (var voice in Voices.All(new Circle { Id = leaf.Id }, here, 0))
            {
                var stand = here.Practice.StandOf(voice, voice.Snapshot.Preference, voice.Belief);
                var range = new Acceptance(facets.Of(stand), voice.Snapshot.Tolerance, here.Practice.BoxRanges)
                {
                    Salience = voice.In(facets),
                };
                if (!range.Contains(carried)) outside++;
            }

            reach = reach.Plus(new Reach
            {
                Asked = 1, Carried = 1, People = here.Residents, Outside = outside, DepthMax = leaf.Depth,
            }.Harmed(Fixed.Round(carried.DistanceTo(facets.Of(here.Need))), here.Residents));
        }

        return reach;
    }
}
