using Federation.Storage.Grouping;
using Federation.Storage.Sql;
using Federation.Storage.Tests.Sql;
using Federation.Testing.Postgres;
using Microsoft.Data.Sqlite;

namespace Federation.Storage.Tests.Grouping;

/// <summary>What a group commit owes to each of its writes, on SQLite and on PostgreSQL.</summary>
[Collection("postgres")]
public sealed class GroupedStatesTests(SharedServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_write_is_read_back_and_must_follow_the_stored_version() =>
        await Versions(_folder.Store());

    [PostgresFact]
    public async Task A_write_is_read_back_and_must_follow_the_stored_version_on_PostgreSQL() =>
        await Versions(await server.NewDatabase());

    [Fact]
    public async Task Of_several_silos_writing_after_one_version_one_wins() => await Races(_folder.Store());

    [PostgresFact]
    public async Task Of_several_silos_writing_after_one_version_one_wins_on_PostgreSQL() =>
        await Races(await server.NewDatabase());

    [Fact]
    public async Task What_is_confirmed_is_in_the_store_for_everybody_at_once() => await Confirmed(_folder.Store());

    [PostgresFact]
    public async Task What_is_confirmed_is_in_the_store_for_everybody_at_once_on_PostgreSQL() =>
        await Confirmed(await server.NewDatabase());

    [Fact]
    public async Task A_full_disk_refuses_what_it_cannot_hold_and_keeps_what_it_confirmed()
    {
        var store = _folder.Store();
        await StoreSchema.ApplyAsync(store);
        await using var states = new GroupedStates(store, Safety.ProcessLoss, "service", megabytesMax: 1);
        Assert.Equal(1, await states.WriteAsync("circle", "run/before", null, [1]));

        var large = Enumerable.Range(0, 20).Select(i => states.WriteAsync("circle", $"run/{i}", null, new byte[100_000])).ToArray();
        var outcomes = await Task.WhenAll(large.Select(async one =>
        {
            try
            {
                return await one is not null;
            }
            catch (SqliteException full)
            {
                Assert.Equal(13, full.SqliteErrorCode);
                return false;
            }
        }));

        Assert.Contains(false, outcomes);
        for (var i = 0; i < outcomes.Length; i++)
            Assert.Equal(outcomes[i], await states.ReadAsync("circle", $"run/{i}") is not null);
        Assert.Equal([1], (await states.ReadAsync("circle", "run/before"))!.Value.Payload!);
    }

    [Fact]
    public async Task One_that_cannot_be_stored_does_not_fail_the_others()
    {
        var store = _folder.Store();
        await StoreSchema.ApplyAsync(store);
        await using (var source = store.Source())
        await using (var only = source.CreateCommand(
            "CREATE TRIGGER t BEFORE INSERT ON OrleansStorage WHEN NEW.GrainIdExtensionString = 'run/poison' "
            + "BEGIN SELECT RAISE(ABORT, 'poison'); END"))
        {
            await only.ExecuteNonQueryAsync();
        }

        await using var states = new GroupedStates(store, Safety.ProcessLoss, "service");
        var written = Enumerable.Range(0, 50).Select(i => states.WriteAsync("circle", i == 25 ? "run/poison" : $"run/{i}", null, [7]))
            .ToArray();

        await Assert.ThrowsAsync<SqliteException>(() => written[25]);
        for (var i = 0; i < 50; i++) if (i != 25) Assert.Equal(1, await written[i]);
    }

    private static async Task Versions(StoreAddress store)
    {
        await StoreSchema.ApplyAsync(store);
        await using var states = new GroupedStates(store, Safety.PowerLoss, "service");

        Assert.Null(await states.ReadAsync("circle", "run/world"));
        Assert.Equal(1, await states.WriteAsync("circle", "run/world", null, [1, 2]));
        Assert.Equal(2, await states.WriteAsync("circle", "run/world", 1, [3]));
        Assert.Null(await states.WriteAsync("circle", "run/world", 1, [4]));
        Assert.Null(await states.WriteAsync("circle", "run/world", null, [4]));
        Assert.Null(await states.WriteAsync("circle", "run/never", 3, [4]));
        Assert.Equal(1, await states.WriteAsync("page-0", "run/world", null, [9]));

        var read = await states.ReadAsync("circle", "run/world");
        Assert.Equal((2, 3), (read!.Value.Version, read.Value.Payload!.Single()));
        Assert.Null(await states.ReadAsync("circle", "run/never"));
    }

    private static async Task Races(StoreAddress store)
    {
        await StoreSchema.ApplyAsync(store);
        var silos = Enumerable.Range(0, 3).Select(_ => new GroupedStates(store, Safety.ProcessLoss, "service")).ToArray();
        foreach (var (held, next) in ((int?, int)[])[(null, 1), (1, 2), (2, 3)])
        {
            var tried = await Task.WhenAll(
                from silo in silos from circle in Enumerable.Range(0, 40)
                select silo.WriteAsync("circle", $"run/{circle}", held, [(byte)(circle % 7)]));

            Assert.Equal(40, tried.Count(version => version == next));
            Assert.Equal(80, tried.Count(version => version is null));
        }

        foreach (var silo in silos) await silo.DisposeAsync();
    }

    private static async Task Confirmed(StoreAddress store)
    {
        await StoreSchema.ApplyAsync(store);
        await using var states = new GroupedStates(store, Safety.ProcessLoss, "service");
        var reader = new CircleStateReader(store, "service");

        await Task.WhenAll(Enumerable.Range(0, 300).Select(async circle =>
        {
            Assert.Equal(1, await states.WriteAsync("circle", $"run/{circle}", null, [(byte)(circle % 7)]));
            if (circle % 20 == 0) Assert.NotNull(await reader.FindAsync("circle", $"run/{circle}"));
        }));

        Assert.Equal(300, (await reader.CountAsync())["circle"]);
    }
}
