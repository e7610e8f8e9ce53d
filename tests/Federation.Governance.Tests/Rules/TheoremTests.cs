using Federation.Governance.Chance;
using Federation.Governance.Decisions;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;
using static Federation.Governance.Tests.Rules.RuledTown;

namespace Federation.Governance.Tests.Rules;

/// <summary>Theorems and published figures, through the waves that every driver runs.</summary>
public sealed class TheoremTests
{
    private static readonly Point Q = At(0), P = At(1);

    private static RulePractice By(Method method) => new() { Method = method, BallotDays = 1 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void On_a_line_the_median_of_everybody_beats_every_other_text(ulong seed)
    {
        // Black 1948; row V25.
        var dice = new Dice(seed, 0);
        var circles = Enumerable.Range(0, 3).Select(circle => Enumerable.Range(0, 3 + (2 * (circle % 2)))
            .Select(member => At(dice.Uniform((ulong)circle, 0, 0, (uint)member, Purpose.Preference))).ToArray()).ToArray();
        var all = circles.SelectMany(circle => circle).Select(point => point[0]).Order().ToArray();
        var median = new RuledTown(By(Method.Median), At(.9), At(.5), circles).Outcome;

        Assert.Equal(all[all.Length / 2], median[0]);
        for (var step = 0; step <= 20; step++)
            Assert.Equal(median, new RuledTown(By(Method.Majority), median, At(step / 20.0), circles).Outcome);
    }

    [Theory]
    [InlineData(.75, .65, .65)]
    [InlineData(.75, 0, .75)]
    [InlineData(.625, .7, .625)]
    [InlineData(.75, .5, .5)]
    public void The_agenda_setter_gets_what_romer_and_rosenthal_say(double setter, double statusQuo, double outcome)
    {
        // Row V25 on a scale from -2 to 2: the median is the middle.
        var s = At(setter);
        Point[][] circles = [[s, s], [At(.5), At(.5), At(.5)], [At(.5), At(.1)]];

        Assert.Equal(outcome, new RuledTown(By(Method.Setter), At(statusQuo), At(.9), circles).Outcome[0], 9);
    }

    [Theory]
    [InlineData(3, .45, .38871)]
    [InlineData(4, .70, .566)]
    public void Majorities_of_majorities_turn_a_minority_s_text_down_as_galam_says(int size, double share, double expected)
    {
        // Two levels of row V30; in groups of four a tie leaves what holds.
        var adopted = 0.0;
        foreach (var (sides, probability) in Divisions(size, size, share))
        {
            var town = new RuledTown(
                By(Method.Majority) with { Nested = true }, Q, P, [.. sides.Select(side => Of(side, P, size - side, Q))]);
            if (town.Decided is not null) adopted += probability;
        }

        Assert.Equal(expected, adopted, 1e-4);
    }

    [Fact]
    public void A_chamber_of_three_districts_of_three_differs_from_everybody_in_27_of_256()
    {
        // Row V27.
        var differs = 0.0;
        foreach (var (sides, probability) in Divisions(3, 3, .5))
        {
            Point[][] circles = [.. sides.Select(side => Of(side, P, 3 - side, Q))];
            var direct = new RuledTown(By(Method.Majority), Q, P, circles);
            var chamber = new RuledTown(By(Method.Majority) with { Electorate = Electorate.Chamber }, Q, P, circles);
            if (direct.Decided != chamber.Decided) differs += probability;
        }

        Assert.Equal(27 / 256.0, differs, 1e-12);
    }

    [Fact]
    public void Bargaining_two_by_two_costs_at_most_1208_thousandths_of_the_best_text_in_the_mean()
    {
        // Fain et al. 2017, on a line.
        var ratios = Enumerable.Range(1, 40).Select(seed =>
        {
            var dice = new Dice((ulong)seed, 0);
            var circles = Enumerable.Range(0, 3).Select(circle => Enumerable.Range(0, 15)
                .Select(member => At(dice.Uniform((ulong)circle, 0, 0, (uint)member, Purpose.Preference))).ToArray()).ToArray();
            var median = new RuledTown(By(Method.Median), At(0), At(.5), circles).Outcome[0];
            var agreed = new RuledTown(By(Method.Bargaining) with { Panel = 30 }, At(0), At(.5), circles).Outcome[0];
            return Cost(circles, agreed) / Cost(circles, median);
        }).ToArray();

        Assert.All(ratios, ratio => Assert.True(ratio >= 1));
        Assert.InRange(ratios.Average(), 1, 1.208);

        static double Cost(Point[][] circles, double text) =>
            circles.SelectMany(circle => circle).Sum(stand => Math.Abs(stand[0] - text));
    }

    [Fact]
    public void With_every_division_equally_likely_three_large_districts_err_once_in_eight()
    {
        // Row V28: the chamber is the majority of majorities for every division of small districts, and that
        // errs as the row says once districts are large.
        Assert.All(Divisions(3, 5, .5), division => Assert.Equal(
            division.Sides.Count(side => side > 2) > 1,
            new RuledTown(
                By(Method.Majority) with { Electorate = Electorate.Chamber }, Q, P,
                [.. division.Sides.Select(side => Of(side, P, 5 - side, Q))]).Decided is not null));

        var (large, errs, all) = (101, 0, 0);
        for (var a = 0; a <= large; a++)
            for (var b = 0; b <= large; b++)
                for (var c = 0; c <= large; c++, all++)
                    if ((a > 50 ? 1 : 0) + (b > 50 ? 1 : 0) + (c > 50 ? 1 : 0) > 1 != 2 * (a + b + c) > 3 * large) errs++;

        Assert.Equal(1 / 8.0, (double)errs / all, .005);
    }

    [Theory]
    [InlineData(3, .00856, .00856)]
    [InlineData(5, 1e-5, .40951)]
    public void The_more_must_agree_the_less_is_captured_and_the_more_is_blocked(int k, double captured, double blocked)
    {
        // Row V45: five members, each strained with probability .1.
        var rule = By(Method.Share) with { Share = k / 5.0 };
        var (harm, good) = (0.0, 0.0);
        foreach (var (sides, probability) in Divisions(1, 5, .1))
        {
            if (new RuledTown(rule, Q, P, Of(sides[0], P, 5 - sides[0], Q)).Decided is not null) harm += probability;
            if (new RuledTown(rule, Q, P, Of(sides[0], Q, 5 - sides[0], P)).Decided is null) good += probability;
        }

        Assert.Equal(captured, harm, 1e-6);
        Assert.Equal(blocked, good, 1e-6);
    }

    /// <summary>k-majorities are k = floor(n/2)+1 .. n: at a half, one more than half of an even number.</summary>
    [Theory]
    [InlineData(4, .5, 3)]
    [InlineData(5, .5, 3)]
    [InlineData(4, .75, 3)]
    [InlineData(4, 1, 4)]
    public void At_a_share_of_half_more_than_half_are_needed(int people, double share, int needed)
    {
        for (var forIt = 0; forIt <= people; forIt++)
            Assert.Equal(forIt >= needed, new RuledTown(
                By(Method.Share) with { Share = share }, Q, P, Of(forIt, P, people - forIt, Q)).Decided is not null);
    }

    [Fact]
    public void Consent_to_a_text_as_brought_is_the_share_of_all()
    {
        var consent = Plain with { Forms = [], Ladder = [Rung.Park] };
        for (var objecting = 0; objecting <= 5; objecting++)
        {
            var circle = Of(objecting, Q, 5 - objecting, P);
            var all = new RuledTown(By(Method.Share) with { Share = 1, ByTolerance = true }, Q, P, circle);
            var meeting = Testing.People.Meeting(P, [.. circle.Select((stand, i) => Testing.People.Voice(i, stand, .1))]);

            Assert.Equal(ConsentProcess.Hold(meeting, consent).Consented, all.Decided is not null);
        }
    }

    [Fact]
    public void Swapping_the_sides_swaps_the_outcome_and_more_support_never_hurts()
    {
        // May 1952: neutral but for ties, which leave what holds; positively responsive.
        var passed = false;
        for (var forIt = 0; forIt <= 9; forIt++)
        {
            Point[][] circles = [Of(Math.Min(forIt, 5), P, 5 - Math.Min(forIt, 5), Q), Of(Math.Max(0, forIt - 5), P, 9 - Math.Max(5, forIt), Q)];
            var adopted = new RuledTown(By(Method.Majority), Q, P, circles).Decided is not null;
            var swapped = new RuledTown(By(Method.Majority), P, Q, circles).Decided is not null;

            Assert.NotEqual(adopted, swapped);
            Assert.True(adopted || !passed);
            passed |= adopted;
        }
    }
}
