namespace Federation.Storage.Grouping;

/// <summary>A state waiting to be committed with others.</summary>
/// <param name="Kind">The state's name.</param>
/// <param name="Key">The grain's key.</param>
/// <param name="Version">The version it follows; null for the first.</param>
internal sealed record GroupedWrite(string Kind, string Key, int? Version, byte[] Payload)
{
    // Whoever waits must not go on on the writer's thread.
    private readonly TaskCompletionSource<int?> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The new version once it is committed; null when the stored one was another.</summary>
    public Task<int?> Done => _done.Task;

    public void Committed(int? version) => _done.TrySetResult(version);

    public void Failed(Exception failure) => _done.TrySetException(failure);
}
