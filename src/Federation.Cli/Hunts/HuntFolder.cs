using System.Text.Json;
using Federation.Cli.Runs;
using Federation.Cli.Terminals;
using Federation.Society.Cases;
using Federation.Society.Scenarios;
using Federation.Storage.Scenarios;

namespace Federation.Cli.Hunts;

/// <summary>The folder a hunt writes into: a scenario file per case, and hunt.json over all.</summary>
internal sealed class HuntFolder
{
    private HuntFolder(string path) => Path = path;

    public string Path { get; }

    /// <exception cref="CommandFailure">There is something of this name already, or it cannot be made.</exception>
    public static HuntFolder Create(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full) || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()))
            throw new CommandFailure(
                "folder_exists", "There is something of this name already, and it is kept",
                "Name another folder with --out", full, ExitCode.Usage);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            throw new CommandFailure(
                "not_writable", $"The folder cannot be made: {denied.Message.TrimEnd('.')}",
                "Name another folder with --out", full, ExitCode.Usage, denied);
        }

        return new HuntFolder(full);
    }

    /// <summary>hunts/country-1-5, then hunts/country-1-5-2 and so on: one that is not there yet.</summary>
    public static string Fresh(Scenario scenario, ulong first, ulong last) =>
        RunFolders.Fresh("hunts", $"{RunFolders.Slug(scenario.Name)}-{first}-{last}");

    public void Write(HuntReport report) => AtomicFile.Write(
        System.IO.Path.Combine(Path, "hunt.json"), JsonSerializer.Serialize(report, Outcome.Json) + "\n");

    /// <returns>The file's path.</returns>
    public string Write(Scenario scenario, Finding finding, Variation under)
    {
        var sought = finding.Case;
        var file = System.IO.Path.Combine(Path, $"{sought.Number:00}-{sought.Slug}.yaml");
        var shown = System.IO.Path.GetRelativePath(".", file);
        var named = scenario with { Name = $"case-{sought.Number}-{sought.Slug}", About = sought.Meaning };
        AtomicFile.Write(file, ScenarioFile.Text(named,
        [
            $"Degenerate case {sought.Number}, {sought.Name}: {sought.Meaning}",
            $"Where: {finding.Circle}{(finding.Day > 0 ? $", day {finding.Day}" : "")}: {finding.What}.",
            $"Cure: {sought.Cure}.",
            $"First seen with: {under}; shrunk since.",
            $"federation run {shown} --driver reference",
        ]));
        return shown;
    }
}
