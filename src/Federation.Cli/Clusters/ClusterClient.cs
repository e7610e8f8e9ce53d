using Federation.Contracts.Hosting;
using Federation.Contracts.Wire;
using Federation.Storage.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Federation.Cli.Clusters;

/// <summary>A console's connection to a cluster: it finds gateways in the store and follows their changes.</summary>
/// <remarks>
/// An external client's call to a silo that dies waits for its whole time-out, so calls through it
/// are short: start a run, then ask how it goes.
/// </remarks>
public sealed class ClusterClient : IAsyncDisposable
{
    public static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(15);

    // Silos whose processes live are there, however busy the machine is.
    private static readonly TimeSpan ConnectToLivingWithin = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ResponseWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeaveWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RefreshGatewaysEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(200);

    private readonly IHost _host;

    private ClusterClient(IHost host) => _host = host;

    public IClusterClient Grains => _host.Services.GetRequiredService<IClusterClient>();

    /// <summary>What every living silo says of itself, by name.</summary>
    public async Task<IReadOnlyList<SiloReport>> ReportsAsync()
    {
        var said = await Grains.GetGrain<IManagementGrain>(0)
            .SendControlCommandToProvider<SiloReporter>(SiloReporter.Name, 0).ConfigureAwait(false);
        return [.. said.OfType<string>().Select(SiloReport.Parse)
            .OrderBy(report => report.Name, StringComparer.Ordinal)];
    }

    /// <summary>The silos that take requests, as the cluster itself sees it.</summary>
    public async Task<IReadOnlyCollection<SiloAddress>> SilosAsync() =>
        (await Grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true).ConfigureAwait(false)).Keys;

    /// <summary>Connects to the cluster that was started in a folder.</summary>
    /// <exception cref="NoClusterException">There is none, or it does not answer in time.</exception>
    public static Task<ClusterClient> ConnectAsync(string folder, CancellationToken stop = default)
    {
        var cluster = ClusterFile.Read(folder)
            ?? throw new NoClusterException(folder, "none was started in this folder");
        return cluster.Living.Any()
            ? ConnectAsync(
                cluster.Address, cluster.ClusterId, cluster.ServiceId, ConnectToLivingWithin, stop)
            : throw new NoClusterException(folder, "all its silos are gone");
    }

    /// <param name="within">How long to try, at most.</param>
    /// <exception cref="NoClusterException">No gateway answers in time, or there is no store.</exception>
    public static async Task<ClusterClient> ConnectAsync(
        StoreAddress store, string clusterId, string serviceId, TimeSpan within, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        await RequireStore(store, stop).ConfigureAwait(false);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        deadline.CancelAfter(within);
        var host = Build(store, clusterId, serviceId, deadline.Token);
        try
        {
            await host.StartAsync(deadline.Token).ConfigureAwait(false);
            return new ClusterClient(host);
        }
        catch (Exception failed)
        {
            host.Dispose();
            // Orleans ends a cancelled start with exceptions of its own.
            stop.ThrowIfCancellationRequested();
            throw new NoClusterException(store.ToString(), $"no silo of it within {within.TotalSeconds:0} s", failed);
        }
    }

    /// <summary>Says goodbye to the gateways, as long as they listen.</summary>
    public async ValueTask DisposeAsync()
    {
        using var within = new CancellationTokenSource(LeaveWithin);
        try
        {
            await _host.StopAsync(within.Token).WaitAsync(within.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A gateway that stands still, or whose store does, must not hold the console.
        }

        _host.Dispose();
    }

    private static async Task RequireStore(StoreAddress store, CancellationToken stop)
    {
        if (await StoreSchema.VersionOfAsync(store, stop).ConfigureAwait(false) == 0)
        {
            throw new NoClusterException(store.ToString(), "no cluster ever used this store");
        }
    }

    private static IHost Build(StoreAddress store, string clusterId, string serviceId, CancellationToken deadline)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        var source = store.Source();
        builder.UseOrleansClient(client =>
        {
            SiloReporter.Allow(client.Services);
            RuntimeFailures.Allow(client.Services);
            client.Configure<ClusterOptions>(cluster =>
                (cluster.ClusterId, cluster.ServiceId) = (clusterId, serviceId));
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = RefreshGatewaysEvery);
            client.Configure<ClientMessagingOptions>(calls => calls.ResponseTimeout = ResponseWithin);
            client.UseAdoNetClustering(table => (table.Invariant, table.DataSource) = (store.Invariant(), source));
            client.UseConnectionRetryFilter(async (_, stopping) =>
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, stopping);
                await Task.Delay(TryAgainAfter, either.Token).ContinueWith(_ => { }, TaskScheduler.Default)
                    .ConfigureAwait(false);
                return !either.IsCancellationRequested;
            });
        });
        return builder.Build();
    }
}
