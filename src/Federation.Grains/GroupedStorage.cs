using System.Globalization;
using Federation.Storage.Grouping;
using Orleans.Storage;

namespace Federation.Grains;

/// <summary>Grain storage whose writes are committed together with those of other circles of the silo.</summary>
/// <remarks>A state is only ever confirmed after its commit; ETags are the versions of Orleans' own provider.</remarks>
public sealed class GroupedStorage(GroupedStates states) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var read = await states.ReadAsync(stateName, Key(grainId)).ConfigureAwait(false);
        grainState.RecordExists = read is not null;
        grainState.ETag = read is { } found ? Tag(found.Version) : null;
        grainState.State = read is { Payload: { } payload }
            ? GrainHosting.StateSerializer.Deserialize<T>(new BinaryData(payload))
            : Activator.CreateInstance<T>();
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var payload = GrainHosting.StateSerializer.Serialize(grainState.State).ToArray();
        var version = await states.WriteAsync(stateName, Key(grainId), Version(grainState.ETag), payload)
            .ConfigureAwait(false);
        if (version is not { } written)
            throw new InconsistentStateException(
                $"{stateName} of {grainId} was written by somebody else.", "unknown", grainState.ETag ?? "none");
        (grainState.ETag, grainState.RecordExists) = (Tag(written), true);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("What a circle stored is never cleared.");

    private static string Key(GrainId grain) => grain.Key.ToString() ?? "";

    private static string Tag(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static int? Version(string? tag) =>
        string.IsNullOrEmpty(tag) ? null : int.Parse(tag, CultureInfo.InvariantCulture);
}
