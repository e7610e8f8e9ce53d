using Federation.Contracts.Circles;
using Federation.Governance.Logbooks;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Federation.Grains;

/// <summary>A store whose failures can be told to another silo.</summary>
/// <remarks>
/// A driver's exception cannot: whoever waits for the answer would hear of a missing codec and take
/// the failure for a fault of ours. What cannot be understood was changed, and is not read again.
/// </remarks>
internal sealed class SpeakingStorage(IGrainStorage store, ILogger<SpeakingStorage> log) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Told("read", grainId, () => store.ReadStateAsync(stateName, grainId, grainState));

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Told("write", grainId, () => store.WriteStateAsync(stateName, grainId, grainState));

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        Told("clear", grainId, () => store.ClearStateAsync(stateName, grainId, grainState));

    private async Task Told(string what, GrainId grain, Func<Task> does)
    {
        try
        {
            await does().ConfigureAwait(false);
        }
        catch (MalformedEncodingException damaged)
        {
            throw new InvalidOperationException($"What is stored of {grain} was changed: {damaged.Message}");
        }
        catch (Exception failure) when (failure is not (InconsistentStateException or OutOfMemoryException))
        {
            log.LogWarning(failure, "The store did not {What} {Grain}; it is tried again.", what, grain);
            throw new StoreFailedException($"The store did not {what} {grain}: {failure.Message}");
        }
    }
}
