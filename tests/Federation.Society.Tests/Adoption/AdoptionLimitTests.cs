using System.Collections.Immutable;
using Federation.Check.Known;
using Federation.Governance.Chance;
using Federation.Society.Adoption;

namespace Federation.Society.Tests.Adoption;

/// <summary>V41 to V43: without stages, without awareness, on a complete or a random network, the machine of
/// adoption is a model that was published before.</summary>
public sealed class AdoptionLimitTests
{
    private static readonly Innovation Threshold = new(0, 0, 0, 0, 1, 0, 1, 0);

    /// <summary>Bass: no immunity, no stages; a week is a tenth of a year.</summary>
    [Fact]
    public void Without_stages_it_is_Bass()
    {
        const int circles = 20_000, weeksAYear = 40;
        var dice = new Dice(41, 0);
        var adopters = new Adopters(
            new Population(
                [.. Enumerable.Repeat(ImmutableArray<int>.Empty, circles)], [.. Enumerable.Repeat(0.0, circles)],
                [.. Enumerable.Repeat(0.0, circles)]),
            new Innovation(.03 / weeksAYear, .38 / weeksAYear, 0, 0, 1, 0, 1, 0, HasStages: false),
            (one, week, question) => dice.Uniform((ulong)one, (ulong)week, 0, 0, Purpose.Adopting, (uint)question),
            _ => false, _ => false, _ => false);

        foreach (var year in (int[])[3, 5, 6, 10, 15])
        {
            while (adopters.Week < year * weeksAYear) adopters.Step();
            Assert.Equal(Diffusion.Bass(.03, .38, year), (double)adopters.Adopted / circles, .02);
        }
    }

    /// <summary>Granovetter: everybody sees everybody, and all know of it.</summary>
    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 1)]
    public void Where_everybody_sees_everybody_it_is_Granovetter(int second, int joined)
    {
        int[] thresholds = [0, second, .. Enumerable.Range(2, 98)];
        var adopters = Crowd(Complete(100), one => thresholds[one] / 99.0, one => thresholds[one] == 0);

        while (adopters.Step()) { }

        Assert.Equal(joined, adopters.Adopted);
        Assert.Equal(Diffusion.Cascade(thresholds), adopters.Adopted);
    }

    /// <summary>Watts: a random network with a mean number of neighbours inside the window of .18 (1.02 to 5.76)
    /// carries single seeds far, outside it never.</summary>
    [Theory]
    [InlineData(.5, false)]
    [InlineData(3, true)]
    [InlineData(4.5, true)]
    [InlineData(8.5, false)]
    public void On_a_random_network_it_is_Watts(double mean, bool spreads)
    {
        const int nodes = 1000, runs = 60;
        var far = 0;
        for (var run = 0; run < runs; run++)
        {
            var network = Poisson(new Dice(43, (ulong)run), nodes, mean);
            var adopters = Crowd(network, _ => .18, one => one == 0);
            while (adopters.Step()) { }
            if (adopters.Adopted > nodes / 10) far++;
        }

        if (spreads) Assert.InRange(far, runs / 6, runs);
        else Assert.Equal(0, far);
    }

    [Fact]
    public void Complex_contagion_needs_two_and_a_ring_of_neighbours_carries_it()
    {
        var ring = Ring(60, 2);
        Assert.Equal(60, Spread(1, [0]));
        Assert.Equal(1, Spread(2, [0]));
        Assert.Equal(60, Spread(2, [0, 1]));

        int Spread(int least, int[] seeds)
        {
            var adopters = Crowd(ring, _ => .2, seeds.Contains, Threshold with { AdoptersLeast = least });
            while (adopters.Step()) { }
            return adopters.Adopted;
        }
    }

    [Fact]
    public void Each_circle_finds_it_ridiculous_then_dangerous_and_then_takes_it_up()
    {
        // A chain of crowds: one sees ten others, who take it up one a week.
        var star = Complete(11);
        var adopters = Crowd(star, one => one == 10 ? .75 : one / 10.0, one => one == 0,
            Threshold with { DangerousFrom = .3, ObviousFrom = 0 });
        var seen = new List<Stage> { adopters.Stages[10] };
        while (adopters.Step()) seen.Add(adopters.Stages[10]);

        Assert.Equal([Stage.Ridiculous, Stage.Dangerous], seen.Distinct().Take(2));
    }

    [Fact]
    public void A_gain_shown_next_door_lowers_what_is_waited_for()
    {
        Assert.Equal(1, Joined(gains: false));
        Assert.Equal(2, Joined(gains: true));

        static int Joined(bool gains)
        {
            var pair = Complete(2);
            var adopters = new Adopters(
                new Population(pair, [0, 0], [0, 1.05]), Threshold with { GainBonus = .1 }, (_, _, _) => 1, one => one == 0, _ => true, _ => gains);
            while (adopters.Step()) { }
            return adopters.Adopted;
        }
    }

    [Fact]
    public void An_immune_opponent_makes_a_neighbour_give_it_up()
    {
        var adopters = new Adopters(
            new Population(Complete(3), [0, .2, .9], [0, .9, .9]), Threshold with { OpponentsFrom = .8, Opposition = .5 },
            (_, _, question) => question == Adopters.Question.Opposes ? .4 : 0, one => one == 0, _ => true, _ => false);
        adopters.Step();

        Assert.Equal((0, 1), (adopters.Adopted, adopters.GivenUp));
    }

    private static Adopters Crowd(
        ImmutableArray<ImmutableArray<int>> network, Func<int, double> threshold, Func<int, bool> seeds, Innovation? innovation = null) => new(
        new Population(network, [.. network.Select(_ => 0.0)], [.. Enumerable.Range(0, network.Length).Select(threshold)]),
        innovation ?? Threshold, (_, _, _) => 1, seeds, _ => true, _ => false);

    private static ImmutableArray<ImmutableArray<int>> Complete(int nodes) =>
        [.. Enumerable.Range(0, nodes).Select(one => (ImmutableArray<int>)[.. Enumerable.Range(0, nodes).Where(other => other != one)])];

    private static ImmutableArray<ImmutableArray<int>> Ring(int nodes, int reach) =>
        [.. Enumerable.Range(0, nodes).Select(one => (ImmutableArray<int>)[.. Enumerable.Range(1, reach)
            .SelectMany(step => (int[])[(one + step) % nodes, (one - step + nodes) % nodes]).Order()])];

    private static ImmutableArray<ImmutableArray<int>> Poisson(Dice dice, int nodes, double mean)
    {
        var neighbours = Enumerable.Range(0, nodes).Select(_ => new SortedSet<int>()).ToArray();
        for (var one = 0; one < nodes; one++)
            for (var other = one + 1; other < nodes; other++)
                if (dice.Uniform((ulong)one, (ulong)other, 0, 0, Purpose.Pairing) < mean / nodes)
                {
                    neighbours[one].Add(other);
                    neighbours[other].Add(one);
                }

        return [.. neighbours.Select(others => others.ToImmutableArray())];
    }
}
