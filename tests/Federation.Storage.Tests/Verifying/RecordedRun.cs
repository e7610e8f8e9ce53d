using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Federation.Governance.Circles;
using Federation.Governance.Federating;
using Federation.Society.People;
using Federation.Society.Runs;
using Federation.Society.Scenarios;
using Federation.Storage.Records;
using Federation.Storage.Runs;
using Federation.Storage.Scenarios;
using Federation.Storage.Sql;
using Federation.Storage.Verifying;

namespace Federation.Storage.Tests.Verifying;

/// <summary>A reference run's record, written into a store as Orleans' own SQL would.</summary>
internal sealed class RecordedRun
{
    public const string Service = "service";
    public const string Key = "0123456789abcdef0123456789abcdef-0";

    private RecordedRun(StoreAddress store, Exported exported, ReplayedRecord replayed) =>
        (Store, Exported, Replayed) = (store, exported, replayed);

    public StoreAddress Store { get; }
    public Exported Exported { get; }
    public ReplayedRecord Replayed { get; }

    public StoredRun Rows => new(Store, Service, Key);

    public static async Task<RecordedRun> Of(Scenario scenario, StoreAddress store)
    {
        var world = Worlds.Open(scenario);
        var replayed = ReplayedRecord.Of(world);
        var run = new RecordedRun(store, ExportedBy(world, replayed.Register), replayed);
        await run.Write(replayed, new RegisterRecord(
            run.Exported.Scenario, [.. replayed.Answers.Select(given => given.Answer)]));
        return run;
    }

    /// <summary>The store as it was when the register had been given some of its answers.</summary>
    public async Task<RecordedRun> After(int answers, StoreAddress store)
    {
        var run = new RecordedRun(store, Exported, Replayed);
        var reference = new Reference(Exported.World);
        var register = Exported.World.OpenRegister();
        var given = ImmutableArray.CreateBuilder<Answer>();
        while (given.Count < answers)
        {
            given.Add(reference.Ask(register.Pending!.Circle, register.Pending.Request));
            register = register.Answered(given[^1]);
        }

        await run.Begin();
        foreach (var circle in reference.Circles.Values)
            await run.WriteCircle(circle, number => reference.Page(circle.Id, number)!.Encode());
        await run.Put("register", Key, new RegisterRecord(Exported.Scenario, given.ToImmutable()).Encode());
        return run;
    }

    /// <summary>The same store, of which only seals up to some number were exported.</summary>
    public RecordedRun Exporting(int seals) => new(
        Store, Exported with { Seals = Exported.Seals[..seals] }, Replayed);

    public Task<Verified> Verify(Depth? depth = null) =>
        Verification.OfStoreAsync(Rows, Exported, depth ?? Depth.Usual);

    public async Task<Break> Broken()
    {
        var verified = await Verify();
        Assert.NotNull(verified.FirstBreak);
        return verified.FirstBreak;
    }

    /// <summary>A circle below the root whose logbook has full pages.</summary>
    public Circle Paged => Replayed.All().Select(one => one.Circle)
        .First(circle => circle.Logbook.Pages > 0 && circle.Id.Parent is not null);

    public Circle Circle(string path) => Replayed.Circles[new CircleId(path)];

    public Task Put(string kind, string path, Circle circle) => Put(kind, $"{Key}/{path}", circle.Encode());

    public async Task Put(string kind, string key, byte[] payload)
    {
        await using var source = Store.Source();
        await using var command = source.CreateCommand(
            "UPDATE OrleansStorage SET PayloadBinary = @payload WHERE GrainTypeString = @kind AND GrainIdExtensionString = @key");
        Add(command, "payload", payload);
        Add(command, "kind", kind);
        Add(command, "key", key);
        if (await command.ExecuteNonQueryAsync() == 1) return;
        await Insert(source, kind, key, payload);
    }

    public async Task<byte[]> Get(string kind, string key)
    {
        await using var source = Store.Source();
        await using var command = source.CreateCommand(
            "SELECT PayloadBinary FROM OrleansStorage WHERE GrainTypeString = @kind AND GrainIdExtensionString = @key");
        Add(command, "kind", kind);
        Add(command, "key", key);
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    public async Task<int> Execute(string sql)
    {
        await using var source = Store.Source();
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    private static Exported ExportedBy(World world, Register register) => new(
        world, ResolvedScenario.ToJson(world.Scenario),
        [.. register.Seals.Select(seal =>
            new SealAtCycle(seal.Cycle, seal.Day.Mid, seal.Scope.Path, seal.Seal.ToString(), 0))]);

    private async Task Write(ReplayedRecord replayed, RegisterRecord register)
    {
        await Begin();
        foreach (var circle in replayed.Circles.Values)
            await WriteCircle(circle, number => replayed.Page(circle.Id, number)!.Encode());
        await Put("register", Key, register.Encode());
    }

    private async Task Begin()
    {
        await StoreSchema.ApplyAsync(Store);
        await Execute("DELETE FROM OrleansStorage");
    }

    private async Task WriteCircle(Circle circle, Func<int, byte[]> page)
    {
        await using var source = Store.Source();
        await Insert(source, "circle", $"{Key}/{circle.Id}", circle.Encode());
        for (var number = 0; number < circle.Logbook.Pages; number++)
            await Insert(source, $"page-{number}", $"{Key}/{circle.Id}", page(number));
    }

    private static async Task Insert(DbDataSource source, string kind, string key, byte[] payload)
    {
        await using var query = source.CreateCommand(
            "SELECT QueryText FROM OrleansQuery WHERE QueryKey = 'WriteToStorageKey'");
        await using var command = source.CreateCommand((string)(await query.ExecuteScalarAsync())!);
        Add(command, "GrainIdHash", 1);
        Add(command, "GrainIdN0", 0L);
        Add(command, "GrainIdN1", 0L);
        Add(command, "GrainTypeHash", 2);
        Add(command, "GrainTypeString", kind);
        Add(command, "GrainIdExtensionString", key);
        Add(command, "ServiceId", Service);
        Add(command, "GrainStateVersion", DBNull.Value, DbType.Int32);
        Add(command, "PayloadBinary", payload);
        Assert.Equal(1L, Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture));
    }

    private static void Add(DbCommand command, string name, object value, DbType? type = null)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        if (type is { } told) parameter.DbType = told;
        command.Parameters.Add(parameter);
    }
}
