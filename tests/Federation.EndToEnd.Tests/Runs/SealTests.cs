using Federation.Testing.Postgres;

namespace Federation.EndToEnd.Tests.Runs;

/// <summary>One seal for one scenario and seed, whatever it runs on and whatever dies meanwhile.</summary>
[Collection("processes")]
public sealed class SealTests : IDisposable
{
    private readonly TestRuns _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public async Task Silos_and_their_loss_leave_no_trace_in_the_seal()
    {
        var wide = TestRuns.Scenario("wide");
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", wide, "--driver", "reference"));

        Assert.Equal(expected, TestRuns.Seal(await _runs.Run("three", "run", wide, "--silos", "3")));

        var killed = await _runs.Run("killed", "run", wide, "--silos", "3", "--kill", "1@30%", "--kill", "3@32%");
        Assert.Equal(expected, TestRuns.Seal(killed));
        Assert.Equal(2, TestRuns.Number(killed.Json, "silosLost"));
        Assert.Equal(2, killed.Json.GetProperty("stallSeconds").GetArrayLength());
    }

    [Fact]
    public async Task A_run_that_stores_nothing_begins_again_when_a_silo_is_lost()
    {
        var wide = TestRuns.Scenario("wide");
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", wide, "--driver", "reference"));

        var killed = await _runs.Run(
            "killed", "run", wide, "--silos", "3", "--durability", "none", "--kill", "2@50%");

        Assert.Equal(expected, TestRuns.Seal(killed));
        Assert.Equal(1, TestRuns.Number(killed.Json, "silosLost"));
        Assert.Equal(1, TestRuns.Number(killed.Json, "restarts"));
    }

    [Fact]
    public async Task Everything_switched_on_survives_a_lost_silo_with_the_same_seal()
    {
        var all = TestRuns.Scenario("everything");
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", all, "--driver", "reference"));

        var killed = await _runs.Run("killed", "run", all, "--silos", "3", "--kill", "2@50%");

        Assert.Equal(expected, TestRuns.Seal(killed));
        Assert.Equal(1, TestRuns.Number(killed.Json, "silosLost"));
    }

    [PostgresFact]
    public async Task PostgreSQL_keeps_the_same_as_one_file()
    {
        await using var server = await PostgresServer.StartAsync();
        var wide = TestRuns.Scenario("wide");
        var expected = TestRuns.Seal(await _runs.Run("reference", "run", wide, "--driver", "reference"));

        var console = _runs.Start(
            "killed", new Dictionary<string, string> { ["FEDERATION_STORE"] = server.Address },
            ["run", wide, "--silos", "2", "--storage", "postgres", "--kill", "1@40%"]);
        console.StandardInput.Close();

        Assert.Equal(expected, TestRuns.Seal(await ConsoleRun.End(console)));
    }
}
