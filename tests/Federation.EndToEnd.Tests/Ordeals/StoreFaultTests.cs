using Federation.EndToEnd.Tests.Runs;
using Federation.Testing.Postgres;

namespace Federation.EndToEnd.Tests.Ordeals;

/// <summary>Stores that die while circles write to them.</summary>
[Collection("processes")]
public sealed class StoreFaultTests : IDisposable
{
    private readonly TestRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [PostgresFact]
    public async Task A_database_server_that_is_killed_and_started_again_costs_time_and_nothing_else()
    {
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", "demo", "--driver", "reference"));
        await using var server = await PostgresServer.StartAsync();
        var console = _runs.Start(
            "run", new Dictionary<string, string> { ["FEDERATION_STORE"] = server.Address },
            ["run", "demo", "--silos", "2", "--storage", "postgres"]);
        await Deadline.Until("circles have answered", () => _runs.Answered("run") > 200, ConsoleRun.Within);

        AssertKeepsNoPassword();
        await server.KillAsync();
        await server.StartAgainAsync();

        var run = await ConsoleRun.End(console);
        Assert.Equal(expected, TestRuns.Seal(run));
        AssertKeepsNoPassword();
        Assert.DoesNotContain(PostgresServer.Password, run.Output + run.Errors, StringComparison.Ordinal);
    }

    /// <summary>In no file of the run's folder, whether its silos are at work or gone.</summary>
    private void AssertKeepsNoPassword()
    {
        var files = Directory.GetFiles(_runs.Folder("run"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not (".tally" or ".lock")).ToList();
        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => File.ReadAllText(file).Contains(PostgresServer.Password, StringComparison.Ordinal));
    }
}
