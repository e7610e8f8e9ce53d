using System.Collections.Concurrent;
using Federation.Contracts.Federations;
using Federation.Society.People;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;

namespace Federation.Grains.Federations;

/// <summary>The worlds of the runs whose circles sit on this silo, fetched once each.</summary>
internal sealed class SiloWorlds(IGrainFactory grains, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Task<World>> _ofRun = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<World>> _ofScenario = new(StringComparer.Ordinal);

    /// <summary>Already fetched, or null.</summary>
    public World? Find(string run) =>
        _ofRun.TryGetValue(run, out var known) && known.IsCompletedSuccessfully ? known.Result : null;

    public Task<World> Get(string run)
    {
        var world = _ofRun.GetOrAdd(run, Fetch);
        if (world.IsFaulted) _ofRun.TryRemove(new KeyValuePair<string, Task<World>>(run, world));
        return world;
    }

    public World Open(string scenario) => _ofScenario.GetOrAdd(
        scenario, text => new Lazy<World>(() => Worlds.Open(ResolvedScenario.FromJson(text)))).Value;

    private async Task<World> Fetch(string run)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var scenario = await grains.GetGrain<IRegisterGrain>(run).Scenario();
                return Open(scenario ?? throw new InvalidOperationException($"No register knows of run {run}."));
            }
            catch (Exception failure) when (Waves.Retrying.IsAskedAgain(failure))
            {
                await Task.Delay(Waves.Retrying.BackOff(attempt), clock);
            }
        }
    }
}
