using Federation.Governance.Chance;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Testing;

namespace Federation.Governance.Tests.Federating;

public class RegisterTests
{
    private static readonly Practice Easy = new();

    [Theory]
    [InlineData("r/c1/c1", "r/c1/c1", "r/c1/c1")]
    [InlineData("r/c1/c1", "r/c1/c2", "r/c1")]
    [InlineData("r/c1/c1", "r/c1", "r/c1")]
    [InlineData("r/c1", "r/c1/c2", "r/c1")]
    [InlineData("r/c1/c1", "r/c2/c1", "r")]
    [InlineData("r", "r/c2/c1", "r")]
    public void A_cycles_scope_is_the_lowest_circle_that_holds_origin_and_affected(string origin, string affects, string scope)
    {
        var register = Tree(Easy).Register(new Raising(TestFederation.Proposal(1, origin, new(.5, .5), affects), 1));

        Assert.Equal(scope, register.Waiting.Single().Scope.Path);
    }

    [Fact]
    public void Cycles_are_held_by_day_then_by_scope_and_matters_by_number()
    {
        var register = Tree(Easy).Register(
            new Raising(TestFederation.Proposal(4, "r/c2/c1", new(.5, .5), "r/c2"), 3),
            new Raising(TestFederation.Proposal(3, "r/c1/c1", new(.5, .5)), 3),
            new Raising(TestFederation.Proposal(2, "r/c2/c2", new(.5, .5), "r/c2"), 3),
            new Raising(TestFederation.Proposal(1, "r/c2/c2", new(.5, .5), "r/c2/c2"), 1));

        Assert.Equal(
            ["1 r/c2/c2 1", "3 r 3", "3 r/c2 2,4"],
            register.Waiting.Select(cycle => $"{cycle.Day.Mid} {cycle.Scope} {string.Join(",", cycle.Raised.Select(one => one.Id))}"));
    }

    [Fact]
    public void What_a_scope_refers_is_admitted_at_its_parent_the_day_after_it_met()
    {
        // The leaf is at odds with itself and meets every tenth day.
        Practice practice = new() { Shaping = 0, TalkRounds = 0, Ground = Ground.Preference, Ladder = [Rung.Refer, Rung.Park] };
        var federation = new TestFederation(
            new TestCircle("r", "c1", "c2") { HowTheyDecide = practice },
            Leaf("r/c1", practice, .1, .9, .5, .5), Leaf("r/c2", practice, .5, .5, .5));
        var served = new List<Served>();
        var driver = new PlainDriver(federation.Of) { Serving = served.Add };

        var register = driver.Run(federation.Register(
            new Raising(TestFederation.Proposal(1, "r/c1", new(.7, .5), "r/c1"), 3)));

        Assert.Equal([0, 1, 2], register.Seals.Select(seal => seal.Cycle).Distinct());
        Assert.Equal(["r", "r/c1", "r"], register.Seals.Take(3).Select(seal => seal.Scope.Path));
        var referred = driver.Entries(driver["r/c1"]).First(entry => entry.Kind == EntryKind.Referred);
        Assert.Equal(10, referred.Day);
        var wider = served.First(one => one.Request is { Kind: Kind.Convene, Cycle: 2 } && one.Here.Depth == 0);
        Assert.Equal(11, wider.Request.Day.Mid);
        Assert.Equal("r", register.Settled.Single().Taken.Owner.Path);
        Assert.True(register.Settled.Single().Spent.Objections > 0);
    }

    [Fact]
    public void After_narrow_cycles_the_root_takes_up_their_seals()
    {
        var federation = Tree(Easy);
        var driver = new PlainDriver(federation.Of);

        var register = driver.Run(federation.Register(
            new Raising(TestFederation.Proposal(1, "r/c1/c1", new(.5, .5), "r/c1"), 2),
            new Raising(TestFederation.Proposal(2, "r/c2/c2", new(.5, .5), "r/c2/c2"), 5)));

        Assert.Equal(["r", "r/c1", "r/c2/c2", "r"], register.Seals.Select(seal => seal.Scope.Path));
        foreach (var (id, circle) in driver.Circles)
            for (var child = 0; child < circle.Links.Length; child++)
                Assert.Equal(driver.Circles[federation.Of(id).Children[child]].Seal, circle.Links[child].Seal);
        Assert.Equal(driver["r"].Seal, register.RootSeal);
    }

    [Fact]
    public void Without_any_narrow_cycle_nothing_is_sealed_again()
    {
        var federation = Tree(Easy);
        var register = new PlainDriver(federation.Of).Run(federation.Register(
            new Raising(TestFederation.Proposal(1, "r/c1/c1", new(.5, .5)), 2)));

        // The founding, the meeting, and what became of the decision below.
        Assert.Equal([0, 1, 1], register.Seals.Select(seal => seal.Cycle));
    }

    [Fact]
    public void A_meeting_takes_matters_by_deadline_then_by_how_many_they_affect()
    {
        // The fourth affects fewer, and stays at the top because nobody below was given its domain.
        var federation = TestFederation.Tree([2, 2], 4, Easy, 1, domains: [TestFederation.Domain("r/c1", [])]);
        var driver = new PlainDriver(federation.Of);
        driver.Run(federation.Register(
            new Raising(TestFederation.Proposal(1, "r/c1/c1", new(.5, .5)), 2),
            new Raising(TestFederation.Proposal(2, "r/c1/c2", new(.5, .5), deadlineDay: 90), 2),
            new Raising(TestFederation.Proposal(3, "r/c2/c1", new(.5, .5), deadlineDay: 30), 2),
            new Raising(TestFederation.Proposal(4, "r", new(.5, .5), "r/c1"), 2)));

        Assert.Equal([3, 2, 1, 4], driver.Entries(driver["r"])
            .Where(entry => entry.Kind == EntryKind.Proposed).Select(entry => entry.Decision));
    }

    [Fact]
    public void A_circle_between_passes_a_matter_on_unchanged_with_its_argument()
    {
        var federation = Tree(Easy);
        var driver = new PlainDriver(federation.Of);
        var register = driver.Run(federation.Register(
            new Raising(TestFederation.Proposal(1, "r/c1/c1", new(.75, .25)), 2)));

        Assert.Equal(2, register.Settled.Single().Taken.Proposal.LevelsUp);
        Assert.Equal(new(.75, .25), register.Settled.Single().Taken.Proposal.Text);
        foreach (var path in new[] { "r/c1/c1", "r/c1" })
        {
            var entry = driver.Entries(driver[path]).Single(one => one.Kind == EntryKind.Forwarded);
            Assert.Equal(entry.From, entry.To);
            Assert.True(entry.Argument.Dimension >= 0);
        }
    }

    [Fact]
    public void What_nobody_can_agree_on_is_parked_at_the_root()
    {
        Practice practice = new() { Shaping = 0, TalkRounds = 0, Ground = Ground.Preference, Duty = 0, Ladder = [Rung.Refer, Rung.Park] };
        var federation = new TestFederation(
            new TestCircle("r", "c1", "c2") { HowTheyDecide = practice },
            Leaf("r/c1", practice, .1, .1, .1), Leaf("r/c2", practice, .9, .9, .9));

        var register = new PlainDriver(federation.Of).Run(federation.Register(
            new Raising(TestFederation.Proposal(1, "r/c1", new(.7, .5)), 3)));

        var settled = register.Settled.Single();
        Assert.Equal((false, Rung.Park, "r"), (settled.Taken.Adopted, settled.Taken.Rung, settled.Taken.Owner.Path));
        Assert.Null(settled.Spread);
    }

    /// <summary>People who differ on the first dimension, on every tenth day.</summary>
    private static TestCircle Leaf(string path, Practice practice, params double[] stands) => new(path)
    {
        HowTheyDecide = practice,
        Every = 10,
        People = [.. stands.Select((stand, i) => People.Person(i, new(stand, .5), .15, place: Keys.Of(path)))],
    };

    private static TestFederation Tree(Practice practice) => TestFederation.Tree([2, 2], 4, practice, 1);
}
