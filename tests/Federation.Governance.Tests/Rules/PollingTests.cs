using Federation.Governance.Chance;
using Federation.Governance.Counting;
using Federation.Governance.Federating;
using Federation.Governance.Rules;
using Federation.Governance.Spaces;

namespace Federation.Governance.Tests.Rules;

/// <summary>Everybody is asked circle by circle, and that makes no difference to a flat rule.</summary>
public sealed class PollingTests
{
    private static readonly Point[][] Circles = People(4, 5);

    public static TheoryData<string> Counted => [.. CountingRules.All.Select(rule => rule.Name)
        .Where(name => name is not ("score" or "star" or "approval"))];

    [Theory]
    [MemberData(nameof(Counted))]
    public void What_circles_add_up_is_what_all_ballots_in_one_box_say(string name)
    {
        var rule = new RulePractice { Method = Method.Counting, Counting = CountingRules.Find(name), BallotDays = 1 };
        var town = new RuledTown(rule, new Point(.5, .5), new Point(.8, .2), Circles);
        var alternatives = town.Ballot.Alternatives;
        var box = Ballots.Of(alternatives.Length, Circles.SelectMany(circle => circle).Select(stand => new Pile(
            Ballot.Weak(Enumerable.Range(0, alternatives.Length)
                .GroupBy(one => stand.DistanceTo(alternatives[one])).OrderBy(place => place.Key)), 1)));
        var here = town.Federation.Of(town.Federation.Root);
        var poll = new Poll(box, new TieChain(
            [.. alternatives.Select((_, number) => here.Lot(new Members.PersonId(0, number), 1))],
            [.. alternatives.Select(one => one.DistanceTo(here.StatusQuo))]));

        Assert.Equal(6, alternatives.Length);
        Assert.Equal(alternatives[rule.Counting!.Count(poll).Winner ?? 0], town.Outcome);
    }

    [Theory]
    [InlineData(Method.Majority)]
    [InlineData(Method.Median)]
    [InlineData(Method.Share)]
    [InlineData(Method.Counting)]
    public void Every_rule_asks_the_same_people_and_counts_their_time(Method method)
    {
        var rule = new RulePractice { Method = method, Counting = new Borda(), BallotDays = 30 };
        var town = new RuledTown(rule, new Point(.5, .5), new Point(.8, .2), Circles);
        var asked = town.Served.Where(one => one.Here.IsLeaf && one.Answer.Reply is Reply.Polled)
            .Select(one => ((Reply.Polled)one.Answer.Reply).Response.Came).ToArray();

        Assert.All(asked, came => Assert.Equal(5, came));
        Assert.Equal(20, town.Taken.Effort.Balloting);
        Assert.True(town.Taken.Effort.LastDay.Mid > 30);
    }

    [Fact]
    public void The_null_models_ask_nobody()
    {
        Point text = new(.8, .2);
        var accept = new RuledTown(new RulePractice { Method = Method.Accept }, new Point(.5, .5), text, Circles);
        var keep = new RuledTown(new RulePractice { Method = Method.StatusQuo }, new Point(.5, .5), text, Circles);

        Assert.Equal(Fixed.Round(text), accept.Decided);
        Assert.Null(keep.Decided);
        Assert.DoesNotContain(accept.Served, one => one.Request.Kind == Kind.Poll);
    }

    [Fact]
    public void Questions_and_answers_survive_the_wire()
    {
        foreach (var electorate in Enum.GetValues<Electorate>())
        {
            var rule = new RulePractice
            {
                Method = Method.Counting, Counting = new InstantRunoff(), Electorate = electorate, Group = 3, Panel = 5,
            };
            var town = new RuledTown(rule, new Point(.5, .5), new Point(.8, .2), Circles);
            Assert.All(town.Served, one =>
            {
                Assert.Equal(one.Request.Encode(), Request.Decode(one.Request.Encode()).Encode());
                Assert.Equal(one.Answer.Encode(), Answer.Decode(one.Answer.Encode()).Encode());
                Assert.Equal(one.After.Encode(), Governance.Circles.Circle.Decode(one.After.Encode()).Encode());
            });
        }
    }

    [Fact]
    public void Delegations_follow_chains_lose_rings_and_stop_at_the_most_one_may_hold()
    {
        var rule = new RulePractice
        {
            Method = Method.Majority, Electorate = Electorate.Liquid, Entrusting = 1, BallotDays = 1,
        };
        var everybody = new RuledTown(rule, new Point(.5, .5), new Point(.8, .2), Circles);
        var nobody = new RuledTown(rule with { Entrusting = 0 }, new Point(.5, .5), new Point(.8, .2), Circles);
        var capped = new RuledTown(rule with { Entrusting = .6, WeightMost = 2 }, new Point(.5, .5), new Point(.8, .2), Circles);
        var direct = new RuledTown(rule with { Electorate = Electorate.All }, new Point(.5, .5), new Point(.8, .2), Circles);

        Assert.Equal(direct.Decided, nobody.Decided);
        Assert.All(Answers(capped), response => Assert.True(response.WeightMost <= 2));
        Assert.All(Answers(everybody), response => Assert.Equal(
            response.Came, (response.Ballots?.Total ?? 0) + response.Lost + response.Entrusted.Sum(one => one.Weight)));

        static IEnumerable<Response> Answers(RuledTown town) => town.Served
            .Where(one => one.Here.IsLeaf).Select(one => one.Answer.Reply).OfType<Reply.Polled>()
            .Where(polled => polled.Response.Ballots is not null).Select(polled => polled.Response);
    }

    private static Point[][] People(int circles, int members)
    {
        var dice = new Dice(3, 0);
        return [.. Enumerable.Range(0, circles).Select(circle => Enumerable.Range(0, members).Select(member => Fixed.Round(
            new Point(
                dice.Uniform((ulong)circle, 0, 0, (uint)member, Purpose.Preference),
                dice.Uniform((ulong)circle, 1, 0, (uint)member, Purpose.Preference)))).ToArray())];
    }
}
