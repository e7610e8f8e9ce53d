using System.Collections.Concurrent;
using Federation.Grains;
using Orleans.Storage;

namespace Federation.Cluster.Tests;

/// <summary>A store outside all silos, with ETags, that can be told to misbehave.</summary>
internal sealed class SharedStore : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, GrainId), Row> _rows = [];
    private int _writes, _conflicts;

    /// <summary>Done before each write; it is given the write's number, from 1, and may hold it or throw.</summary>
    public Func<int, GrainId, Task> Writing { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Done before each read; likewise.</summary>
    public Action Reading { get; set; } = () => { };

    /// <summary>Makes the next write of a state find that somebody else wrote the very same.</summary>
    public Func<int, bool> IsWrittenByAnother { get; set; } = _ => false;

    public int Conflicts => _conflicts;

    public void Put<T>(string name, GrainId grain, T state) =>
        _rows[(name, grain)] = new Row(GrainHosting.StateSerializer.Serialize(state), 1);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Task.Yield();
        Reading();
        grainState.RecordExists = _rows.TryGetValue((stateName, grainId), out var row);
        if (!grainState.RecordExists) return;
        grainState.State = GrainHosting.StateSerializer.Deserialize<T>(row!.Bytes);
        grainState.ETag = $"{row.Version}";
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Task.Yield();
        var number = Interlocked.Increment(ref _writes);
        await Writing(number, grainId);
        var bytes = GrainHosting.StateSerializer.Serialize(grainState.State);
        if (IsWrittenByAnother(number)) Write(stateName, grainId, grainState.ETag, bytes);
        grainState.ETag = $"{Write(stateName, grainId, grainState.ETag, bytes)}";
        grainState.RecordExists = true;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException();

    private int Write(string name, GrainId grain, string? tag, BinaryData bytes)
    {
        lock (_rows)
        {
            var version = _rows.TryGetValue((name, grain), out var row) ? row.Version : 0;
            if ((version == 0 ? null : $"{version}") != tag)
            {
                Interlocked.Increment(ref _conflicts);
                throw new InconsistentStateException($"{name} of {grain}", $"{version}", tag ?? "");
            }

            _rows[(name, grain)] = new Row(bytes, version + 1);
            return version + 1;
        }
    }

    private sealed record Row(BinaryData Bytes, int Version);
}
