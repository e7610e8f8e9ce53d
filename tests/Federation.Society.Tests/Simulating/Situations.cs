using Federation.Governance.Decisions;
using Federation.Society.Tests.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Testing;
using Federation.Testing.Simulating;
using Effect = Federation.Governance.Decisions.Effect;

namespace Federation.Society.Tests.Simulating;

/// <summary>What the fault simulator is let loose on, from a pair of circles to all of a circle's life.</summary>
internal static class Situations
{
    private static readonly Practice Quarrelsome = new() { Shaping = .2, Latitude = .08, ReviewsMax = 3 };

    private static readonly Lazy<Situation> LazyPair = new(() => By(
        "pair", TestFederation.Tree([2], 3, Quarrelsome, 3, .12),
        new(TestFederation.Proposal(1, "r/c1", new(.9, .2)), 1),
        new(TestFederation.Proposal(2, "r/c2", new(.1, .3), "r/c2"), 5)));

    private static readonly Lazy<Situation> LazyDeep = new(() => By(
        "deep", TestFederation.Tree([2, 2], 4, Quarrelsome, 2, .05, .2),
        new(TestFederation.Proposal(1, "r/c1/c1", new(.8, .15)), 1),
        new(TestFederation.Proposal(2, "r/c2/c1", new(.15, .3), "r/c2"), 1),
        new(TestFederation.Proposal(3, "r/c1/c2", new(.5, .9), effect: Effect.Invites), 9)));

    private static readonly Lazy<Situation> LazyEverything = new(() =>
    {
        var world = Worlds.Open(ScenarioCatalogue.Load(
            Path.Combine(Repository.Root, "tests/Federation.EndToEnd.Tests/scenarios/everything.yaml")));
        return new Situation("everything", world.Of, world.OpenRegister);
    });

    public static Situation Pair => LazyPair.Value;
    public static Situation Deep => LazyDeep.Value;
    public static Situation Everything => LazyEverything.Value;

    public static Situation Named(string name) => name switch
    {
        "pair" => Pair,
        "deep" => Deep,
        "everything" => Everything,
        _ => throw new ArgumentException($"There is no situation '{name}'.", nameof(name)),
    };

    private static Situation By(string name, TestFederation federation, params Governance.Federating.Raising[] agenda) =>
        new(name, federation.Of, () => federation.Register(agenda));
}
