using Federation.Contracts.Hosting;

namespace Federation.Cli.Clusters;

/// <summary>The files of one silo in its cluster's folder.</summary>
internal sealed record SiloFiles(string Folder, string Name)
{
    private const int TailLinesMax = 12;

    public string Options => Of("json");
    public string Status => Of("status.json");
    public string Log => Of("log");
    public string Tally => AnswerTally.Beside(Status);

    /// <summary>How far its clock is from the machine's, where it was given one.</summary>
    public string Clock => Of("clock");

    /// <summary>What it wrote to standard error, the runtime's last words included.</summary>
    public string Errors => Of("err");

    /// <summary>Writes what the silo is told, and forgets what an earlier life of it said.</summary>
    public void Prepare(LaunchOptions options)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Options)!);
        File.Delete(Status);
        File.Delete(Tally);
        PrivateFile.Replace(Options, (options with { StatusFile = Status, LogFile = Log }).ToJson());
    }

    /// <summary>Null before its first one.</summary>
    public SiloReport? Report() => SiloReport.ReadFrom(Status);

    public bool SaysPortInUse() => Lines(Errors).Any(line =>
        line.StartsWith(StartFailures.PortInUse, StringComparison.Ordinal));

    /// <summary>The last lines of what it said, standard error last.</summary>
    public string Tail() =>
        string.Join(Environment.NewLine, Lines(Log).Concat(Lines(Errors)).TakeLast(TailLinesMax));

    /// <summary>Removes all but what a person may want to read afterwards.</summary>
    public void Clean()
    {
        File.Delete(Options);
        File.Delete(Status);
        File.Delete(Tally);
        File.Delete(Clock);
        if (File.Exists(Errors) && new FileInfo(Errors).Length == 0) File.Delete(Errors);
    }

    private string Of(string extension) => Path.Combine(Path.GetFullPath(Folder), "silos", $"{Name}.{extension}");

    private static string[] Lines(string file)
    {
        try
        {
            using var stream = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return [];
        }
    }
}
