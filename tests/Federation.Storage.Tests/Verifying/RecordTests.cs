using Federation.Governance.Circles;
using Federation.Storage.Records;
using Federation.Storage.Scenarios;
using Federation.Storage.Sql;
using Federation.Storage.Tests.Sql;

namespace Federation.Storage.Tests.Verifying;

public sealed class RecordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_store_reads_back_as_the_run_made_it()
    {
        var run = await RecordedRun.Of(ScenarioCatalogue.Load("country"), _folder.Store());
        var stored = new StoredRecord(run.Rows);

        var read = await stored.ReadAsync().ToListAsync();

        Assert.Equal(run.Replayed.All().Select(one => one.Circle.Id), read.Select(one => one.Circle.Id));
        foreach (var (made, found) in run.Replayed.All().Zip(read))
        {
            Assert.Equal(made.Circle.Encode(), found.Circle.Encode());
            Assert.Equal(made.Entries, found.Entries);
            Assert.Equal(made.Circle.Encode(), (await stored.FindAsync(made.Circle.Id))!.Encode());
        }

        Assert.Null(await stored.FindAsync(new CircleId("nowhere")));
    }

    [Fact]
    public async Task A_damaged_payload_is_told_with_the_command_that_helps()
    {
        var run = await RecordedRun.Of(ScenarioCatalogue.Load("cohousing"), _folder.Store());
        await run.Put("circle", $"{RecordedRun.Key}/full", [1, 2, 3]);

        var damaged = await Assert.ThrowsAsync<StoreException>(
            () => new StoredRecord(run.Rows).FindAsync(new CircleId("full")));

        Assert.Contains("/full was changed", damaged.Message);
        Assert.Contains("federation verify", damaged.Remedy);
    }
}
