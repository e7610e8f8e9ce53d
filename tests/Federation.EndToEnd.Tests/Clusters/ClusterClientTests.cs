using Federation.Cli.Clusters;
using Federation.Storage.Sql;

namespace Federation.EndToEnd.Tests.Clusters;

/// <summary>A console's way into a cluster.</summary>
[Collection("processes")]
public sealed class ClusterClientTests : IDisposable
{
    private readonly TestCluster _cluster = new();

    public void Dispose() => _cluster.Dispose();

    [Fact]
    public async Task It_finds_the_silos_of_a_folder_and_says_when_they_are_gone()
    {
        (await _cluster.Run("up", "--silos", "2")).Succeeded();
        var file = ClusterFile.Read(_cluster.Folder)!;
        await using (var client = await ClusterClient.ConnectAsync(_cluster.Folder))
        {
            var hosts = await client.Grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true);
            Assert.Equal(2, hosts.Count);
        }

        foreach (var silo in _cluster.Processes.Values)
        {
            silo.Kill();
            Assert.True(await silo.WaitForExitAsync(Deadline.Usual));
        }

        await Assert.ThrowsAsync<NoClusterException>(() => ClusterClient.ConnectAsync(_cluster.Folder));

        // The table still says they are active: only the bound on the wait ends it.
        var store = StoreAddress.Parse(file.Store);
        await Assert.ThrowsAsync<NoClusterException>(
            () => ClusterClient.ConnectAsync(store, file.ClusterId, file.ServiceId, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task A_folder_without_a_cluster_is_no_cluster()
    {
        var refused = await Assert.ThrowsAsync<NoClusterException>(() => ClusterClient.ConnectAsync(_cluster.Folder));

        Assert.Equal(3, refused.ExitCode);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_starts_nothing()
    {
        if (!OperatingSystem.IsLinux()) return;

        var up = await _cluster.Run("up", "--store", "sqlite:/sys/store.db");

        Assert.Equal(1, up.ExitCode);
        Assert.Equal("store", up.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Null(ClusterFile.Read(_cluster.Folder));
    }
}
