using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Testing;

namespace Federation.Governance.Tests.Federating;

/// <summary>Real faults never change a result: whatever is lost, late, doubled or dead, the seals and
/// every stored byte are those of the undisturbed run.</summary>
public class FaultTests
{
    private static readonly Practice Quarrelsome = new() { Shaping = .2, Latitude = .08, ReviewsMax = 3 };

    private static readonly TestFederation Pair = TestFederation.Tree([2], 3, Quarrelsome, 3, .12);
    private static readonly TestFederation Deep = TestFederation.Tree([2, 2], 4, Quarrelsome, 2, .05, .2);

    public static TheoryData<string, int> Thousands => new()
    {
        { "pair", 1000 },
        { "deep", 60 },
    };

    [Theory]
    [MemberData(nameof(Thousands))]
    public void Whatever_fails_the_seals_are_those_of_the_undisturbed_run(string which, int seeds)
    {
        var (federation, agenda) = Situation(which);
        var plain = new PlainDriver(federation.Of);
        var undisturbed = plain.Run(federation.Register(agenda));
        for (var seed = 0; seed < seeds; seed++)
        {
            var faulty = new FaultyDriver(federation.Of, Faults.Everything, seed);

            var register = faulty.Run(federation.Register(agenda));

            Assert.True(undisturbed.Seals.SequenceEqual(register.Seals), $"seed {seed}: other seals");
            AssertSame(plain, faulty, $"seed {seed}");
        }
    }

    [Fact]
    public void Losing_every_activity_at_any_step_changes_nothing()
    {
        var (federation, agenda) = Situation("deep");
        var undisturbed = new PlainDriver(federation.Of).Run(federation.Register(agenda));
        var calm = new FaultyDriver(federation.Of, Faults.None, 1);
        Assert.True(undisturbed.Seals.SequenceEqual(calm.Run(federation.Register(agenda)).Seals));
        for (var step = 1; step < calm.Steps; step++)
        {
            var faulty = new FaultyDriver(federation.Of, Faults.None with { CrashAllAt = step }, 1);

            var register = faulty.Run(federation.Register(agenda));

            Assert.True(undisturbed.Seals.SequenceEqual(register.Seals), $"step {step}: other seals");
        }
    }

    [Fact]
    public void The_situations_have_objections_reviews_and_changed_texts()
    {
        var (federation, agenda) = Situation("deep");
        var register = new PlainDriver(federation.Of).Run(federation.Register(agenda));
        Assert.Contains(register.Settled, settled => settled.Spread is { Version: > 2, Reach.Unresolved: > 0 });
        Assert.Contains(register.Settled, settled => settled.Spread is { Reach.Declined: > 0 });
        Assert.Contains(register.Settled, settled => settled.Taken.Effort.Objections > 0);
        Assert.Contains(register.Seals, seal => seal.Scope != federation.Root);
    }

    private static (TestFederation Federation, ImmutableArray<Raising> Agenda) Situation(string which) =>
        which == "pair"
            ? (Pair, [
                new(TestFederation.Proposal(1, "r/c1", new(.9, .2)), 1),
                new(TestFederation.Proposal(2, "r/c2", new(.1, .3), "r/c2"), 5)])
            : (Deep, [
                new(TestFederation.Proposal(1, "r/c1/c1", new(.8, .15)), 1),
                new(TestFederation.Proposal(2, "r/c2/c1", new(.15, .3), "r/c2"), 1),
                new(TestFederation.Proposal(3, "r/c1/c2", new(.5, .9), effect: Effect.Invites), 9)]);

    private static void AssertSame(PlainDriver plain, FaultyDriver faulty, string when)
    {
        var circles = faulty.Circles.ToDictionary(circle => circle.Id);
        Assert.Equal(plain.Circles.Count, circles.Count);
        foreach (var (id, circle) in plain.Circles)
            Assert.True(circle.Encode().AsSpan().SequenceEqual(circles[id].Encode()), $"{when}: {id} differs");
    }
}
