using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Members;
using Federation.Testing;

namespace Federation.Governance.Tests.Federating;

/// <summary>Opinions belong to the home circle: what a meeting above did comes back link by link.</summary>
public class OpinionTests
{
    [Fact]
    public void Every_return_arrives_once_at_the_home_circle_in_order_and_is_all_that_changed_it()
    {
        var arrived = 0;
        for (ulong seed = 1; seed <= 10; seed++)
        {
            var federation = TestFederation.Tree([2, 2], 5, new Practice { Shaping = .2, Keeps = .5, ReviewsMax = 3 }, seed, .12);
            var sent = new List<Return>();
            var home = new List<Return>();
            new PlainDriver(federation.Of)
            {
                Serving = served =>
                {
                    var kept = served.After.Returns.Where(back => !served.Before.Returns.Contains(back));
                    sent.AddRange(kept.Where(back => back.Depth == served.Here.Depth));
                    if (!served.Here.IsLeaf || served.Request.Asking is not Asking.Convene convene) return;
                    home.AddRange(convene.Returns);
                    var meets = convene.Raised.Any(one => one.Affects == served.Here.Id);
                    if (!meets) AssertApplied(served, convene);
                },
            }.Run(federation.Register(
            [
                .. Enumerable.Range(1, 4).Select(id => new Raising(TestFederation.Proposal(
                    id, federation.Leaves.ElementAt(id % 4).Id.Path, new(.2 * id, .8 / id)), id <= 2 ? 1 : 40 * id)),
                new Raising(TestFederation.Proposal(9, "r", new(.5, .4)), 900),
            ]));

            // After the last matter nobody convenes any more: what it changed is still on its way.
            var due = sent.Where(back => back.Decision < 9).ToList();
            var came = home.Where(back => back.Decision < 9).ToList();
            Assert.Equal(
                due.Select(Key).Order(), came.Select(Key).Order());
            Assert.Equal(came.Count, came.Select(Key).Distinct().Count());
            arrived += came.Count;
        }

        Assert.True(arrived > 50, $"{arrived}");
    }

    private static string Key(Return back) =>
        $"{back.Cycle:D3} {back.Depth} {back.Decision:D3} {back.Person} {back.Change[0]:F9} {back.Change[1]:F9}";

    private static void AssertApplied(Served served, Asking.Convene convene)
    {
        for (var index = 0; index < served.Here.Residents; index++)
        {
            var person = served.Here.Resident(index).Person;
            var expected = Voices.Home(served.Before, served.Here, index).Preference;
            foreach (var back in convene.Returns.Where(back => back.Person == person)) expected += back.Change;
            Assert.True(Voices.Home(served.After, served.Here, index).Preference.DistanceTo(expected) < 1e-11);
        }
    }

    [Fact]
    public void Returns_are_applied_by_cycle_then_depth_then_decision()
    {
        // Order shows only in rounding-free sums; so it is read off the queue that a circle keeps.
        var federation = TestFederation.Tree([2, 2], 5, new Practice { Shaping = .2, Keeps = .5 }, 3, .12);
        var seen = 0;
        new PlainDriver(federation.Of)
        {
            Serving = served =>
            {
                Assert.All(served.After.Returns, back => Assert.True(back.Via >= 0, "nobody would carry it home"));
                if (served.Request.Kind == Kind.Convene && !served.Here.IsLeaf)
                    Assert.All(served.After.Returns, back => Assert.Equal(served.Request.Cycle, back.Cycle));
                seen += served.After.Returns.Length;
            },
        }.Run(federation.Register(
            new Raising(TestFederation.Proposal(1, "r/c1/c1", new(.9, .1)), 1),
            new Raising(TestFederation.Proposal(2, "r/c1/c1", new(.1, .4)), 100)));
        Assert.True(seen > 0);
    }

    [Fact]
    public void With_nothing_kept_no_preference_ever_changes()
    {
        var federation = TestFederation.Tree([2, 2], 5, new Practice { Keeps = 0 }, 3, .12);
        var driver = new PlainDriver(federation.Of);
        driver.Run(federation.Register(
            new Raising(TestFederation.Proposal(1, "r/c1/c1", new(.9, .1)), 1),
            new Raising(TestFederation.Proposal(2, "r/c1/c1", new(.1, .4)), 100)));

        Assert.All(driver.Circles.Values, circle => Assert.Empty(circle.Returns));
        Assert.All(federation.Leaves, leaf =>
        {
            for (var index = 0; index < leaf.Residents; index++)
                Assert.Equal(leaf.Resident(index).Preference, Voices.Home(driver.Circles[leaf.Id], leaf, index).Preference);
        });
    }
}
