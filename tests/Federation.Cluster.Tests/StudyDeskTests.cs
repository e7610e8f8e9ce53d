using Federation.Contracts.Studies;
using Federation.Society.Measures;
using Federation.Society.Scenarios;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Cluster.Tests;

/// <summary>Where a silo takes runs of a study.</summary>
public sealed class StudyDeskTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private static Scenario Wide => ScenarioCatalogue.Load("scenarios/wide.yaml");

    /// <summary>A hundred years of reviews: nobody waits for its end.</summary>
    private static string Endless => ResolvedScenario.ToJson(
        ScenarioCatalogue.Load("scenarios/wide.yaml", ["life.horizonDays=36500", "life.cyclesMax=100000"]));

    [Fact]
    public async Task Every_silo_measures_what_is_measured_here()
    {
        await using var cluster = await FederationCluster.StartAsync(2);
        var scenario = Wide with { Seed = 3, Replication = 2 };
        var here = RunMeasures.Run(Worlds.Open(scenario), () => { });

        foreach (var silo in await cluster.Silos())
        {
            var desk = cluster.Desk(silo, "study");
            var result = await Result(desk, new StudyJob(5, ResolvedScenario.ToJson(scenario)));
            Assert.Equal((5, ""), (result.Run, result.Failure));
            Assert.Equal(here.Select(BitConverter.DoubleToInt64Bits), result.Measures.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [Fact]
    public async Task A_run_that_breaks_off_says_why()
    {
        await using var cluster = await FederationCluster.StartAsync(1);
        var impossible = Wide with { Agenda = [Wide.Agenda[0] with { Circle = "nowhere" }] };

        var result = await Result(
            cluster.Desk((await cluster.Silos())[0], "study"), new StudyJob(1, ResolvedScenario.ToJson(impossible)));

        Assert.Contains("UnknownCircleException", result.Failure);
    }

    /// <summary>Of a console that was killed nobody hears; one that ends its study says so.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_nobody_wants_any_more_frees_its_cores(bool isSaid)
    {
        await using var cluster = await FederationCluster.StartAsync(1);
        var silo = (await cluster.Silos())[0];
        var left = cluster.Desk(silo, "left");
        var cores = (await Exchange(left, StudyOrder.Nothing)).Cores;
        await Exchange(left, new StudyOrder([.. Enumerable.Range(0, 2 * cores).Select(run => new StudyJob(run, Endless))]));
        if (isSaid) await Exchange(left, StudyOrder.Nothing);

        var other = await Result(cluster.Desk(silo, "other"), new StudyJob(1, ResolvedScenario.ToJson(Wide)));

        Assert.Equal("", other.Failure);
    }

    private static async Task<StudyResult> Result(IStudyDeskGrain desk, StudyJob job)
    {
        using var late = new CancellationTokenSource(Soon);
        while (true)
        {
            var said = await Exchange(desk, new StudyOrder([job])).WaitAsync(late.Token);
            if (!said.Results.IsEmpty) return said.Results.Single();
        }
    }

    private static async Task<StudyReturn> Exchange(IStudyDeskGrain desk, StudyOrder order) =>
        StudyReturn.Decode(await desk.Exchange(order.Encode()));
}
