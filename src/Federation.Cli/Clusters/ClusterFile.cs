using System.Text.Json;
using System.Text.Json.Serialization;
using Federation.Cli.Terminals;
using Federation.Contracts.Hosting;
using Federation.Storage.Inputs;
using Federation.Storage.Sql;

namespace Federation.Cli.Clusters;

/// <summary>A silo process that was started, alive or not.</summary>
public sealed record SiloEntry(string Name, ProcessIdentity Process, int SiloPort, int GatewayPort);

/// <summary>What a folder remembers of the cluster that was started in it: cluster.json.</summary>
/// <param name="Console">The console it dies with; null for one that stays by itself.</param>
/// <param name="Store">Without secrets where it dies with its console, which knows them; else with them, and the file
/// is readable by its owner only.</param>
public sealed record ClusterFile(
    string ClusterId, string ServiceId, string Store, Durability Durability, Probes Probes,
    bool SurvivesPowerLoss, double ResponseSeconds, bool LargeRun, ProcessIdentity? Console,
    IReadOnlyList<SiloEntry> Silos)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private const long BytesMax = 1 << 20;

    /// <summary>The first silo's; 0 for none.</summary>
    public int DashboardPort { get; init; }

    /// <summary>The store, with the secrets of FEDERATION_STORE where that is the same one.</summary>
    [JsonIgnore]
    public StoreAddress Address
    {
        get
        {
            var kept = StoreAddress.Parse(Store);
            return Environment.GetEnvironmentVariable("FEDERATION_STORE") is { Length: > 0 } named
                && kept is StoreAddress.Postgres && StoreAddress.Parse(named) is var told
                && told.TextWithoutSecrets == kept.Text ? told : kept;
        }
    }

    [JsonIgnore]
    public IEnumerable<SiloEntry> Living => Silos.Where(silo => silo.Process.IsAlive);

    /// <summary>Null when no cluster was started there, or it was taken down.</summary>
    /// <exception cref="ClusterException">The file cannot be read.</exception>
    public static ClusterFile? Read(string folder)
    {
        var file = PathIn(folder);
        if (!File.Exists(file)) return null;
        try
        {
            return JsonSerializer.Deserialize<ClusterFile>(InputFile.Text(file, BytesMax), Json)
                ?? throw new JsonException("null");
        }
        catch (Exception thrown) when (thrown is JsonException or InputException or ArgumentException)
        {
            throw new ClusterException(
                $"The cluster's state cannot be read: {JsonWords.Of(thrown)}", file,
                "Its silos, if any live, are processes named federation-silo: end them, then delete the file", 2,
                thrown);
        }
    }

    public void WriteTo(string folder) => PrivateFile.Replace(PathIn(folder), JsonSerializer.Serialize(this, Json));

    public static void Delete(string folder) => File.Delete(PathIn(folder));

    private static string PathIn(string folder) => Path.Combine(folder, "cluster.json");
}

/// <summary>Files that may hold a password.</summary>
internal static class PrivateFile
{
    /// <summary>Replaces a file in one step; only its owner can read it.</summary>
    public static void Replace(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var fresh = $"{path}.{Environment.ProcessId}.tmp";
        using (var writer = new StreamWriter(fresh, options)) writer.Write(text);
        File.Move(fresh, path, overwrite: true);
    }
}
