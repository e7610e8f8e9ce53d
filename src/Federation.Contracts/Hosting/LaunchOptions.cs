using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Federation.Contracts.Hosting;

/// <summary>What of a circle outlives the silo it sits on.</summary>
public enum Durability
{
    /// <summary>Every answer is stored before it is sent.</summary>
    Every,

    /// <summary>Nothing: a lost circle is lost. For experiments.</summary>
    None,
}

/// <summary>How a silo commits what its circles store.</summary>
public enum Commits
{
    /// <summary>One writer commits all that waits at once.</summary>
    Grouped,

    /// <summary>Each state by itself, by Orleans' own provider.</summary>
    Separate,
}

/// <summary>How soon silos notice that one of them died.</summary>
public enum Probes
{
    /// <summary>About a second. For demonstrations and up to 10^5 circles.</summary>
    Fast,

    /// <summary>Orleans' own settings, five to ten seconds: outlives pauses of the garbage collector.</summary>
    Default,
}

/// <summary>Who looks after the silo's process.</summary>
public enum Supervision
{
    /// <summary>Nobody, or a container's runtime: the silo answers SIGINT and SIGTERM.</summary>
    None,

    /// <summary>A console that went away: closed terminals and Ctrl+C do not reach the silo.</summary>
    Detached,

    /// <summary>A running console: as detached, and the silo stops when its standard input ends.</summary>
    Attached,
}

/// <summary>All a silo process is told: a JSON file, over it the environment.</summary>
/// <remarks>
/// A variable is named FEDERATION_ and the property in capitals: FEDERATION_SILO_PORT=11111.
/// The file can hold a database password; whoever writes it keeps it readable by its owner only.
/// </remarks>
public sealed record LaunchOptions
{
    /// <summary>The silo's name; unique among the living of a cluster.</summary>
    public string Name { get; init; } = "silo-1";

    /// <summary>Silos with one cluster id find each other; a new one for every start of a cluster.</summary>
    public string ClusterId { get; init; } = "federation";

    /// <summary>Stored states belong to a service id and outlive clusters.</summary>
    public string ServiceId { get; init; } = "federation";

    /// <summary>"sqlite:PATH" or "postgres:KEYWORDS".</summary>
    public string Store { get; init; } = "sqlite:.federation/store.db";

    /// <summary>Whether the silo makes missing tables when it starts. Without, another has to have run
    /// <c>federation-silo --migrate</c> before.</summary>
    public bool Migrates { get; init; } = true;

    /// <summary>A role that <c>federation-silo --migrate</c> lets use the tables: the silos' own, where they do not
    /// own them. Empty for none.</summary>
    public string GrantTo { get; init; } = "";

    public Durability Durability { get; init; } = Durability.Every;

    /// <summary>Whether an acknowledged write in SQLite outlives a power cut, at a fifth of the speed.</summary>
    public bool SurvivesPowerLoss { get; init; }

    /// <summary>How states are committed; the rows are the same.</summary>
    public Commits Commits { get; init; } = Commits.Grouped;

    /// <summary>How large a SQLite store may get before it refuses writes as on a full disk; 0 for no limit.</summary>
    public int StoreMegabytesMax { get; init; }

    public int SiloPort { get; init; } = 11111;
    public int GatewayPort { get; init; } = 30000;

    /// <summary>Where it listens for its peers, if that is not <see cref="SiloPort"/>, where they reach it, as
    /// behind a proxy; 0 if it is.</summary>
    public int ListenPort { get; init; }

    /// <summary>"loopback", "auto" (this host's first address, for containers) or an IP address.</summary>
    public string Address { get; init; } = "loopback";

    public Probes Probes { get; init; } = Probes.Fast;

    /// <summary>Seconds a call waits for its answer, 1..3600.</summary>
    public double ResponseSeconds { get; init; } = 30;

    /// <summary>Where to write a <see cref="SiloReport"/> four times a second; empty for nowhere.</summary>
    public string StatusFile { get; init; } = "";

    /// <summary>Where to log; empty for standard output.</summary>
    public string LogFile { get; init; } = "";

    /// <summary>Where to write spans when no OTLP endpoint is set, a file for each silo; empty for no
    /// tracing.</summary>
    public string TraceFolder { get; init; } = "";

    /// <summary>Jaeger's page, as http://localhost:16686, for the addresses of traces in the log; empty
    /// for none.</summary>
    public string Jaeger { get; init; } = "";

    /// <summary>Where Orleans' dashboard answers, on this machine's own address and no other; 0 for nowhere, and
    /// then the silo has no web server.</summary>
    public int DashboardPort { get; init; }

    public Supervision Supervision { get; init; } = Supervision.None;

    /// <exception cref="FormatException">A value or key is not one of ours; the message says which.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LaunchOptions Read(string? file, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        try
        {
            var values = file is null ? [] : JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            foreach (var property in typeof(LaunchOptions).GetProperties())
            {
                var name = "FEDERATION_" + JsonNamingPolicy.SnakeCaseUpper.ConvertName(property.Name);
                if (environment(name) is not { Length: > 0 } text) continue;
                values[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] =
                    property.PropertyType == typeof(bool) ? bool.Parse(text) : text;
            }

            return values.Deserialize<LaunchOptions>(HostingJson.Options)!;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new FormatException($"{file ?? "The environment"}: {wrong.Message}", wrong);
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, HostingJson.Options);
}

internal static class HostingJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
