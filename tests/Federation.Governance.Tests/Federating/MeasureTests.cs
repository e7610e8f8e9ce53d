using CsCheck;
using Federation.Governance.Chance;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Spaces;
using Federation.Testing;

namespace Federation.Governance.Tests.Federating;

/// <summary>Figures with a closed form: harm, its worst tenth, feasible consent, objections by size.</summary>
public class MeasureTests
{
    [Fact]
    public void Harm_is_distance_from_the_need_and_from_the_neighbours_weighted_by_people()
    {
        // Told to everybody as (.5, .5): 3 people .1 from their need, 6 people .3; nobody differs from a neighbour.
        Practice practice = new() { Shaping = 0, TalkRounds = 0, Coordination = .5, Ground = Ground.Preference };
        TestCircle Leaf(string path, double need, double stand, int people) => new(path)
        {
            HowTheyDecide = practice,
            Serves = new(need, .5),
            People = [.. Enumerable.Range(0, people).Select(i => People.Person(i, new(stand, .5), .05, place: Keys.Of(path)))],
        };
        var together = new TestFederation(
            new TestCircle("r", "c1", "c2") { HowTheyDecide = practice },
            Leaf("r/c1", .6, .5, 3), Leaf("r/c2", .8, .5, 6));
        var alone = Spread(together, Effect.Informs).Reach;
        Assert.Equal(((.1 * 3) + (.3 * 6)) / 9, Mean(alone), 1e-9);
        Assert.Equal((9L, 2L), (alone.People, alone.Asked));

        // Invited, the first holds to .55 and the second to .45: each is .1 from the other, at half weight.
        var apart = new TestFederation(
            new TestCircle("r", "c1", "c2") { HowTheyDecide = practice with { Ground = Ground.Belief, Duty = 0 } },
            Leaf("r/c1", .6, .6, 3), Leaf("r/c2", .8, .4, 6));
        var reach = Spread(apart, Effect.Invites).Reach;
        var first = .05 + (.5 * .1);
        var second = .35 + (.5 * .1);
        Assert.Equal(((first * 3) + (second * 6)) / 9, Mean(reach), 1e-9);
        Assert.Equal(second, HarmBin.WorstMean(reach.Harms, 9, .1), 1e-9);
    }

    private static Reply.SpreadOut Spread(TestFederation federation, Effect effect)
    {
        var text = new Point(.5, .5);
        var driver = new PlainDriver(federation.Of);
        var register = driver.Run(federation.Register(
            new Raising(TestFederation.Proposal(1, "r", text, effect: effect), 1)));
        return register.Settled.Single().Spread!;
    }

    private static double Mean(Reach reach) => (double)reach.Harm / (1L << 40) / reach.People;

    /// <summary>V44: n ideals uniform on [0, 1], radius r, a = 2r: n a^(n-1) - (n-1) a^n.</summary>
    [Theory]
    [InlineData(3, .1, .104)]
    [InlineData(5, .2, .08704)]
    [InlineData(10, .3, .046357)]
    [InlineData(10, .4, .375810)]
    [InlineData(12, .35, .085025)]
    public void Consent_is_feasible_as_often_as_the_range_of_uniforms_says(int people, double radius, double expected)
    {
        const int runs = 20_000;
        var dice = new Dice(44, 0);
        var feasible = 0;
        var ranges = new Acceptance[people];
        for (var run = 0; run < runs; run++)
        {
            for (var i = 0; i < people; i++)
                ranges[i] = new(new(dice.Uniform((ulong)run, 0, 0, (uint)i, Purpose.Preference)), radius);
            if (CommonGround.Deficit(ranges) <= Tolerance.Epsilon) feasible++;
        }

        var a = 2 * radius;
        Assert.Equal(expected, (people * Math.Pow(a, people - 1)) - ((people - 1) * Math.Pow(a, people)), 5e-7);
        Assert.Equal(expected, (double)feasible / runs, 4 * Math.Sqrt(expected * (1 - expected) / runs));
    }

    /// <summary>If each member objects with probability p, a circle of n holds an objection with 1 - (1-p)^n.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(12)]
    public void Larger_circles_object_more_often_by_the_power_law(int people)
    {
        // Stands uniform on [0, 1], the text at .5, tolerance .45: p = .1.
        const int runs = 6000;
        var dice = new Dice(45, 0);
        var practice = new Practice { Shaping = 0, TalkRounds = 0, Forms = [], Ladder = [] };
        var objecting = 0;
        for (var run = 0; run < runs; run++)
        {
            var meeting = People.Meeting(new(.5), [.. Enumerable.Range(0, people).Select(i =>
                People.Voice(i, new(dice.Uniform((ulong)run, 0, 0, (uint)i, Purpose.Preference)), .45))]);
            if (ConsentProcess.Hold(meeting, practice).Objections > 0) objecting++;
        }

        var expected = 1 - Math.Pow(.9, people);
        Assert.Equal(expected, (double)objecting / runs, 4 * Math.Sqrt(expected * (1 - expected) / runs));
    }

    [Fact]
    public void The_worst_tenth_counts_the_boundary_bin_in_part()
    {
        // 80 people at 0, 15 at .25, 5 at .5: the worst ten are five at .5 and five at .25.
        var bins = HarmBin.Merge(HarmBin.Merge([HarmBin.Of(0, 80)], [HarmBin.Of(.25, 15)]), [HarmBin.Of(.5, 5)]);

        Assert.Equal(.375, HarmBin.WorstMean(bins, 100, .1), 1e-12);
        Assert.Equal(((15 * .25) + (5 * .5)) / 100, HarmBin.WorstMean(bins, 100, 1), 1e-12);
    }

    [Fact]
    public void Merging_harms_is_exact_in_any_grouping() =>
        Gen.Select(Gen.Double[0, 3], Gen.Long[1, 1L << 33]).Array[1, 30].Sample(harms =>
        {
            var all = harms.Select(harm => Reach.None.Harmed(Fixed.Round(harm.Item1), harm.Item2)).ToList();
            var left = all.Aggregate(Reach.None, (sum, one) => sum.Plus(one));
            var right = Enumerable.Reverse(all).Aggregate(Reach.None, (sum, one) => one.Plus(sum));
            var middle = all.Count / 2;
            var halves = Sum(all[..middle]).Plus(Sum(all[middle..]));
            Assert.True(left.Harms.SequenceEqual(right.Harms) && left.Harms.SequenceEqual(halves.Harms));
            Assert.Equal((left.Harm, left.Harm), (right.Harm, halves.Harm));
            Assert.Equal(left.Harm, left.Harms.Aggregate((Int128)0, (sum, bin) => sum + bin.Sum));
            Assert.Equal(harms.Sum(harm => harm.Item2), left.Harms.Sum(bin => bin.People));
            Assert.Equal(left.Harms.Select(bin => bin.Number).Distinct().Order(), left.Harms.Select(bin => bin.Number));
        }, iter: 300);

    private static Reach Sum(IEnumerable<Reach> some) => some.Aggregate(Reach.None, (sum, one) => sum.Plus(one));
}
