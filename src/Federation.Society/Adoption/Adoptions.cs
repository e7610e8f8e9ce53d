using System.Collections.Immutable;
using Federation.Governance.Chance;
using Federation.Governance.Circles;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;
using Federation.Society.People;
using Federation.Society.Places;

namespace Federation.Society.Adoption;

/// <summary>Lets an innovation go through a federation, circle by circle.</summary>
/// <remarks>
/// A function of the plan and the seed, beside the waves: taking something up is nobody's decision over
/// anybody else, so there is nothing to ask up or down (docs/adr/0011).
/// </remarks>
public static class Adoptions
{
    /// <summary>Weeks are drawn with the member; a circle's own traits with week 0.</summary>
    private const uint Traits = 100;

    /// <returns>Null where the scenario has no innovation.</returns>
    public static AdoptionOutcome? In(World world)
    {
        var options = world.Scenario.Adoption;
        if (!options.Any) return null;
        var circles = world.Plan.All().OrderBy(circle => circle.Id).ToImmutableArray();
        ulong[] keys = [.. circles.Select(circle => Keys.Of(circle.Id.Path))];
        ImmutableArray<double> immunity = [.. keys.Select(key => Fixed.Round(
            world.Dice.Beta(options.ImmunityA, options.ImmunityB, key, 0, 0, 0, Purpose.Adopting, Traits)))];
        var population = Population.Waiting(Neighbours(circles), immunity, options.Threshold);
        var pilots = Pilots(world.Dice, keys, options.Pilots);
        var adopters = new Adopters(
            population,
            new Innovation(options.Innovation, options.Imitation, options.DangerousFrom, options.ObviousFrom,
                options.AdoptersLeast, options.GainBonus, options.OpponentsFrom, options.Opposition),
            (one, week, question) => world.Dice.Uniform(keys[one], (ulong)week, 0, 0, Purpose.Adopting, (uint)question),
            pilots.Contains, one => Trait(one, 1) < options.Aware, one => Trait(one, 2) < options.GainChance);
        return Watch(adopters, circles, population, pilots, options.Weeks);

        double Trait(int one, uint which) => world.Dice.Uniform(keys[one], 0, 0, which, Purpose.Adopting, Traits);
    }

    /// <summary>A circle sees those it is linked with, above and below, and its siblings.</summary>
    public static ImmutableArray<ImmutableArray<int>> Neighbours(ImmutableArray<PlannedCircle> circles)
    {
        var at = new Dictionary<CircleId, int>();
        for (var one = 0; one < circles.Length; one++) at[circles[one].Id] = one;
        var neighbours = circles.Select(_ => new SortedSet<int>()).ToArray();
        for (var parent = 0; parent < circles.Length; parent++)
        {
            int[] below = [.. circles[parent].Children.Select(child => at[child])];
            foreach (var child in below)
            {
                neighbours[parent].Add(child);
                neighbours[child].Add(parent);
                neighbours[child].UnionWith(below.Where(sibling => sibling != child));
            }
        }

        return [.. neighbours.Select(others => others.ToImmutableArray())];
    }

    private static HashSet<int> Pilots(Dice dice, ulong[] keys, double share)
    {
        var count = Math.Max(1, (int)Math.Round(share * keys.Length, MidpointRounding.AwayFromZero));
        return [.. Enumerable.Range(0, keys.Length)
            .OrderBy(one => dice.Uniform(keys[one], 0, 0, 3, Purpose.Adopting, Traits)).ThenBy(one => one).Take(count)];
    }

    private static AdoptionOutcome Watch(
        Adopters adopters, ImmutableArray<PlannedCircle> circles, Population population, HashSet<int> pilots, int weeks)
    {
        var curve = ImmutableArray.CreateBuilder<AdoptionWeek>();
        var (heard, took) = (new int?[circles.Length], new int?[circles.Length]);
        var quiet = 0;
        Look();
        while (adopters.Week < weeks && (quiet < Quiet || adopters.MayChange()))
        {
            quiet = adopters.Step() ? 0 : quiet + 1;
            Look();
        }

        ImmutableArray<AdoptingCircle> ways = [.. circles.Select((circle, one) => new AdoptingCircle(
            circle.Id.Path, population.Immunity[one], pilots.Contains(one), heard[one],
            adopters.Stages[one] == Stage.Adopted ? took[one] : null, adopters.Stages[one]))];
        return new AdoptionOutcome(curve.ToImmutable(), ways, adopters.GivenUp, Seal(curve, ways));

        void Look()
        {
            var counts = new int[4];
            for (var one = 0; one < circles.Length; one++)
            {
                var stage = adopters.Stages[one];
                counts[(int)stage]++;
                if (stage != Stage.Unaware) heard[one] ??= adopters.Week;
                if (stage != Stage.Adopted) took[one] = null;
                else took[one] ??= adopters.Week;
            }

            curve.Add(new AdoptionWeek(adopters.Week, counts[0], counts[1], counts[2], counts[3]));
        }
    }

    /// <summary>So many weeks without a change are shown where nothing can change any more.</summary>
    private const int Quiet = 52;

    private static Digest Seal(IEnumerable<AdoptionWeek> curve, ImmutableArray<AdoptingCircle> circles)
    {
        var writer = new CanonicalWriter();
        writer.Version();
        foreach (var week in curve)
        {
            writer.Int(week.Week);
            writer.Int(week.Unaware);
            writer.Int(week.Ridiculous);
            writer.Int(week.Dangerous);
            writer.Int(week.Adopted);
        }

        foreach (var circle in circles)
        {
            writer.Text(circle.Circle);
            writer.Number(circle.Immunity);
            writer.Int(circle.Heard ?? -1);
            writer.Int(circle.Took ?? -1);
            writer.Byte((byte)circle.Stage);
        }

        return Digest.Of(writer.Written);
    }
}
