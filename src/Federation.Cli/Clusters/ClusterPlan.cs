using Federation.Contracts.Hosting;
using Federation.Storage.Sql;

namespace Federation.Cli.Clusters;

/// <summary>What a cluster of silo processes on this machine should be like.</summary>
/// <param name="Folder">Where its state, logs and, unless told otherwise, its store are.</param>
/// <param name="Silos">How many processes, 1..16.</param>
public sealed record ClusterPlan(string Folder, int Silos)
{
    public const int SilosMax = 16;

    /// <summary>Null for one SQLite file in the folder.</summary>
    public StoreAddress? Store { get; init; }

    /// <summary>To whom stored states and reminders belong; it outlives clusters.</summary>
    public string ServiceId { get; init; } = "federation";

    public Durability Durability { get; init; } = Durability.Every;

    public Probes Probes { get; init; } = Probes.Fast;

    /// <summary>Whether what a circle stored outlives a power cut, and not only every process.</summary>
    public bool SurvivesPowerLoss { get; init; }

    public Commits Commits { get; init; } = Commits.Grouped;

    /// <summary>How large a SQLite store may get before it refuses writes; 0 for no limit.</summary>
    public int StoreMegabytesMax { get; init; }

    /// <summary>Seconds a call between circles waits for its answer.</summary>
    public double ResponseSeconds { get; init; } = 30;

    /// <summary>A generation 0 of 256 MB: less time in the collector above 10^5 circles, more memory.</summary>
    public bool LargeRun { get; init; }

    /// <summary>Whether the silos die with this console. If not, they stay until 'cluster down'.</summary>
    public bool Attached { get; init; } = true;

    /// <summary>Whether a silo that dies by itself, or is killed, is started anew; attached only.</summary>
    public bool RestartsLost { get; init; }

    /// <summary>What lies between the silos, if they are to be cut from each other; else null.</summary>
    public Wires? Wires { get; init; }

    /// <summary>Clocks for the silos, if theirs are to jump; else null.</summary>
    public SiloClocks? Clocks { get; init; }

    /// <summary>Where silos write their spans when no collector is configured; empty for no tracing.</summary>
    public string TraceFolder { get; init; } = "";

    /// <summary>Where the first silo shows Orleans' dashboard on this machine, the next one port further; 0 for
    /// nowhere.</summary>
    public int DashboardPort { get; init; }

    /// <summary>How long a silo may take to become Active.</summary>
    public TimeSpan StartWithin { get; init; } = TimeSpan.FromSeconds(60);

    public StoreAddress StoreOrDefault =>
        Store ?? new StoreAddress.Sqlite(Path.Combine(Path.GetFullPath(Folder), "store.db"));
}
