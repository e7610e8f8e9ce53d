using System.Text.RegularExpressions;
using Federation.Cli.Clusters;
using Federation.EndToEnd.Tests.Runs;
using Federation.Testing.Postgres;

namespace Federation.EndToEnd.Tests.Ordeals;

/// <summary>Silos whose clocks jump by up to an hour while they work.</summary>
[Collection("processes")]
public sealed partial class ClockTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-clocks-");

    public void Dispose()
    {
        foreach (var silo in ClusterFile.Read(_folder.FullName)?.Silos ?? []) silo.Process.Kill();
        _folder.Delete(recursive: true);
    }

    /// <summary>Plan 1 sets a clock back first, plan 7 one forth; both then do the other.</summary>
    [ClockTheory]
    [InlineData(1, "-+")]
    [InlineData(7, "+-")]
    public Task Clocks_that_jump_back_and_forth_change_nothing(int seed, string ways) =>
        Jump(seed, ways, "sqlite", "");

    [ClockTheory(NeedsPostgres = true)]
    [InlineData(1, "-+")]
    [InlineData(7, "+-")]
    public async Task Nor_do_they_on_PostgreSQL(int seed, string ways)
    {
        await using var server = await PostgresServer.StartAsync();
        await Jump(seed, ways, "postgres", server.Address);
    }

    private async Task Jump(int seed, string ways, string storage, string address)
    {
        using var console = ConsoleRun.Start(
            "federation.dll", new Dictionary<string, string> { ["FEDERATION_STORE"] = address },
            ["chaos", TestRuns.Scenario("wide"), "--seed", $"{seed}", "--blows", "clock", "--most", $"{ways.Length}",
                "--minutes", "1", "--storage", storage, "--out", _folder.FullName, "--json"]);
        console.StandardInput.Close();
        var run = (await ConsoleRun.End(console)).Succeeded();

        Assert.Equal(ways, string.Concat(Jumps().Matches(run.Errors).Select(jump => jump.Groups[1].Value)));
        Assert.True(run.Json.GetProperty("held").GetBoolean(), $"{run.Json}");
        Assert.Equal(storage, run.Json.GetProperty("storage").GetString());
        Assert.Equal(0, run.Json.GetProperty("lost").GetInt64() + run.Json.GetProperty("doubled").GetInt64());
        Assert.True(run.Json.GetProperty("decisions").GetInt32() > 0);
    }

    /// <summary>A line that says that a blow was dealt; the plan before it is indented.</summary>
    [GeneratedRegex("^at .* clock jumps by ([+-])", RegexOptions.Multiline)]
    private static partial Regex Jumps();
}

/// <summary>A theory that is skipped, and says so, on a machine without libfaketime.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClockTheoryAttribute : TheoryAttribute
{
    /// <summary>Whether it is skipped without PostgreSQL, too.</summary>
    public bool NeedsPostgres { get; init; }

    public override string? Skip => this switch
    {
        _ when SiloClocks.Find() is null => "No libfaketime under /usr/lib.",
        { NeedsPostgres: true } when PostgresServer.Binaries is null => "No PostgreSQL binaries under /usr/lib/postgresql.",
        _ => null,
    };
}
