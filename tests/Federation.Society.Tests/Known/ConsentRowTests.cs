using Federation.Governance.Chance;
using Federation.Governance.Decisions;
using Federation.Governance.Members;
using Federation.Governance.Spaces;
using Federation.Society.Measures;
using Written = Federation.Testing.People;

namespace Federation.Society.Tests.Known;

/// <summary>V44, V45, V58, V61, V63 and the chance of an objection: what consent must do, by theorem.</summary>
public sealed class ConsentRowTests
{
    private static readonly Dice Dice = new(44, 0);

    private static readonly Practice Bare = new()
    {
        TalkRounds = 0, Shaping = 0, Forms = [Form.Amend], Ladder = [Rung.Park],
    };

    private static readonly Practice AsBrought = Bare with { Forms = [] };

    /// <summary>V44, in closed form and through the meeting.</summary>
    [Theory]
    [InlineData(3, .1, .104)]
    [InlineData(5, .2, .08704)]
    [InlineData(10, .3, .046357)]
    [InlineData(10, .4, .375810)]
    [InlineData(12, .35, .085025)]
    public void People_meet_as_often_as_their_ideals_lie_close(int members, double radius, double expected)
    {
        const int runs = 3000;
        Assert.Equal(expected, Coalitions.CommonGround(members, radius), 1e-6);

        var met = Enumerable.Range(0, runs).Count(run => Consented(new Point(.5), [.. Enumerable.Range(0, members)
            .Select(i => Written.Voice(
                i, new Point(Dice.Uniform((ulong)run, 0, 0, (uint)i, Purpose.Preference)), radius))]));
        Assert.Equal(expected, (double)met / runs, FourErrors(expected, runs));
    }

    /// <summary>V45 by formula: majority and consent, what takes and what stops.</summary>
    [Theory]
    [InlineData(5, 3, .1, .00856, .00856)]
    [InlineData(5, 5, .1, 1e-5, .40951)]
    [InlineData(9, 5, .3, .098809, .098809)]
    [InlineData(9, 9, .3, 1.968e-5, .959646)]
    public void What_is_hard_to_take_is_easy_to_stop(int members, int needed, double share, double taken, double stopped)
    {
        Assert.Equal(taken, Coalitions.Capture(members, needed, share), 1e-6);
        Assert.Equal(stopped, Coalitions.Paralysis(members, needed, share), 1e-6);
    }

    /// <summary>V45 through the meeting: every set of captured members, weighed by its chance. The right to
    /// amend changes neither: it takes all to end at the harmful text, and one to stop everything.</summary>
    [Theory]
    [InlineData(5, .1, 1e-5, .40951)]
    [InlineData(9, .3, 1.968e-5, .959646)]
    public void Consent_is_taken_only_by_all_and_stopped_by_one(int members, double share, double taken, double stopped)
    {
        var (harmful, good) = (new Point(1), new Point(.2));
        var (capture, paralysis) = (0.0, 0.0);
        for (var captured = 0; captured < 1 << members; captured++)
        {
            var chance = 1.0;
            var present = new Voice[members];
            for (var i = 0; i < members; i++)
            {
                var isCaptured = (captured >> i & 1) == 1;
                chance *= isCaptured ? share : 1 - share;
                present[i] = isCaptured ? Captured(i, harmful) : Written.Voice(i, new Point(.15 + (.01 * i)), .2);
            }

            if (ConsentProcess.Hold(Written.Meeting(harmful, present), AsBrought).Consented) capture += chance;
            if (!ConsentProcess.Hold(Written.Meeting(good, present), AsBrought).Consented) paralysis += chance;
            var amended = Held(harmful, present);
            Assert.Equal(captured == (1 << members) - 1, amended.Consented && amended.Text == Fixed.Round(harmful));
            Assert.Equal(captured == 0 || captured == (1 << members) - 1, amended.Consented);
        }

        Assert.Equal(taken, capture, 1e-6);
        Assert.Equal(stopped, paralysis, 1e-6);
    }

    /// <summary>With n members who each object with chance p, somebody does with 1 - (1 - p)^n: circle size
    /// alone decides whether objections are the exception or the rule (domain brief, A7).</summary>
    [Theory]
    [InlineData(5, .05, .23)]
    [InlineData(8, .05, .34)]
    [InlineData(12, .05, .46)]
    [InlineData(20, .05, .64)]
    [InlineData(40, .05, .87)]
    [InlineData(5, .02, .10)]
    [InlineData(20, .02, .33)]
    [InlineData(40, .02, .55)]
    public void Somebody_objects_ever_more_surely_in_a_larger_circle(int members, double chance, double printed)
    {
        const int runs = 2000;
        var expected = Coalitions.SomebodyObjects(members, chance);
        Assert.Equal(printed, expected, .005 + 1e-9);

        var objected = Enumerable.Range(0, runs).Count(run => Held(new Point(.5), [.. Enumerable.Range(0, members)
            .Select(i => Written.Voice(i, new Point(
                Dice.Uniform((ulong)run, 1, 0, (uint)i, Purpose.Preference) < chance ? .9 : .4), .3))]).Objections > 0);
        Assert.Equal(expected, (double)objected / runs, FourErrors(expected, runs));
    }

    /// <summary>V58.</summary>
    [Fact]
    public void Inequality_is_measured_as_published()
    {
        Assert.Equal(.25, Inequality.Gini([1, 2, 3, 4]), 1e-12);
        Assert.Equal(.75, Inequality.Gini([0, 0, 0, 1]), 1e-12);
        Assert.Equal(10, Shares.Gallagher([50, 30, 20], [60, 30, 10]), 1e-12);
        Assert.Equal(10, Shares.LoosemoreHanby([50, 30, 20], [60, 30, 10]), 1e-12);
    }

    /// <summary>V58, New Zealand's 48th parliament, elected in 2005: party votes and seats in per cent, as printed in
    /// the encyclopedia's article on the index. It says 1.11, by a slip in adding up the squares of these rows.</summary>
    [Fact]
    public void Seats_in_new_zealand_2005_follow_votes_closely()
    {
        double[] votes = [41.10, 39.10, 5.72, 5.30, 2.12, 2.67, 1.51, 1.16, .62, .25, .12, .07, .05, .05, .04, .03, .03, .02, .02];
        double[] seats = [41.32, 39.67, 5.79, 4.96, 3.30, 2.48, 1.65, .82, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

        Assert.Equal(99.98, votes.Sum(), 1e-9);
        Assert.Equal(99.99, seats.Sum(), 1e-9);
        Assert.Equal(1.1254, Shares.Gallagher(votes, seats), 5e-5);
        Assert.Equal(2.175, Shares.LoosemoreHanby(votes, seats), 1e-9);
    }

    /// <summary>V61: where unanimity does worse than majority, after Dougherty and Edward 2005.</summary>
    [Theory]
    [InlineData(5, 10, false, .848, .663)]
    [InlineData(9, 10, false, .929, .698)]
    [InlineData(5, 3, true, .998, .911)]
    public void Offers_against_what_holds_end_within_more_often_by_majority(
        int members, int offers, bool ideals, double majority, double unanimity)
    {
        Assert.Equal(majority, Offers.EndsWithin(Dice, members, offers, (members / 2) + 1, ideals, 40_000), .01);
        Assert.Equal(unanimity, Offers.EndsWithin(Dice, members, offers, members, ideals, 40_000), .01);
    }

    /// <summary>V63: thirty in a hundred lost over one to five hops.</summary>
    [Theory]
    [InlineData(1, .3)]
    [InlineData(2, .16334)]
    [InlineData(3, .11210)]
    [InlineData(4, .08531)]
    [InlineData(5, .06885)]
    public void Aid_loses_a_little_in_every_hand(int hops, double each) =>
        Assert.Equal(each, Relief.LossPerHop(.3, hops), 1e-5);

    private static Voice Captured(int index, Point target) => Written.Voice(index, target, 0) with
    {
        Conduct = Conduct.Captured, Stated = target,
    };

    private static bool Consented(Point text, Voice[] present) => Held(text, present).Consented;

    private static Minutes Held(Point text, Voice[] present) =>
        ConsentProcess.Hold(Written.Meeting(text, present), Bare);

    private static double FourErrors(double chance, int runs) => 4 * Math.Sqrt(chance * (1 - chance) / runs);
}
