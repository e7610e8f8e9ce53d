using System.Collections.Immutable;
using Federation.Governance.Decisions;
using Federation.Governance.Federating;
using Federation.Testing;
using Federation.Testing.Simulating;

namespace Federation.Governance.Tests.Federating;

/// <summary>What is not stored may be lost at any moment; the seals and every stored byte are those of the
/// undisturbed run.</summary>
/// <remarks>Plans of many faults together are played in Federation.Society.Tests/Simulating.</remarks>
public class FaultTests
{
    private static readonly Practice Quarrelsome = new() { Shaping = .2, Latitude = .08, ReviewsMax = 3 };

    private static readonly TestFederation Deep = TestFederation.Tree([2, 2], 4, Quarrelsome, 2, .05, .2);

    private static readonly ImmutableArray<Raising> Agenda =
    [
        new(TestFederation.Proposal(1, "r/c1/c1", new(.8, .15)), 1),
        new(TestFederation.Proposal(2, "r/c2/c1", new(.15, .3), "r/c2"), 1),
        new(TestFederation.Proposal(3, "r/c1/c2", new(.5, .9), effect: Effect.Invites), 9),
    ];

    [Fact]
    public void Losing_every_activity_at_any_moment_changes_nothing()
    {
        var situation = new Situation("deep", Deep.Of, () => Deep.Register(Agenda));
        var played = 0;
        for (var moment = 1; moment <= situation.Extent.Moments; moment++)
        {
            var plan = new MishapPlan(1, 1, moment + 1, [new Mishap(Fault.AllKilled, moment, 0, 0, 0)]);

            var verdict = new Simulation(situation, plan, new Protocol()).Run();

            Assert.True(verdict.Broken is null, $"moment {moment}: {verdict.Broken}");
            played += verdict.Happened;
        }

        Assert.True(played >= situation.Extent.Moments - 1, $"{played} of {situation.Extent.Moments}");
    }

    [Fact]
    public void The_situation_has_objections_reviews_and_changed_texts()
    {
        var register = new PlainDriver(Deep.Of).Run(Deep.Register(Agenda));
        Assert.Contains(register.Settled, settled => settled.Spread is { Version: > 2, Reach.Unresolved: > 0 });
        Assert.Contains(register.Settled, settled => settled.Spread is { Reach.Declined: > 0 });
        Assert.Contains(register.Settled, settled => settled.Taken.Effort.Objections > 0);
        Assert.Contains(register.Seals, seal => seal.Scope != Deep.Root);
    }
}
