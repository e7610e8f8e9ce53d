using Federation.Contracts.Hosting;
using Federation.Storage.Sql;
using Orleans.Configuration;

namespace Federation.Silo;

/// <summary>How a silo finds its peers and notices their death.</summary>
internal static class ClusterJoining
{
    public static void JoinCluster(this ISiloBuilder silo, LaunchOptions options, Endpoints endpoints)
    {
        var store = StoreAddress.Parse(options.Store);
        var source = store.Source();
        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ClusterId = options.ClusterId;
            cluster.ServiceId = options.ServiceId;
        });
        silo.Configure<SiloOptions>(named => named.SiloName = options.Name);
        silo.Configure<SiloMessagingOptions>(calls =>
            calls.ResponseTimeout = TimeSpan.FromSeconds(options.ResponseSeconds));
        silo.ConfigureEndpoints(
            endpoints.Peers.Address, endpoints.Peers.Port, endpoints.Gateway.Port,
            listenOnAnyHostAddress: !endpoints.IsLoopback);
        if (!endpoints.Listens.Equals(endpoints.Peers))
            silo.Configure<EndpointOptions>(ports => ports.SiloListeningEndpoint = endpoints.Listens);
        silo.UseAdoNetClustering(table => (table.Invariant, table.DataSource) = (store.Invariant(), source));
        silo.UseAdoNetReminderService(table => (table.Invariant, table.DataSource) = (store.Invariant(), source));
        if (options.Probes is Probes.Fast) silo.Configure<ClusterMembershipOptions>(ProbeFast);
    }

    // Two missed probes, not the three of docs/research/orleans.md, section 10: in 21 kills of the demo
    // answers flowed again after 1.3 s in the median, 2.9 s at most. Two votes keep one slow silo from
    // evicting another. The cap keeps Orleans from stretching the probe's time under load, indirect
    // probes may go through another dead silo, and votes lapse with the I-am-alive time.
    private static void ProbeFast(ClusterMembershipOptions membership)
    {
        var second = TimeSpan.FromSeconds(1);
        membership.ProbeTimeout = second;
        membership.MaxProbeTimeout = second;
        membership.NumMissedProbesLimit = 2;
        membership.NumVotesForDeathDeclaration = 2;
        membership.EnableIndirectProbes = false;
        membership.IAmAliveTablePublishTimeout = second;
        membership.TableRefreshTimeout = TimeSpan.FromSeconds(5);
    }
}
