using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;
using Federation.Testing;

namespace Federation.Governance.Tests.Federating;

/// <summary>What an agreement does below: told, limited, invited; and what comes back of it.</summary>
public class FallingTests
{
    private static readonly Practice Quarrelsome = new() { Shaping = .2, Latitude = .08, ReviewsMax = 5 };

    /// <summary>Runs in which circles object, shorten, stay unresolved and ask for reviews.</summary>
    private static IEnumerable<TestFederation> Runs(Practice practice)
    {
        foreach (var tolerance in new[] { .06, .1, .16 })
            for (ulong seed = 1; seed <= 15; seed++)
                yield return TestFederation.Tree([2, 2], 4, practice, seed, tolerance, .18);
    }

    [Fact]
    public void News_is_told_and_nobody_meets_about_it()
    {
        var federation = TestFederation.Tree([2, 2], 4, new Practice(), 1);
        var driver = new PlainDriver(federation.Of);

        var spread = Run(driver, federation, Effect.Informs).Settled.Single().Spread!;

        Assert.Equal((6, 6, 0, 0L), (spread.Reach.Asked, spread.Reach.Carried, spread.Reach.Adapted, spread.Effort.Attending));
        foreach (var circle in driver.Circles.Values.Where(circle => circle.Id != federation.Root))
        {
            Assert.Equal(EntryKind.Told, driver.Entries(circle).Last().Kind);
            Assert.Equal(spread.Text, circle.Agreements.Single().CarriedOut);
        }
    }

    [Fact]
    public void Latitude_is_measured_from_the_owners_text_and_never_adds_up()
    {
        var changedTwice = 0;
        var practice = Quarrelsome;
        for (ulong seed = 9; seed <= 30; seed++)
        {
            var federation = TestFederation.Tree(seed < 20 ? [4, 3] : [8], 3, practice, seed, .08, .2);
            var driver = new PlainDriver(federation.Of);
            if (Run(driver, federation, Effect.Limits).Settled.Single().Spread is not { } spread) continue;
            if (spread.Version > 2) changedTwice++;
            foreach (var agreement in driver.Circles.Values.Select(circle => circle.Agreements.Single()))
                if (agreement.Resolved)
                    Assert.True(Tolerance.Within(agreement.CarriedOut.DistanceTo(spread.Text), Fixed.Round(practice.Latitude)),
                        $"{agreement.CarriedOut.DistanceTo(spread.Text)} of {practice.Latitude} after version {spread.Version}");
        }

        Assert.True(changedTwice > 5, $"{changedTwice}");
    }

    [Fact]
    public void Where_no_way_can_be_agreed_the_text_holds_as_it_came()
    {
        var unresolved = 0;
        foreach (var federation in Runs(Quarrelsome with { ReviewsMax = 0 }))
        {
            var driver = new PlainDriver(federation.Of);
            Run(driver, federation, Effect.Limits);
            foreach (var circle in driver.Circles.Values)
            {
                if (circle.Agreements.Single() is not { Resolved: false } agreement) continue;
                unresolved++;
                Assert.Equal(driver.Circles[circle.Id.Parent!.Value].Agreements.Single().CarriedOut, agreement.CarriedOut);
            }
        }

        Assert.True(unresolved > 5, $"{unresolved}");
    }

    [Fact]
    public void Only_circles_the_text_moved_away_from_are_asked_again_and_the_budget_holds()
    {
        var spared = 0;
        var practice = Quarrelsome with { ReviewsMax = 2 };
        for (ulong seed = 1; seed <= 15; seed++)
        {
            var federation = TestFederation.Tree([4, 3], 3, practice, seed, .08, .2);
            var slack = new Dictionary<CircleId, double>();
            var askedAbout = new Dictionary<int, HashSet<CircleId>>();
            var moved = new Dictionary<int, double>();
            var driver = new PlainDriver(federation.Of)
            {
                Serving = served =>
                {
                    if (served.Request.Asking is not Asking.Consider consider) return;
                    var version = served.Request.Version;
                    moved[version] = consider.Moved;
                    if (version > 1) Assert.True(slack[served.Here.Id] < consider.Moved, $"{served.Here.Id} was asked for nothing");
                    slack[served.Here.Id] = ((Reply.Considered)served.Answer.Reply).Slack;
                    if (!askedAbout.TryGetValue(version, out var asked)) askedAbout.Add(version, asked = []);
                    asked.Add(served.Here.Id);
                },
            };
            var spread = Run(driver, federation, Effect.Limits).Settled.Single().Spread!;
            Assert.InRange(spread.Version, 1, 1 + practice.ReviewsMax);
            Assert.InRange(spread.Effort.Reviews, 0, 16 * (1 + practice.ReviewsMax));
            foreach (var (version, asked) in askedAbout.Where(one => one.Key > 1)) spared += 16 - asked.Count;
        }

        Assert.True(spared > 10, $"{spared}");
    }

    [Fact]
    public void A_review_that_is_heard_makes_the_next_version_and_says_so()
    {
        var heard = 0;
        foreach (var federation in Runs(Quarrelsome))
        {
            var driver = new PlainDriver(federation.Of);
            var spread = Run(driver, federation, Effect.Limits).Settled.Single().Spread!;
            var root = driver.Circles[federation.Root];
            var decided = driver.Entries(root).Where(entry => entry.Kind == EntryKind.Decided).ToList();
            Assert.Equal(Enumerable.Range(1, spread.Version), decided.Select(entry => entry.Version));
            Assert.Equal(spread.Text, decided[^1].To);
            Assert.Equal((spread.Version, spread.Text), (root.Agreements.Single().Version, root.Agreements.Single().Text));
            if (spread.Version > 1)
            {
                heard++;
                Assert.Contains(driver.Entries(root), entry => entry.Kind == EntryKind.ReviewHeard);
            }
        }

        Assert.True(heard > 5, $"{heard}");
    }

    [Fact]
    public void An_agreement_holds_for_the_share_of_the_term_that_was_agreed()
    {
        var shorter = 0;
        foreach (var federation in Runs(Quarrelsome))
        {
            var driver = new PlainDriver(federation.Of);
            Run(driver, federation, Effect.Limits);
            foreach (var circle in driver.Circles.Values)
            {
                var agreement = circle.Agreements.Single();
                Assert.Equal((int)(360 * agreement.TermShare), agreement.UntilDay - agreement.FromDay);
                if (!agreement.Resolved) continue;
                var last = driver.Entries(circle).Where(entry => entry.Decision == 1).ToList();
                if (last.FindLast(entry => entry.Kind is EntryKind.CarriedOut or EntryKind.Adapted) is not { } own
                    || !last.Exists(entry => entry.Kind == EntryKind.TermShortened && entry.Version == own.Version)) continue;
                shorter++;
                Assert.True(agreement.TermShare < 1);
            }
        }

        Assert.True(shorter > 5, $"{shorter}");
    }

    [Fact]
    public void Whoever_declines_declines_for_nobody_else()
    {
        var declined = 0;
        foreach (var federation in Runs(Quarrelsome))
        {
            var texts = new Dictionary<CircleId, Point>();
            var driver = new PlainDriver(federation.Of)
            {
                Serving = served =>
                {
                    if (served.Request.Asking is Asking.Consider consider) texts[served.Here.Id] = consider.Matter.Text;
                },
            };
            var spread = Run(driver, federation, Effect.Invites).Settled.Single().Spread!;
            foreach (var (id, text) in texts)
            {
                if (id.Parent is not { } up || !texts.TryGetValue(up, out var above)) continue;
                var agreement = driver.Circles[up].Agreements.Single();
                if (driver.Entries(driver.Circles[up]).Last().Kind != EntryKind.Declined)
                {
                    Assert.Equal(agreement.CarriedOut, text);
                    continue;
                }

                declined++;
                Assert.Equal(above, text);
                Assert.Equal(new Point(.5, .5), agreement.CarriedOut);
            }

            Assert.Equal(6, spread.Reach.Carried + spread.Reach.Adapted + spread.Reach.Declined);
        }

        Assert.True(declined > 1, $"{declined}");
    }

    private static Register Run(PlainDriver driver, TestFederation federation, Effect effect) => driver.Run(
        federation.Register(new Raising(TestFederation.Proposal(1, federation.Leaves.First().Id.Path, new(.75, .25), effect: effect), 1)));
}
