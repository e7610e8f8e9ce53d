using Federation.Contracts.Circles;
using Federation.Governance.Circles;
using Federation.Grains.Circles;
using Federation.Grains.Federations;
using Federation.Society.Scenarios;
using Federation.Storage.Records;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cluster.Tests;

/// <summary>Real faults never change a result.</summary>
public sealed class FaultTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static Scenario Wide => ScenarioCatalogue.Load("scenarios/wide.yaml");

    // 85 circles store some 170 answers in the founding and some 400 after it.
    [Theory]
    [InlineData(30, 0)]
    [InlineData(120, 1)]
    [InlineData(200, 2)]
    [InlineData(300, 0)]
    public async Task A_silo_lost_at_any_moment_is_made_good(int writes, int silo)
    {
        await using var cluster = await FederationCluster.StartAsync(3);
        var lost = new Lazy<Task>(() => Task.Run(() => cluster.Kill(silo)));
        cluster.Store.Writing = (number, _) => number < writes ? Task.CompletedTask : lost.Value;

        Assert.Equal(FederationCluster.ReferenceSeal(Wide), (await cluster.Run(Wide, "run")).Seal);
        Assert.True(lost.IsValueCreated);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(210)]
    public async Task A_state_written_behind_an_activations_back_is_read_and_the_circle_asked_again(int write)
    {
        await using var cluster = await FederationCluster.StartAsync(2);
        cluster.Store.IsWrittenByAnother = number => number == write;

        Assert.Equal(FederationCluster.ReferenceSeal(Wide), (await cluster.Run(Wide, "run")).Seal);
        Assert.Equal(1, cluster.Store.Conflicts);
    }

    [Fact]
    public async Task A_store_that_refuses_for_a_while_costs_time_and_nothing_else()
    {
        await using var cluster = await FederationCluster.StartAsync(2);
        var refused = 0;
        cluster.Store.Writing = (number, _) => number is (> 20 and < 60) or (> 250 and < 280)
            ? throw new StrangeException($"refused {Interlocked.Increment(ref refused)}")
            : Task.CompletedTask;

        Assert.Equal(FederationCluster.ReferenceSeal(Wide), (await cluster.Run(Wide, "run")).Seal);
        Assert.True(refused > 60);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_for_a_while_costs_time_and_nothing_else()
    {
        await using var cluster = await FederationCluster.StartAsync(2);
        var reads = 0;
        cluster.Store.Reading = () =>
        {
            if (Interlocked.Increment(ref reads) is > 5 and < 20) throw new StrangeException("unreadable");
        };

        Assert.Equal(FederationCluster.ReferenceSeal(Wide), (await cluster.Run(Wide, "run")).Seal);
        Assert.True(reads > 20);
    }

    [Fact]
    public async Task A_circle_asked_twice_at_once_gives_one_answer_and_can_be_read_meanwhile()
    {
        await using var cluster = await FederationCluster.StartAsync(2);
        var held = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        cluster.Store.Writing = (number, _) =>
        {
            if (number != 10) return number < 10 ? Task.CompletedTask : held.Task;
            reached.SetResult();
            return held.Task;
        };
        var order = Worlds.Open(Wide).OpenRegister().Pending!;
        var root = cluster.Circle("run", order.Circle.Path);

        var run = cluster.Run(Wide, "run");
        await reached.Task.WaitAsync(Soon);
        Task<Told>[] asked = [root.Ask(order.Request, null), root.Ask(order.Request, null)];
        Assert.Null(await root.Standing().WaitAsync(Soon));
        held.SetResult();

        var told = await Task.WhenAll(asked);
        Assert.NotNull(told[0].Answer);
        Assert.Equal(told[0].Answer!.Encode(), told[1].Answer!.Encode());
        Assert.Equal(FederationCluster.ReferenceSeal(Wide), (await run).Seal);
        Assert.Equal(order.Circle, Circle.Decode(await root.Standing()).Id);
    }

    [Fact]
    public async Task A_circle_that_was_at_work_elsewhere_reads_so_before_it_asks_anybody()
    {
        await using var cluster = await FederationCluster.StartAsync(2);
        var order = Worlds.Open(Wide).OpenRegister().Pending!;
        var root = cluster.Circle("run", order.Circle.Path);
        cluster.Store.Put("register", cluster.Register("run").GetGrainId(), new RegisterState
        {
            Record = new RegisterRecord(ResolvedScenario.ToJson(Wide), []),
        });
        Assert.Null(await root.Standing());
        cluster.Store.Put(
            "circle", root.GetGrainId(), new CircleState { Circle = new Circle { Id = order.Circle, Cycle = 7 } });

        var told = await root.Ask(order.Request, null);

        Assert.Contains("cycle 7 was held here", told.Why);
    }

    [Fact]
    public async Task A_refused_request_ends_the_run_with_its_reason()
    {
        await using var cluster = await FederationCluster.StartAsync(2);
        var later = new Circle { Id = new CircleId("town/c3"), Cycle = 7 };
        cluster.Store.Put(
            "circle", cluster.Circle("run", "town/c3").GetGrainId(), new CircleState { Circle = later });

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.Run(Wide, "run"));

        Assert.Contains("town/c3: cycle 7 was held here", failed.Message);
    }

    /// <summary>What a driver may throw: no silo knows how to send it to another.</summary>
    private sealed class StrangeException(string message) : Exception(message)
    {
        public object Handle { get; } = new();
    }
}
