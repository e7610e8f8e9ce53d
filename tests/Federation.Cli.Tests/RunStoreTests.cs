using Federation.Cli.Engine;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Storage.Scenarios;
using Federation.Storage.Sql;

namespace Federation.Cli.Tests;

public sealed class RunStoreTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static RunRecord Record(string store) =>
        RunRecord.Begin(ScenarioCatalogue.Load("cohousing"), DateTimeOffset.UnixEpoch) with { Store = store };

    [Fact]
    public void A_store_in_the_runs_folder_is_named_without_the_folder()
    {
        using var directory = RunDirectory.Create(_folder.In("run"), resume: false);
        var own = new StoreAddress.Sqlite(directory.StoreFile);

        Assert.Equal("sqlite:store.db", RunStore.Text(directory, own));
        Assert.Equal(own, RunStore.Of(directory, Record("sqlite:store.db"), null)!.Store);
        Assert.Equal("sqlite:/elsewhere/store.db", RunStore.Text(directory, StoreAddress.Parse("sqlite:/elsewhere/store.db")));
    }

    [Theory]
    [InlineData("sqlite:/elsewhere/store.db")]
    [InlineData("sqlite:../store.db")]
    [InlineData("sqlite:../run2/other.db")]
    [InlineData("postgres:Host=example.org;Username=a;Database=b")]
    public void Any_other_is_opened_only_when_it_is_named(string store)
    {
        using var directory = RunDirectory.Create(_folder.In("run"), resume: false);

        var refused = Assert.Throws<CommandFailure>(() => RunStore.Of(directory, Record(store), null));

        Assert.Equal(("store_elsewhere", ExitCode.Usage), (refused.Code, refused.Exit));
        Assert.Equal(
            StoreAddress.Parse("sqlite:/named.db"), RunStore.Of(directory, Record(store), "sqlite:/named.db")!.Store);
    }

    [Fact]
    public async Task A_run_that_neither_stored_nor_sealed_anything_does_not_agree_with_anything()
    {
        using var directory = RunDirectory.Create(_folder.In("run"), resume: false);
        foreach (var store in (string[])["", "sqlite:store.db"])
        {
            directory.Write(Record(store));
            var refused = await Assert.ThrowsAsync<CommandFailure>(
                () => RunChecking.Verify(new VerifyRequest(directory), default));
            Assert.Equal(("unfinished_run", ExitCode.NotVerifiable), (refused.Code, refused.Exit));
        }
    }
}
