using Federation.Cli.Terminals;
using Federation.Storage.Sql;

namespace Federation.Cli.Clusters;

/// <summary>Where a running cluster is found: the folder it was started in, or the store its silos share.</summary>
internal abstract record ClusterAddress
{
    private ClusterAddress() { }

    /// <summary>Whether all its processes are known to have ended. Of silos elsewhere nothing is known.</summary>
    public virtual bool IsDeserted => false;

    /// <exception cref="NoClusterException">There is none, or it does not answer in time.</exception>
    public abstract Task<ClusterClient> ConnectAsync(CancellationToken stop);

    /// <summary>A cluster that 'federation cluster up' started on this machine.</summary>
    public sealed record Folder(string Path) : ClusterAddress
    {
        /// <inheritdoc/>
        public override bool IsDeserted => ClusterFile.Read(Path)?.Living.Any() is not true;

        public override Task<ClusterClient> ConnectAsync(CancellationToken stop) =>
            ClusterClient.ConnectAsync(Path, stop);

        public override string ToString() => Path;
    }

    /// <summary>Silos that something else started, as docker compose does, under the ids silos have
    /// when they are told none.</summary>
    public sealed record Store(StoreAddress Address) : ClusterAddress
    {
        public static string ClusterId => Unnamed.ClusterId;

        public static string ServiceId => Unnamed.ServiceId;

        private static Contracts.Hosting.LaunchOptions Unnamed { get; } = new();

        public override Task<ClusterClient> ConnectAsync(CancellationToken stop) =>
            ClusterClient.ConnectAsync(Address, ClusterId, ServiceId, ClusterClient.ConnectWithin, stop);

        public override string ToString() => Address.ToString();
    }

    /// <summary>Reads a folder, "sqlite:PATH", "postgres://..." or "postgres", whose address is then
    /// in FEDERATION_STORE, where a password is not seen by other users of the machine.</summary>
    /// <exception cref="StoreException">It is no folder's name and no store's address. It is not repeated: an address
    /// that went wrong may hold a password.</exception>
    public static ClusterAddress Parse(string text) =>
        text == "postgres" ? new Store(PostgresOfEnvironment("--cluster postgres"))
        : Directory.Exists(text) || text.IndexOfAny([':', '=', ';']) < 0 ? new Folder(text)
        : new Store(StoreAddress.Parse(text));

    /// <summary>The server FEDERATION_STORE names.</summary>
    /// <param name="asked">The option that needs it.</param>
    /// <exception cref="StoreException">It is no address.</exception>
    public static StoreAddress PostgresOfEnvironment(string asked) =>
        Environment.GetEnvironmentVariable("FEDERATION_STORE") is { Length: > 0 } text
            ? StoreAddress.Parse(text)
            : throw CommandFailure.Usage(
                $"{asked} needs to know where the server is",
                "Set FEDERATION_STORE, as in FEDERATION_STORE='postgres://user@localhost/federation'");
}
