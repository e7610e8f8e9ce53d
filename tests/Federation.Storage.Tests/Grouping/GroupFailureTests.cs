using System.Net;
using System.Net.Sockets;
using Federation.Storage.Grouping;
using Federation.Storage.Sql;

namespace Federation.Storage.Tests.Grouping;

/// <summary>What whoever waits for a commit learns when there is none.</summary>
public sealed class GroupFailureTests : IDisposable
{
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);

    public GroupFailureTests() => _silent.Start();

    public void Dispose() => _silent.Dispose();

    [Fact]
    public async Task A_server_that_does_not_answer_is_not_asked_for_each_write()
    {
        var states = new GroupedStates(Silent(seconds: 1), Safety.ProcessLoss, "service");

        var written = Writes(states, 40);
        foreach (var one in written) await Assert.ThrowsAnyAsync<Exception>(() => one);

        // The first write goes alone; the others have gathered behind it.
        Assert.InRange(Arrivals(), 1, 3);
        await states.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_ends_does_not_wait_for_a_server_that_does_not_answer()
    {
        var states = new GroupedStates(
            new PostgresGroups(Silent(seconds: 0), "service"), goodbye: TimeSpan.FromMilliseconds(1));
        var written = Writes(states, 3);

        await states.DisposeAsync();

        Assert.All(written, one => Assert.True(one.IsFaulted || one.IsCanceled));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => states.WriteAsync("circle", "run/late", null, [1]));
    }

    [Fact]
    public async Task A_writer_that_breaks_fails_all_that_wait_and_says_so()
    {
        var store = new NoMemory();
        await using var states = new GroupedStates(store, TimeSpan.FromSeconds(1));
        var written = Writes(states, 3);
        store.Gate.SetResult();

        foreach (var one in written) await Assert.ThrowsAsync<InsufficientMemoryException>(() => one);
        await Assert.ThrowsAsync<InsufficientMemoryException>(() => states.Writing);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => states.WriteAsync("circle", "run/late", null, [1]));
    }

    private static Task<int?>[] Writes(GroupedStates states, int count) =>
        [.. Enumerable.Range(0, count).Select(i => states.WriteAsync("circle", $"run/{i}", null, [1]))];

    private StoreAddress.Postgres Silent(int seconds) => new(
        $"Host=127.0.0.1;Port={((IPEndPoint)_silent.LocalEndpoint).Port};Timeout={seconds};SSL Mode=Disable;"
        + "GSS Encryption Mode=Disable;Username=u;Database=d");

    private int Arrivals()
    {
        var count = 0;
        for (; _silent.Pending(); count++) _silent.AcceptSocket().Dispose();
        return count;
    }

    private sealed class NoMemory : IGroupStore
    {
        public TaskCompletionSource Gate { get; } = new();

        public async Task<int?[]> CommitAsync(IReadOnlyList<GroupedWrite> group, CancellationToken stop)
        {
            await Gate.Task;
            throw new InsufficientMemoryException();
        }

        public Task<(int Version, byte[]? Payload)?> ReadAsync(string kind, string key) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
