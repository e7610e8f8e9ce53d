namespace Federation.EndToEnd.Tests.Clusters;

/// <summary>A cluster of three silos on one SQLite file, from up to down.</summary>
[Collection("processes")]
public sealed class ClusterLifeTests : IDisposable
{
    private readonly TestCluster _cluster = new();

    public void Dispose() => _cluster.Dispose();

    [Fact]
    public async Task Silos_come_are_killed_are_added_leave_and_go_down()
    {
        var up = (await _cluster.Run("up", "--silos", "3")).Succeeded();
        Assert.Equal(["Active", "Active", "Active"], TestCluster.Statuses(up.Json).Values);
        Assert.EndsWith("store.db", up.Json.GetProperty("storage").GetString());

        (await _cluster.Run("kill", "2")).Succeeded();
        await Deadline.Until(
            "the others declare silo-2 dead", async () => await _cluster.StatusOf("silo-2") == "Dead",
            TimeSpan.FromSeconds(10));

        var added = (await _cluster.Run("add")).Succeeded();
        Assert.Equal("Active", TestCluster.Statuses(added.Json)["silo-4"]);

        (await _cluster.Run("drain", "silo-3")).Succeeded();
        Assert.Equal("Dead", await _cluster.StatusOf("silo-3"));

        var second = await _cluster.Run("up");
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("running here", second.Json.GetProperty("error").GetProperty("message").GetString());

        var processes = _cluster.Processes;
        (await _cluster.Run("down")).Succeeded();
        Assert.DoesNotContain(processes.Values, process => process.IsAlive);
        Assert.Equal(3, (await _cluster.Run("status")).ExitCode);
    }

    [Fact]
    public async Task A_silo_nobody_knows_is_named_with_those_there_are()
    {
        (await _cluster.Run("up", "--silos", "1")).Succeeded();

        var killed = await _cluster.Run("kill", "7");

        Assert.Equal(2, killed.ExitCode);
        Assert.Contains("silo-1", killed.Json.GetProperty("error").GetProperty("remedy").GetString());
    }
}
