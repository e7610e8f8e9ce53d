using System.Diagnostics;
using Federation.Cli.Clusters;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Contracts.Benches;
using Federation.Contracts.Hosting;
using Federation.Society.Runs;
using Federation.Storage.Runs;
namespace Federation.Cli.Benches;

/// <summary>Measures a consent wave beside a bare wave and a plain loop, in one run, on the same tree.</summary>
internal sealed class Bench(int silos, string folder, Action<string> tell)
{
    /// <summary>Waves of which the mean is taken, after one that wakes everybody.</summary>
    private const int Waves = 4;

    /// <summary>So many that processor time, counted in hundredths of a second, tells.</summary>
    private const long LoopCircles = 10_000_000;

    /// <summary>Big enough that every path was taken before anything is measured.</summary>
    private static readonly BenchTree WarmUp = BenchTree.Of(1_000);

    private readonly double? _load = Machine.Load();
    private readonly List<BenchRow> _rows = [];

    /// <summary>The sizes that are measured so far.</summary>
    public BenchReport Report => new(Machine.Words(), _load, [.. _rows]);

    public async Task Run(IEnumerable<long> sizes, CancellationToken stop)
    {
        Referenced(WarmUp, stop);
        foreach (var tree in sizes.Select(BenchTree.Of)) _rows.AddRange(await At(tree, stop));
    }

    private async Task<IEnumerable<BenchRow>> At(BenchTree tree, CancellationToken stop)
    {
        tell($"{tree.Circles:#,0} circles: a plain loop, the reference run");
        var loop = PlainLoop(tree.Circles);
        var (referenced, seal, objecting) = Referenced(tree, stop);
        tell($"{tree.Circles:#,0} circles: bare waves and consent waves on {silos} silos");
        var plan = new ClusterPlan(Path.Combine(folder, $"{tree.Circles}"), silos)
        {
            Durability = Durability.None, LargeRun = tree.Circles > 100_000, Probes = Probes.Default,
        };
        await using var cluster = await LocalCluster.StartAsync(plan, null, stop);
        await using var client = await ClusterClient.ConnectAsync(cluster.Folder, stop);
        var (woken, bare) = await BareWaves(cluster, client, tree, stop);
        await new ConsentWaves(cluster, client).Run(WarmUp.Scenario(), stop);
        var consent = await new ConsentWaves(cluster, client).Run(tree.Scenario(), stop);
        if (consent.Seal != seal)
            throw new CommandFailure(
                "wrong_seal", "The silos' seal is not the reference run's", "Report this with the version");
        return
        [
            Row("plain loop", 0, loop, 1), Row("reference wave", 0, referenced, 2) with { Objecting = objecting },
            Row("bare activation", silos, woken, 1), Row("bare wave", silos, bare, 1),
            Row("founding", silos, consent.Founding, 2),
            Row("consent wave", silos, consent.Deciding, 2) with { Objecting = objecting },
        ];

        BenchRow Row(string name, int on, Spent spent, int waves) => new(
            name, tree.Circles, on, spent.WallSeconds, spent.CpuSeconds * 1e6 / tree.Circles,
            (double)spent.Bytes / tree.Circles, spent.CpuSeconds / (waves * bare.CpuSeconds),
            spent.CpuSeconds / loop.CpuSeconds);
    }

    private static Spent PlainLoop(long circles)
    {
        var times = (int)Math.Max(1, LoopCircles / circles);
        var sum = default(BareSum);
        var began = Reading.Now(null);
        for (var time = 0; time < times; time++)
            for (var place = 0; place < circles; place++) sum = sum.Plus(BareSum.Of(place));
        var spent = Reading.Now(null).Since(began);
        return sum.Circles == times * circles ? spent.Over(times) with { Bytes = 0 }
            : throw new UnreachableException();
    }

    /// <summary>Convene and Consider in one thread of this process.</summary>
    private static (Spent Deciding, string Seal, double Objecting) Referenced(BenchTree tree, CancellationToken stop)
    {
        var world = Worlds.Open(tree.Scenario());
        var reference = new Reference(world) { Answered = stop.ThrowIfCancellationRequested };
        var register = world.OpenRegister();
        var deciding = default(Spent);
        while (register.Pending is { } order)
        {
            var before = Reading.Now(null);
            var answer = reference.Ask(order.Circle, order.Request);
            if (order.Request.Cycle > 0) deciding = deciding.Plus(Reading.Now(null).Since(before));
            register = register.Answered(answer);
        }

        var outcome = Outcomes.Of(world, register);
        return (deciding, outcome.Seal, outcome.Decisions.Sum(one => one.CirclesObjecting) / (double)tree.Circles);
    }

    private static async Task<(Spent Woken, Spent Wave)> BareWaves(
        LocalCluster cluster, ClusterClient client, BenchTree tree, CancellationToken stop)
    {
        var root = client.Grains.GetGrain<IBareCircleGrain>("bare/root");
        var asleep = Reading.Now(cluster);
        await root.Sum(tree.FanOuts).WaitAsync(stop);
        var awake = Reading.Now(cluster);
        for (var wave = 0; wave < Waves; wave++)
        {
            var sum = await root.Sum(tree.FanOuts).WaitAsync(stop);
            if (sum.Circles != tree.Circles)
                throw new CommandFailure(
                    "wrong_sum", $"{sum.Circles} of {tree.Circles} grains answered", "Report this with the version");
        }

        return (awake.Since(asleep), Reading.Now(cluster).Since(awake).Over(Waves) with { Bytes = 0 });
    }
}
