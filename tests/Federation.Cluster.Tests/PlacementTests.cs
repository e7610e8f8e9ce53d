using Federation.Storage.Scenarios;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Placement;
using Polly.Timeout;

namespace Federation.Cluster.Tests;

/// <summary>A silo that could not say in time where a circle sits is asked again, whoever asked it.</summary>
public sealed class PlacementTests
{
    [Fact]
    public async Task A_placement_that_took_too_long_reaches_a_console_as_a_time_out()
    {
        var slow = new SlowPlacements(_ => true);
        await using var cluster = await Start(2, slow);

        await Assert.ThrowsAsync<TimeoutException>(cluster.Register("run").Poll);

        slow.IsSlow = _ => false;
        Assert.False((await cluster.Register("run").Poll()).Known);
    }

    [Fact]
    public async Task Placements_that_take_too_long_cost_time_and_nothing_else()
    {
        var slow = new SlowPlacements(asked => asked is <= 20 or (> 40 and <= 80));
        await using var cluster = await Start(3, slow);
        var wide = ScenarioCatalogue.Load("scenarios/wide.yaml");

        Assert.Equal(FederationCluster.ReferenceSeal(wide), (await cluster.Run(wide, "run")).Seal);
        Assert.True(slow.Asked > 80);
    }

    private static Task<FederationCluster> Start(short silos, SlowPlacements slow) =>
        FederationCluster.StartAsync(silos, silo =>
        {
            foreach (var own in silo.Services.Where(OfCircles).ToArray())
                silo.Services.AddKeyedSingleton(own.ServiceKey, (services, _) => slow.Before(
                    (IPlacementDirector)ActivatorUtilities.CreateInstance(services, own.KeyedImplementationType!)));
        });

    private static bool OfCircles(ServiceDescriptor service) =>
        service is { IsKeyedService: true, KeyedImplementationType.Name: "SubtreeDirector" };

    /// <summary>Placements fail as Orleans lets them fail that took thirty seconds. It tries each a few times.</summary>
    /// <param name="isSlow">Given how many were asked for, this one included.</param>
    private sealed class SlowPlacements(Func<int, bool> isSlow)
    {
        private int _asked;

        public int Asked => _asked;

        public Func<int, bool> IsSlow { get; set; } = isSlow;

        public IPlacementDirector Before(IPlacementDirector inner) => new Director(this, inner);

        private void Ask()
        {
            if (IsSlow(Interlocked.Increment(ref _asked)))
                throw new TimeoutException("It took too long.", new TimeoutRejectedException(TimeSpan.FromSeconds(30)));
        }

        private sealed class Director(SlowPlacements slow, IPlacementDirector inner) : IPlacementDirector
        {
            public Task<SiloAddress> OnAddActivation(
                PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
            {
                slow.Ask();
                return inner.OnAddActivation(strategy, target, context);
            }
        }
    }
}
