using Federation.Governance.Chance;
using Federation.Governance.Circles;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Governance.Logbooks;
using Federation.Governance.Spaces;
using Federation.Testing;

namespace Federation.Governance.Tests.Federating;

/// <summary>The parent cannot decide over the child: not its domain, not its text, not its exceptions.</summary>
public class ChildTests
{
    private static readonly Bounds Low = new(new(0, 0), new(.3, 1));

    [Fact]
    public void A_parent_that_tries_to_narrow_a_child_against_its_will_does_not_succeed()
    {
        // Everybody else could live with it: only the child, which stands at the other end, cannot.
        var (willing, unwilling) = (Try(.2, .5), Try(1, .02));

        Assert.True(willing.Register.Settled.Single().Taken.Adopted);
        Assert.False(unwilling.Register.Settled.Single().Taken.Adopted);
        Assert.Equal(.3, willing.Driver["r/a"].Domain!.Bounds.High[0], 6);
        Assert.Null(unwilling.Driver["r/a"].Domain);
        var tried = unwilling.Driver.Entries(unwilling.Driver["r"]).ToList();
        Assert.Contains(tried, entry => entry is { Kind: EntryKind.ObjectionRaised, Speaker.Via: 0 });
        Assert.Equal(EntryKind.Parked, tried.Last(entry => entry.Decision == 1).Kind);
        Assert.Contains(unwilling.Driver.Entries(unwilling.Driver["r/a"]), entry => entry.Kind == EntryKind.Consulted);
    }

    [Fact]
    public void No_federation_changes_the_domain_of_a_child_that_cannot_live_with_it()
    {
        var adopted = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var stand = .6 + (.4 * random.NextDouble());
            var tolerance = .3 * random.NextDouble();
            var operation = (Operation)random.Next(4);
            var change = TestFederation.Change(
                1, random.Next(2) == 0 ? "r" : "r/b", operation, "r/a", new(.15, .5), Low, 0);
            var (driver, register) = Try(stand, tolerance, change, seed);
            if (register.Settled.Single().Taken.Adopted)
            {
                adopted++;
                // Whatever was adopted, moved by integration or not, the child's people can live with.
                var agreed = driver["r"].Agreements.Single();
                var range = (Fixed.Round(tolerance) + change.Change!.Room) * (1 + (.5 * (1 - agreed.TermShare))) * 1.1;
                Assert.True(Tolerance.Within(stand - agreed.Text[0], range), $"seed {seed}");
            }

            if (!register.Settled.Single().Taken.Adopted) Assert.Null(driver["r/a"].Domain);
        }

        Assert.InRange(adopted, 5, 55);
    }

    [Fact]
    public void Nobody_but_the_owner_changes_a_text_and_a_logbook_only_grows()
    {
        var versions = 0;
        for (ulong seed = 1; seed <= 25; seed++)
        {
            var practice = new Practice
            {
                Shaping = .2, Latitude = .08, ReviewsMax = 5,
                Reviews = new ReviewPractice { VariancesMost = 4, Suspends = seed % 2 == 0 },
            };
            var federation = TestFederation.Tree([3, 2], 4, practice, seed, .08, .18);
            var texts = new Dictionary<(string Owner, int Decision), HashSet<Point>>();
            var books = new Dictionary<string, List<Entry>>();
            PlainDriver driver = null!;
            driver = new PlainDriver(federation.Of) { Serving = served => See(served, driver) };
            driver.Run(federation.Register(
                new Raising(TestFederation.Proposal(1, "r/c1/c1", new(.75, .25)), 1),
                new Raising(TestFederation.Proposal(2, "r/c2/c1", new(.3, .6), "r/c2"), 90),
                new Raising(TestFederation.Change(3, "r", Operation.Narrow, "r/c1", new(.5, .5), new(new(.1, .1), new(.9, .9)), 0, 1), 300),
                new Raising(TestFederation.Proposal(4, "r/c3/c2", new(.4, .4), effect: Effect.Ratify), 700)));

            void See(Served served, PlainDriver at)
            {
                var book = at.Entries(served.After).ToList();
                if (books.TryGetValue(served.Here.Id.Path, out var before))
                    Assert.Equal(before.Select(entry => entry.Encode()), book.Take(before.Count).Select(entry => entry.Encode()));
                books[served.Here.Id.Path] = book;
                foreach (var own in served.After.Agreements.Where(one => one.Owner == served.Here.Id))
                    (texts.TryGetValue((own.Owner.Path, own.Decision), out var known)
                        ? known : texts[(own.Owner.Path, own.Decision)] = []).Add(own.Text);
            }

            foreach (var circle in driver.Circles.Values)
                foreach (var theirs in circle.Agreements.Where(one => one.Owner != circle.Id && one.Owner.Path != "none"))
                {
                    // What an owner holds, it held at some time; nobody below made it up. Only an exception
                    // the owner granted puts another text before the circles below it.
                    var granted = driver.Circles[theirs.Owner].Variances
                        .Where(one => one.Decision == theirs.Decision && circle.Id.IsWithin(one.Circle)).Select(one => one.Text);
                    var held = driver.Entries(driver.Circles[theirs.Owner])
                        .Where(entry => entry.Decision == theirs.Decision && entry.Kind is EntryKind.Decided or EntryKind.NotRatified)
                        .Select(entry => entry.To!.Value);
                    versions++;
                    Assert.Contains(theirs.Text, held.Concat(granted));
                }
        }

        Assert.True(versions > 100, $"{versions}");
    }

    [Fact]
    public void A_circle_cannot_exempt_itself()
    {
        var granted = 0;
        for (ulong seed = 1; seed <= 150; seed++)
        {
            var practice = new Practice
            {
                Shaping = .2, Latitude = .06, ReviewsMax = 1, Reviews = new ReviewPractice { VariancesMost = 4 },
            };
            var federation = TestFederation.Tree([4, 2], 4, practice, seed, .1, .18);
            var driver = new PlainDriver(federation.Of);
            driver.Run(federation.Register(new Raising(TestFederation.Proposal(1, "r/c1/c1", new(.6, .4)), 1)));
            var owned = driver.Entries(driver["r"]).Where(entry => entry.Kind == EntryKind.VarianceGranted).ToList();
            foreach (var circle in driver.Circles.Values.Where(circle => circle.Id.Path != "r"))
                foreach (var variance in circle.Variances)
                {
                    granted++;
                    Assert.Contains(variance, driver["r"].Variances);
                    Assert.Contains(owned, entry => entry.To == variance.Text);
                    Assert.Equal(variance.Text, circle.Agreements.Single().CarriedOut);
                    Assert.True(variance.UntilDay <= circle.Agreements.Single().UntilDay);
                }
        }

        Assert.True(granted > 5, $"{granted}");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 5)]
    public void What_no_text_can_meet_is_let_be_otherwise_for_a_term_or_suspended_until_the_review(bool suspends, int heard)
    {
        var (changed, ended) = (0, 0);
        for (ulong seed = 1; seed <= 150; seed++)
        {
            var (without, _) = Run(new ReviewPractice(), seed, heard);
            var (with, driver) = Run(suspends ? new() { Suspends = true } : new() { VariancesMost = 8 }, seed, heard);
            var (before, after) = (without.Settled[0].Spread?.Reach, with.Settled[0].Spread?.Reach);
            if (before is null || after is null || (after.Varied == 0 && after.Suspended == 0)) continue;
            changed++;
            Assert.True(suspends ? after.Varied == 0 : after.Suspended == 0);
            Assert.True(after.Unresolved < before.Unresolved, $"seed {seed}");
            Assert.Equal(after.Asked, after.Carried + after.Adapted + after.Unresolved + after.Varied + after.Suspended);
            // The second matter comes up after every term is over.
            ended += driver.Circles.Values.Sum(circle => driver.Entries(circle).Count(entry => entry.Kind == EntryKind.VarianceEnded));
            Assert.All(driver.Circles.Values, circle => Assert.Empty(circle.Variances));
            foreach (var circle in driver.Circles.Values)
                foreach (var over in driver.Entries(circle).Where(entry => entry.Kind == EntryKind.VarianceEnded))
                    if (circle.Id.Path != "r")
                        Assert.Equal(circle.Agreements.Single(one => one.Decision == 1).Text,
                            circle.Agreements.Single(one => one.Decision == over.Decision).CarriedOut);
        }

        // Requests that are heard leave little to suspend.
        Assert.True(changed > (heard > 0 ? 0 : 3) && ended >= 2 * changed, $"{changed} {ended}");

        static (Register, PlainDriver) Run(ReviewPractice reviews, ulong seed, int heard)
        {
            var federation = TestFederation.Tree(
                [5], 4, new Practice { Shaping = .2, Latitude = heard > 0 ? .01 : .05, ReviewsMax = heard, Reviews = reviews },
                seed, heard > 0 ? .17 : .14, heard > 0 ? .2 : .16);
            var driver = new PlainDriver(federation.Of);
            return (driver.Run(federation.Register(
                new Raising(TestFederation.Proposal(1, "r/c1", new(.6, .4)), 1),
                new Raising(TestFederation.Proposal(2, "r/c1", new(.5, .5), effect: Effect.Informs), 900))), driver);
        }
    }

    /// <summary>A child that stands somewhere with some tolerance, a tolerant sibling, and what its parent tries.</summary>
    private static (PlainDriver Driver, Register Register) Try(
        double stand, double tolerance, Proposal? change = null, int seed = 1)
    {
        var practice = new Practice { Ground = Ground.Preference, Duty = 0 };
        var federation = new TestFederation(
            new TestCircle("r", "a", "b") { HowTheyDecide = practice },
            Leaf("r/a", stand, tolerance), Leaf("r/b", .3, .05 + (.001 * (seed % 10))));
        var driver = new PlainDriver(federation.Of);
        return (driver, driver.Run(federation.Register(new Raising(
            change ?? TestFederation.Change(1, "r", Operation.Narrow, "r/a", new(.15, .5), Low, 0), 1))));

        TestCircle Leaf(string path, double at, double within) => new(path)
        {
            HowTheyDecide = practice,
            People = [.. Enumerable.Range(0, 4).Select(index => People.Person(
                index, new(at, .5), within, place: Keys.Of(path)))],
        };
    }
}
