using System.Data.Common;
using Federation.Storage.Sql;

namespace Federation.Storage.Tests.Sql;

/// <summary>What holds for every kind of store; each kind has a test class that says it does.</summary>
internal static class StoreContract
{
    // The keys the constructors of Orleans 10.4.2's providers demand.
    public static readonly string[] QueryKeys =
    [
        "CleanupDefunctSiloEntriesKey", "ClearStorageKey", "DeleteMembershipTableEntriesKey",
        "DeleteReminderRowKey", "DeleteReminderRowsKey", "DeleteStorageKey", "GatewaysQueryKey",
        "InsertMembershipKey", "InsertMembershipVersionKey", "MembershipReadAllKey",
        "MembershipReadRowKey", "ReadFromStorageKey", "ReadRangeRows1Key", "ReadRangeRows2Key",
        "ReadReminderRowKey", "ReadReminderRowsKey", "UpdateIAmAlivetimeKey", "UpdateMembershipKey",
        "UpsertReminderRowKey", "WriteToStorageKey",
    ];

    public static async Task Only_the_first_application_works(StoreAddress store)
    {
        Assert.True(await StoreSchema.ApplyAsync(store));
        Assert.False(await StoreSchema.ApplyAsync(store));
        Assert.Equal(StoreSchema.Version, await StoreSchema.VersionOfAsync(store));
    }

    public static async Task Several_may_apply_it_at_once(StoreAddress store)
    {
        var all = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => StoreSchema.ApplyAsync(store))));

        Assert.Single(all, worked => worked);
        await Every_query_Orleans_asks_for_is_there(store);
    }

    public static async Task Every_query_Orleans_asks_for_is_there(StoreAddress store)
    {
        await StoreSchema.ApplyAsync(store);

        Assert.Equal(QueryKeys, (await Queries(store)).Keys.Order(StringComparer.Ordinal));
    }

    public static async Task A_newer_schema_is_refused(StoreAddress store)
    {
        await StoreSchema.ApplyAsync(store);
        await using (var source = store.Source())
        await using (var newer = source.CreateCommand("UPDATE FederationSchema SET Version = 99"))
        {
            await newer.ExecuteNonQueryAsync();
        }

        var refused = await Assert.ThrowsAsync<StoreException>(() => StoreSchema.ApplyAsync(store));

        Assert.Equal(StoreFault.NewerSchema, refused.Fault);
        Assert.Contains("99", refused.Why);
    }

    /// <summary>Of several writers who read the same version, one wins, whether it was a first write or not.</summary>
    public static async Task One_of_several_writers_of_a_version_wins(StoreAddress store)
    {
        await StoreSchema.ApplyAsync(store);
        await using var source = store.Source();
        var write = (await Queries(store))["WriteToStorageKey"];

        foreach (var (held, next) in ((int?, int)[])[(null, 1), (1, 2), (2, 3)])
        {
            var outcomes = await Task.WhenAll(
                Enumerable.Range(0, 6).Select(writer => Task.Run(
                    () => Write(source, write, "run/world", held, (byte)writer))));

            Assert.Equal(next, Assert.Single(outcomes, outcome => outcome is not null));
        }

        Assert.Null(await Write(source, write, "run/never-written", 1, 0));
        Assert.Equal(3, (await new CircleStateReader(store, "service").FindAsync("circle", "run/world"))!.Version);
    }

    public static async Task States_are_read_in_the_order_of_their_keys(StoreAddress store)
    {
        await StoreSchema.ApplyAsync(store);
        await using (var source = store.Source())
        {
            var write = (await Queries(store))["WriteToStorageKey"];
            foreach (var key in (string[])["a/world/b", "b/world", "a/world", "a/world-2", "a/world/a"])
            {
                await Write(source, write, key, null, 7);
            }
        }

        var reader = new CircleStateReader(store, "service");
        var read = new List<StoredState>();
        await foreach (var state in reader.ReadAsync("circle", "a/")) read.Add(state);

        Assert.Equal(["a/world", "a/world-2", "a/world/a", "a/world/b"], read.Select(state => state.Key));
        Assert.All(read, state => Assert.Equal([7], state.Payload.ToArray()));
        Assert.Equal(5, (await reader.CountAsync())["circle"]);
        Assert.Null(await reader.FindAsync("circle", "a/elsewhere"));
    }

    public static async Task<Dictionary<string, string>> Queries(StoreAddress store)
    {
        await using var source = store.Source();
        await using var command = source.CreateCommand("SELECT QueryKey, QueryText FROM OrleansQuery");
        await using var rows = await command.ExecuteReaderAsync();
        var queries = new Dictionary<string, string>();
        while (await rows.ReadAsync()) queries[rows.GetString(0)] = rows.GetString(1);
        return queries;
    }

    private static async Task<int?> Write(DbDataSource source, string sql, string key, int? version, byte payload)
    {
        await using var command = source.CreateCommand(sql);
        Add(command, "GrainIdHash", 1);
        Add(command, "GrainIdN0", 0L);
        Add(command, "GrainIdN1", 0L);
        Add(command, "GrainTypeHash", 2);
        Add(command, "GrainTypeString", "circle");
        Add(command, "GrainIdExtensionString", key);
        Add(command, "ServiceId", "service");
        Add(command, "GrainStateVersion", version, System.Data.DbType.Int32);
        Add(command, "PayloadBinary", new[] { payload });
        return await command.ExecuteScalarAsync() is { } stored ? Convert.ToInt32(stored) : null;
    }

    private static void Add(DbCommand command, string name, object? value, System.Data.DbType? type = null)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        if (type is { } known) parameter.DbType = known;
        command.Parameters.Add(parameter);
    }
}
