using System.Text.Json;

namespace Federation.Contracts.Hosting;

/// <summary>What a silo says of itself: in a small file replaced four times a second, and when asked.</summary>
/// <param name="Address">"address:port"; likewise <paramref name="Gateway"/>, for clients.</param>
/// <param name="Status">Orleans' word: Created, Joining, Active, ShuttingDown, Stopping, Dead.</param>
/// <param name="Since">When the process began, UTC.</param>
/// <param name="Durability">What of a circle outlives it.</param>
/// <param name="Activations">Grains in its memory.</param>
/// <param name="Answered">Answers its circles gave.</param>
/// <param name="AskedAgain">Requests its circles had to send more than once.</param>
/// <param name="Forgotten">Requests refused because a circle's founding was lost, so that its run begins again.</param>
/// <param name="CpuSeconds">Processor time so far, all cores together.</param>
/// <param name="SpansDropped">Spans that telemetry had to throw away.</param>
public sealed record SiloReport(
    string Name, int Pid, string Address, string Gateway, string Status, DateTimeOffset Since,
    Durability Durability, long Activations, long Answered, long AskedAgain, long Forgotten, double CpuSeconds,
    long PeakMemoryBytes, long SpansDropped)
{
    /// <summary>Replaces the file; a reader finds the old report or the new one, never half of one.</summary>
    public void WriteTo(string file)
    {
        var fresh = $"{file}.{Pid}.tmp";
        File.WriteAllText(fresh, ToJson());
        File.Move(fresh, file, overwrite: true);
    }

    public string ToJson() => JsonSerializer.Serialize(this, HostingJson.Options);

    /// <exception cref="JsonException">It is no report.</exception>
    public static SiloReport Parse(string json) =>
        JsonSerializer.Deserialize<SiloReport>(json, HostingJson.Options) ?? throw new JsonException("null");

    /// <summary>Null when the silo has not written one yet.</summary>
    public static SiloReport? ReadFrom(string file)
    {
        try
        {
            return Parse(File.ReadAllText(file));
        }
        catch (Exception missing) when (missing is IOException or JsonException)
        {
            return null;
        }
    }
}
