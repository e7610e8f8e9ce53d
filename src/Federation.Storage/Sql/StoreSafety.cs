namespace Federation.Storage.Sql;

/// <summary>What a store's settings promise of a write that was acknowledged, in words for people.</summary>
public static class StoreSafety
{
    /// <summary>A phrase; of a server, what it says of itself now.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<string> SayAsync(StoreAddress store, Safety safety, CancellationToken stop = default)
    {
        if (store is StoreAddress.Sqlite)
            return safety is Safety.PowerLoss
                ? "outlives a power cut, every commit waits for the disk"
                : "outlives every process, but a power cut may lose the last moments";
        var (fsync, waits) = (await Setting(store, "fsync", stop).ConfigureAwait(false),
            await Setting(store, "synchronous_commit", stop).ConfigureAwait(false));
        return (fsync, waits) switch
        {
            ("off", _) => "does not outlive a power cut, the server's fsync is off",
            (_, "off") => "may lose the last moments when the server dies, its synchronous_commit is off",
            _ => "outlives a power cut, as the server is set (fsync and synchronous_commit on)",
        };
    }

    private static Task<string?> Setting(StoreAddress store, string name, CancellationToken stop) =>
        store.UsingAsync(async connection =>
        {
            await using var command = connection.Command($"SHOW {name}");
            return await command.ExecuteScalarAsync(stop).ConfigureAwait(false) as string;
        }, stop);
}
