using System.Collections.Immutable;
using Federation.Cli.Studies;
using Federation.Cli.Terminals;
using Federation.Contracts.Studies;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Tests.Studies;

/// <summary>What the console makes of what a silo says to its order.</summary>
public sealed class StudyDeskTests
{
    private const int Cores = 2;

    private readonly StudyPlan _plan = Plan(ScenarioCatalogue.Load("cohousing"));
    private readonly Dictionary<int, ImmutableArray<double>> _measured = [];
    private readonly List<StudyOrder> _orders = [];

    [Fact]
    public async Task A_silo_has_a_run_for_each_core_and_one_that_waits_for_it()
    {
        await Serve(_plan, order => Said(order.Jobs.Take(1).Select(job => Result(job.Run))));

        Assert.Equal(Enumerable.Range(0, _plan.Runs), _measured.Keys.Order());
        Assert.Empty(_orders[0].Jobs);
        Assert.All(_orders, order => Assert.True(order.Jobs.Length <= 2 * Cores));
        Assert.Equal(2 * Cores, _orders[1].Jobs.Length);
    }

    [Fact]
    public async Task What_is_told_twice_or_was_never_ordered_counts_once()
    {
        await Serve(_plan, order => Said(
            [.. order.Jobs.Select(job => Result(job.Run)), .. order.Jobs.Select(job => Result(job.Run)), Result(99)]));

        Assert.Equal(Enumerable.Range(0, _plan.Runs), _measured.Keys.Order());
    }

    [Fact]
    public async Task Nothing_is_taken_from_another_build()
    {
        var queue = Queue();
        var desk = new StudyDesk(new Desk(order => Said([Result(0)]) with { Build = "another" }), _plan, queue);

        await desk.Serve(CancellationToken.None, CancellationToken.None);

        Assert.True(desk.IsOther);
        Assert.Empty(_measured);
        Assert.Equal(_plan.Runs, queue.Take(100).Length);
    }

    [Fact]
    public async Task What_failed_on_a_silo_and_not_here_is_taken_from_here()
    {
        await Serve(_plan, order => Said(order.Jobs.Select(job => new StudyResult(job.Run, [], "OutOfMemoryException: full"))));

        Assert.All(_measured, one => Assert.Equal(_plan.Measured(one.Key, CancellationToken.None).AsEnumerable(), one.Value));
    }

    [Fact]
    public async Task What_fails_everywhere_is_told_with_its_point()
    {
        var scenario = ScenarioCatalogue.Load("cohousing");
        var impossible = Plan(scenario with { Agenda = [scenario.Agenda[0] with { Circle = "nowhere" }] });

        var failure = await Assert.ThrowsAsync<CommandFailure>(() => Serve(
            impossible, order => Said(order.Jobs.Select(job => new StudyResult(job.Run, [], "UnknownCircleException")))));

        Assert.Equal("unknown_circle", failure.Code);
        Assert.Contains("process.shaping=0, seed 1", failure.Where);
    }

    [Fact]
    public void A_run_that_silo_after_silo_dies_of_ends_the_study()
    {
        var queue = Queue();
        for (var silo = 0; silo < StudyQueue.LossesMost; silo++) queue.GiveBack(queue.Take(1), lost: true);

        Assert.Equal("silos_lost", Assert.IsType<CommandFailure>(queue.All.Exception!.InnerException).Code);
    }

    [Fact]
    public void What_is_given_back_comes_first_and_no_more_is_out_than_was_allowed()
    {
        var queue = new StudyQueue(Enumerable.Range(0, 9), 4, (_, _) => { });
        var first = queue.Take(3);

        Assert.Equal(3, Assert.Single(queue.Take(3)));
        queue.GiveBack(first, lost: false);
        Assert.Equal([0, 1, 2], queue.Take(9).ToArray());
    }

    [Fact]
    public void Orders_and_returns_come_back_as_they_were_sent()
    {
        var order = new StudyOrder([new StudyJob(3, "{}"), new StudyJob(7, "ü")]);
        var said = new StudyReturn("build", 4, [new StudyResult(3, [0.1 + 0.2, double.NaN, double.Epsilon], ""), new StudyResult(7, [], "no")]);

        Assert.Equal(order.Jobs.AsEnumerable(), StudyOrder.Decode(order.Encode()).Jobs);
        var read = StudyReturn.Decode(said.Encode());
        Assert.Equal((said.Build, said.Cores), (read.Build, read.Cores));
        Assert.Equal(said.Results[0].Measures.AsEnumerable(), read.Results[0].Measures);
        Assert.Equal((7, "no"), (read.Results[1].Run, read.Results[1].Failure));
    }

    private static StudyPlan Plan(Scenario scenario) => new(
        "sweep",
        [new Cell([new("process.shaping", "0")], scenario), new Cell([new("process.shaping", "1")], scenario)],
        [.. Enumerable.Range(1, 6).Select(seed => new Draw((ulong)seed, 0))], Redraws: false);

    private StudyQueue Queue() => new(Enumerable.Range(0, _plan.Runs), int.MaxValue, (run, values) => _measured.Add(run, values));

    private static StudyResult Result(int run) => new(run, [run], "");

    private static StudyReturn Said(IEnumerable<StudyResult> results) => new(Builds.Computing, Cores, [.. results]);

    private async Task Serve(StudyPlan plan, Func<StudyOrder, StudyReturn> says)
    {
        using var over = new CancellationTokenSource();
        var queue = Queue();
        var serving = new StudyDesk(new Desk(Ordered), plan, queue).Serve(CancellationToken.None, over.Token);
        var all = await Task.WhenAny(queue.All, serving);
        await over.CancelAsync();
        await serving;
        await all;

        StudyReturn Ordered(StudyOrder order)
        {
            _orders.Add(order);
            return says(order);
        }
    }

    /// <summary>A silo's desk without a silo.</summary>
    private sealed class Desk(Func<StudyOrder, StudyReturn> says) : IStudyDeskGrain
    {
        public Task<byte[]> Exchange(byte[] order) => Task.FromResult(says(StudyOrder.Decode(order)).Encode());
    }
}
