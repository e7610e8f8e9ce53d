using System.Net;
using System.Net.Sockets;
using Federation.Storage.Sql;
using Federation.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Storage;

namespace Federation.Storage.Tests.Sql;

/// <summary>Orleans' own providers against our SQL, in one silo with a real store.</summary>
[Collection("postgres")]
public sealed class OrleansOnOurSqlTests(SharedServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task On_sqlite_membership_states_and_reminders_work() => Everything(_folder.Store());

    [PostgresFact]
    public async Task On_postgres_membership_states_and_reminders_work() =>
        await Everything(await server.NewDatabase());

    private static async Task Everything(StoreAddress store)
    {
        await StoreSchema.ApplyAsync(store);
        using var host = Host(store);
        await host.StartAsync();

        var silo = Assert.Single(await SiloRows.ReadAsync(store, "cluster"));
        Assert.Equal(("keeper", "Active"), (silo.Name, silo.Status));
        await States(host, store);
        await Reminders(host);

        await host.StopAsync();
        Assert.Equal("Dead", Assert.Single(await SiloRows.ReadAsync(store, "cluster")).Status);
        Assert.Equal(2, await SiloRows.ForgetAsync(store, "cluster"));
    }

    private static async Task States(IHost host, StoreAddress store)
    {
        const string Key = "3f2a/world/europe";
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        await grains.GetGrain<IKeeper>(Key).Keep("first");
        await grains.GetGrain<IKeeper>(Key).Keep("second");

        var reader = new CircleStateReader(store, "service");
        var stored = await reader.FindAsync("kept", Key);
        Assert.Equal((Key, 2), (stored!.Key, stored.Version));
        Assert.Contains("second", System.Text.Encoding.UTF8.GetString(stored.Payload.Span));

        // A second activation that read an older version, and one that read nothing, both lose.
        var storage = host.Services.GetRequiredKeyedService<IGrainStorage>("circles");
        var id = ((GrainReference)grains.GetGrain<IKeeper>(Key)).GrainId;
        foreach (var etag in (string?[])["1", null])
        {
            var stale = new GrainState<Kept>(new Kept { Text = "late" }, etag);
            await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("kept", id, stale));
        }

        var cleared = new GrainState<Kept>();
        await storage.ReadStateAsync("kept", id, cleared);
        await storage.ClearStateAsync("kept", id, cleared);
        Assert.True((await reader.FindAsync("kept", Key))!.Payload.IsEmpty);
        await storage.WriteStateAsync("kept", id, cleared);
        Assert.Equal("4", cleared.ETag);
    }

    private static async Task Reminders(IHost host)
    {
        var table = host.Services.GetRequiredService<IReminderTable>();
        var grain = GrainId.Create("keeper", "3f2a/world");
        var entry = new ReminderEntry
        {
            GrainId = grain, ReminderName = "term", StartAt = DateTime.UtcNow, Period = TimeSpan.FromDays(40),
        };
        await table.UpsertRow(entry);
        var etag = await table.UpsertRow(entry);

        Assert.Equal(TimeSpan.FromDays(40), (await table.ReadRow(grain, "term"))?.Period);
        Assert.Single((await table.ReadRows(grain)).Reminders);
        Assert.Single((await table.ReadRows(0, 0)).Reminders);
        Assert.False(await table.RemoveRow(grain, "term", "0"));
        Assert.True(await table.RemoveRow(grain, "term", etag!));
        Assert.Null(await table.ReadRow(grain, "term"));
    }

    private static IHost Host(StoreAddress store)
    {
        var source = store.Source();
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(ids => (ids.ClusterId, ids.ServiceId) = ("cluster", "service"));
            silo.Configure<SiloOptions>(named => named.SiloName = "keeper");
            silo.ConfigureEndpoints(IPAddress.Loopback, FreePort(), FreePort());
            silo.UseAdoNetClustering(table => (table.Invariant, table.DataSource) = (store.Invariant(), source));
            silo.UseAdoNetReminderService(table => (table.Invariant, table.DataSource) = (store.Invariant(), source));
            silo.AddAdoNetGrainStorage(
                "circles", table => (table.Invariant, table.DataSource) = (store.Invariant(), source));
        });
        return builder.Build();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Keeps a text.</summary>
public interface IKeeper : IGrainWithStringKey
{
    Task Keep(string text);
}

[GenerateSerializer]
public sealed class Kept
{
    [Id(0)]
    public string Text { get; set; } = "";
}

internal sealed class Keeper([PersistentState("kept", "circles")] IPersistentState<Kept> kept) : Grain, IKeeper
{
    public Task Keep(string text)
    {
        kept.State.Text = text;
        return kept.WriteStateAsync();
    }
}
