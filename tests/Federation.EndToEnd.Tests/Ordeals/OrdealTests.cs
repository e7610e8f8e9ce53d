using System.Text.Json;
using Federation.Cli.Clusters;
using Federation.EndToEnd.Tests.Runs;

namespace Federation.EndToEnd.Tests.Ordeals;

/// <summary>Real processes, really struck: what 'federation chaos' does, a handful of each.</summary>
[Collection("processes")]
public sealed class OrdealTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-ordeal-");

    public void Dispose()
    {
        foreach (var run in _folder.EnumerateDirectories())
            foreach (var silo in ClusterFile.Read(run.FullName)?.Silos ?? []) silo.Process.Kill();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("kill", 3)]
    [InlineData("freeze", 2)]
    [InlineData("drain", 2)]
    [InlineData("killall", 1)]
    [InlineData("roll", 1)]
    [InlineData("cut", 2)]
    public async Task A_struck_cluster_loses_and_doubles_nothing(string blow, int most)
    {
        var report = await Strike(blow, "--blows", blow, "--most", $"{most}", "--minutes", "1");

        Assert.True(report.GetProperty("held").GetBoolean(), $"{report}");
        Assert.Equal(most, report.GetProperty("blows").GetArrayLength());
        Assert.Equal((0, 0, 0), (Number(report, "lost"), Number(report, "doubled"), Number(report, "failedRuns")));
        Assert.True(Number(report, "decisions") > 0);
        if (blow is "kill" or "killall") Assert.True(Number(report, "silosLost") >= most);
        if (blow is "drain" or "roll") Assert.Equal(0, Number(report, "silosLost"));
    }

    [Fact]
    public async Task The_same_seed_draws_the_same_plan()
    {
        var plan = Plan(await ConsoleRun.Of("chaos", "cohousing", "--seed", "7", "--minutes", "30", "--timeout", "1s"));

        Assert.True(plan.Length > 100);
        Assert.Equal(plan, Plan(await ConsoleRun.Of("chaos", "cohousing", "--seed", "7", "--minutes", "30", "--timeout", "1s")));
        Assert.NotEqual(plan, Plan(await ConsoleRun.Of("chaos", "cohousing", "--seed", "8", "--minutes", "30", "--timeout", "1s")));
    }

    private static string[] Plan(ConsoleRun run) =>
        [.. run.Errors.Split('\n').Where(line => line.StartsWith("  at ", StringComparison.Ordinal))];

    private async Task<JsonElement> Strike(string name, params string[] words)
    {
        var run = await ConsoleRun.Of([
            "chaos", TestRuns.Scenario("wide"), "--seed", "5", "--out", Path.Combine(_folder.FullName, name), "--json", .. words]);
        return run.Succeeded().Json;
    }

    private static int Number(JsonElement report, string name) => report.GetProperty(name).GetInt32();
}
