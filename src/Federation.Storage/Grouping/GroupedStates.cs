using System.Threading.Channels;
using Federation.Storage.Sql;

namespace Federation.Storage.Grouping;

/// <summary>States of grains, written by one writer for a whole silo: one commit for all that wait.</summary>
/// <remarks>
/// A write is confirmed after the commit it was part of. While one group is committed the next gathers, so
/// groups grow with the load and a single write waits for nobody. What only one write can be blamed for
/// fails that one; a store that is away, busy or full fails all of a group at once. The rows are those of
/// Orleans' own provider, so a store may be used by one and then by the other. Keys must be no numbers and
/// no Guids, which that provider would put into other columns: ours are a run's key, or have a '/'.
/// </remarks>
public sealed class GroupedStates : IAsyncDisposable
{
    /// <summary>More would make those that came first wait for the last.</summary>
    private const int GroupMax = 256;

    private readonly Channel<GroupedWrite> _waiting =
        Channel.CreateUnbounded<GroupedWrite>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>What still waits may be committed for so long after the end was asked for.</summary>
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _givenUp = new();
    private readonly IGroupStore _store;
    private readonly TimeSpan _goodbye;
    private readonly Task _writing;

    /// <param name="megabytesMax">See <see cref="PragmaSqliteDataSource"/>; PostgreSQL has limits of its own.</param>
    public GroupedStates(StoreAddress store, Safety safety, string serviceId, int megabytesMax = 0)
        : this(
            store is StoreAddress.Postgres postgres
                ? new PostgresGroups(postgres, serviceId)
                : new SqliteGroups((StoreAddress.Sqlite)store, safety, serviceId, megabytesMax),
            Goodbye)
    {
    }

    internal GroupedStates(IGroupStore store, TimeSpan goodbye)
    {
        (_store, _goodbye) = (store, goodbye);
        // SQLite's calls block; a thread of its own keeps the pool's for the grains.
        _writing = Task.Factory.StartNew(
            WriteGroups, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    /// <summary>Ends when nothing more is written: faulted when the writer broke, from memory that ran out or
    /// a fault of ours. Whoever holds a store without a writer should end.</summary>
    public Task Writing => _writing;

    /// <summary>The stored version and payload; null when there is none.</summary>
    public Task<(int Version, byte[]? Payload)?> ReadAsync(string kind, string key) => _store.ReadAsync(kind, key);

    /// <summary>Writes after a version, with whatever else waits.</summary>
    /// <returns>The new version; null when the stored one is not <paramref name="version"/>.</returns>
    /// <exception cref="Exception">What the driver threw: nothing of it is stored, or nobody knows.</exception>
    public Task<int?> WriteAsync(string kind, string key, int? version, byte[] payload)
    {
        var write = new GroupedWrite(kind, key, version, payload);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(write), this);
        return write.Done;
    }

    /// <summary>Commits what waits, within a few seconds; what is not committed by then has failed.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        _givenUp.CancelAfter(_goodbye);
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _store.DisposeAsync().ConfigureAwait(false);
        _givenUp.Dispose();
    }

    private async Task WriteGroups()
    {
        var group = new List<GroupedWrite>(GroupMax);
        try
        {
            while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                while (group.Count < GroupMax && _waiting.Reader.TryRead(out var next)) group.Add(next);
                // In the order of keys two silos never wait for each other's rows crosswise.
                group.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
                await Commit(group).ConfigureAwait(false);
                group.Clear();
            }
        }
        catch (Exception broken)
        {
            _waiting.Writer.TryComplete();
            while (_waiting.Reader.TryRead(out var next)) group.Add(next);
            Fail(group, broken);
            throw;
        }
    }

    private async Task Commit(List<GroupedWrite> group)
    {
        try
        {
            var versions = await _store.CommitAsync(group, _givenUp.Token).ConfigureAwait(false);
            for (var i = 0; i < group.Count; i++) group[i].Committed(versions[i]);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            if (group.Count > 1 && !failure.IsOfTheStore())
            {
                // Perhaps one of them cannot be stored: the others need not fail with it.
                foreach (var one in group.ToArray()) await Commit([one]).ConfigureAwait(false);
                return;
            }

            Fail(group, failure);
        }
    }

    private static void Fail(List<GroupedWrite> group, Exception failure)
    {
        foreach (var write in group) write.Failed(failure);
    }
}

/// <summary>Commits groups to one kind of database. Only one group at a time is given to it.</summary>
internal interface IGroupStore : IAsyncDisposable
{
    /// <returns>For each write, its new version; null where the stored one was not what it follows.</returns>
    Task<int?[]> CommitAsync(IReadOnlyList<GroupedWrite> group, CancellationToken stop);

    Task<(int Version, byte[]? Payload)?> ReadAsync(string kind, string key);
}
