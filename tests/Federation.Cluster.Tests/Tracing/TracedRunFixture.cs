using System.Diagnostics;
using Federation.Grains.Tracing;
using Federation.Society.Runs;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Cluster.Tests.Tracing;

/// <summary>The demo on three silos, once with everything traced.</summary>
public sealed class TracedRunFixture : IAsyncLifetime
{
    public const string Run = "traced";

    /// <summary>What the run found; <see cref="Expected"/> is what the reference run finds untraced.</summary>
    internal RunOutcome Found { get; private set; } = null!;
    internal RunOutcome Expected { get; private set; } = null!;
    internal IReadOnlyList<Activity> Spans { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var scenario = ScenarioCatalogue.Load("demo");
        Expected = Outcomes.Of(Worlds.Open(scenario), new Reference(Worlds.Open(scenario)).Run());
        using var book = new SpanBook();
        await using var cluster = await FederationCluster.StartAsync(3, silo => silo.Services.AddSingleton(
            _ => new SpanSources((_, _) => { }, new SpanSampling(Ratio: 1, Limited: false))));
        Found = await cluster.Run(scenario, Run);
        Spans = book.Spans;
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
