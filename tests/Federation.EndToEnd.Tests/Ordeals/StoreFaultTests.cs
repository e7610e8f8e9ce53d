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

        await server.KillAsync();
        await server.StartAgainAsync();

        Assert.Equal(expected, TestRuns.Seal(await ConsoleRun.End(console)));
    }
}
