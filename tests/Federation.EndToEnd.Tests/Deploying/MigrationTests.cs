namespace Federation.EndToEnd.Tests.Deploying;

/// <summary>Tables made once by a job, for silos that may not make them.</summary>
[Collection("processes")]
public sealed class MigrationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("federation-migration-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_silo_that_may_not_make_tables_waits_for_the_job_that_does()
    {
        var before = await Silo();
        var made = await Silo("--migrate");
        var again = await Silo("--migrate");

        Assert.Equal(1, before.ExitCode);
        Assert.Contains("federation-silo --migrate", before.Errors, StringComparison.Ordinal);
        Assert.Contains("brought to version", made.Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("was at version", again.Succeeded().Output, StringComparison.Ordinal);
    }

    private async Task<ConsoleRun> Silo(params string[] arguments)
    {
        using var silo = ConsoleRun.Start("silo/federation-silo.dll", new Dictionary<string, string>(Ports.OfSilo())
        {
            ["FEDERATION_STORE"] = $"sqlite:{Path.Combine(_folder.FullName, "store.db")}",
            ["FEDERATION_MIGRATES"] = "false",
        }, arguments);
        return await ConsoleRun.End(silo);
    }
}
