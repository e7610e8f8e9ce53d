using Federation.Contracts.Circles;
using Federation.Governance.Logbooks;
using Federation.Storage.Sql;
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

    /// <summary>Does what a driver's exception may come of, and tells it so that it can be told on.</summary>
    /// <param name="failed">What was not done then, a sentence without its full stop.</param>
    public static async Task Spoken(string failed, Func<Task> does)
    {
        try
        {
            await does();
        }
        catch (Exception failure) when (failure is not (InconsistentStateException or OutOfMemoryException))
        {
            throw Speaking(failed, failure);
        }
    }

    private static Exception Speaking(string what, Exception failure) => StoreRefusal.SaysFull(failure)
        ? new StoreFullException($"{what}: {failure.Message}")
        : new StoreFailedException($"{what}: {failure.Message}");

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
            log.LogWarning(failure, "The store did not {What} {Grain}.", what, grain);
            throw Speaking($"The store did not {what} {grain}", failure);
        }
    }
}
